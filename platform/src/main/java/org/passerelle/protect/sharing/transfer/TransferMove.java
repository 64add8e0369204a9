package org.passerelle.protect.sharing.transfer;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.opening.MovedCases;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;

/** Steps of a transfer that lock the case, so that answers are handled one after another. */
@Component
class TransferMove {
  private final TransferRows rows;
  private final TransferObstacles bars;
  private final TransferBasis basis;
  private final TransferredData files;
  private final PersonFiles together;
  private final MovedCases moved;
  private final Told told;
  private final Identifiers identifiers;

  TransferMove(
      TransferRows rows,
      TransferObstacles bars,
      TransferBasis basis,
      TransferredData files,
      PersonFiles together,
      MovedCases moved,
      Told told,
      Identifiers identifiers) {
    this.rows = rows;
    this.bars = bars;
    this.basis = basis;
    this.files = files;
    this.together = together;
    this.moved = moved;
    this.told = told;
    this.identifiers = identifiers;
  }

  /** Checks for obstacles; locks the case until the transaction ends. */
  Erased check(Case file, UUID to) {
    Erased whole = together.taken(file.person().id(), file.organisation());
    bars.check(file, whole, to);
    return whole;
  }

  UUID begin(Case file, Transfer.Draft draft, UUID stated, SignedIn who) {
    UUID id = identifiers.next();
    rows.insert(id, file, draft, stated, told.now().plus(file.urgency().within()), who);
    return id;
  }

  void read(Transfer transfer, SignedIn who) {
    basis.read(told.file(transfer), transfer, who);
    told.read(transfer, who);
  }

  /** Ends a transfer that was not accepted. */
  void end(Transfer transfer, String state, String answer, @Nullable UUID user) {
    together.hold(transfer.caseId());
    if (!rows.end(transfer, state, answer, user)) {
      throw new Refused("transfer.refused.over");
    }
  }

  /** Reopens a transfer, if there is no objection and no other is waiting. */
  boolean again(Transfer transfer, Case file, SignedIn who) {
    basis.hold(transfer);
    check(file, transfer.recipient());
    return basis.against(file, transfer).isEmpty()
        && rows.openOf(file.id()).isEmpty()
        && rows.again(transfer, who);
  }

  /** Moves everything or nothing. */
  void accept(Transfer transfer, UUID lead, SignedIn who) {
    // a withdrawal locks the consent first and then the case
    basis.hold(transfer);
    Erased whole = together.taken(told.file(transfer).person().id(), transfer.organisation());
    if (!rows.end(transfer, "accepted", "", who.user())) {
      throw new Refused("transfer.refused.over");
    }
    Case file = told.file(transfer);
    bars.check(file, whole, transfer.recipient());
    basis
        .against(file, transfer)
        .ifPresent(
            o -> {
              throw new Refused(o.key(), o.arguments().toArray());
            });
    rows.former(transfer, moved.team(file.id()), file.closedToNamed());
    basis.moved(file, transfer, who);
    files.move(whole, transfer.recipient(), lead, who);
    told.accepted(transfer, whole.cases(), lead, who);
  }

  /** Journal of the case and logs of both sides. */
  @Component
  static class Told {
    private final Cases cases;
    private final CaseJournal journal;
    private final AuditLog audit;
    private final Clock clock;

    Told(Cases cases, CaseJournal journal, AuditLog audit, Clock clock) {
      this.cases = cases;
      this.journal = journal;
      this.audit = audit;
      this.clock = clock;
    }

    java.time.Instant now() {
      return clock.instant();
    }

    Case file(Transfer transfer) {
      return cases.forHouse(transfer.caseId());
    }

    void read(Transfer transfer, SignedIn who) {
      audit.write(who, "transfer.read", "transfer", transfer.id(), Map.of());
    }

    void accepted(Transfer transfer, List<UUID> moved, UUID lead, SignedIn who) {
      for (UUID caseId : moved) {
        journal.add(caseId, "transfer.accepted", "", transfer.id(), who);
        audit.write(
            who,
            "transfer.accepted",
            "case",
            caseId,
            Map.of("from", transfer.organisation().toString(), "lead", lead.toString()));
        audit.writeByHouse(
            transfer.organisation(),
            "transfer.moved",
            "case",
            caseId,
            Map.of("to", transfer.recipient().toString()));
      }
    }
  }
}
