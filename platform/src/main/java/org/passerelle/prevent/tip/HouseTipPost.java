package org.passerelle.prevent.tip;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tips of the public pages of the house itself, with their lines in the log. Thread-safe. */
@Component
class HouseTipPost implements TipPost {
  private final TipRows rows;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  HouseTipPost(TipRows rows, AuditLog audit, Clock clock, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public boolean isSent(String ticket) {
    return rows.isSent(ticket);
  }

  @Override
  public void send(NewTip tip) {
    transaction.executeWithoutResult(
        status -> {
          UUID id = rows.insert(tip.team(), tip.mark(), tip.writer(), tip.danger(), tip.sealedBy());
          rows.write(id, tip.ticket(), tip.sealed());
          arrived(audit, tip.team(), id, tip.danger());
        });
  }

  static void arrived(AuditLog audit, UUID team, UUID tip, boolean danger) {
    audit.writeByHouse(team, "tip.arrived", "tip", tip, Map.of("danger", Boolean.toString(danger)));
  }

  static void added(AuditLog audit, UUID team, UUID tip) {
    audit.writeByHouse(team, "tip.added", "tip", tip, Map.of());
  }

  @Override
  public Optional<Found> find(String mark) {
    return rows.byMark(mark)
        .map(tip -> new Found(tip.organisation(), tip.isUnread(), !tip.isHeldOff()));
  }

  @Override
  public List<Told> told(String mark) {
    List<Told> told = new ArrayList<>();
    for (TipPart part : rows.byMark(mark).map(tip -> rows.parts(tip.id())).orElse(List.of())) {
      if (part.author().equals("writer")) {
        told.add(new Told(part.at(), null));
      } else if (part.forWriter() != null) {
        told.add(new Told(part.at(), part.forWriter()));
      }
    }
    return told;
  }

  @Override
  public void add(String mark, String ticket, byte[] sealed) {
    transaction.executeWithoutResult(
        status -> {
          UUID id = rows.byMark(mark).map(Tip::id).orElseThrow(HouseTipPost::gone);
          Tip tip = rows.hold(id).orElseThrow(HouseTipPost::gone);
          if (tip.isHeldOff()) {
            throw new Refused("tips.refused.held-off");
          }
          UUID part = rows.write(tip.id(), ticket, sealed);
          rows.update(
              TipChange.of(tip).again(part, clock.instant().plus(Tip.within(tip.danger()))).done());
          added(audit, tip.organisation(), tip.id());
        });
  }

  static Refused gone() {
    return new Refused("tips.refused.code");
  }
}
