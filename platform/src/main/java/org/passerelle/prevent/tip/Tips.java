package org.passerelle.prevent.tip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.keys.AgeKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the writer of a tip does: sends it, comes back with the code, reads answers, adds. Nothing
 * that names the writer is stored, neither address nor network nor device. Thread-safe.
 */
@Service
public class Tips {
  /** How long a visit lasts. */
  static final Duration VISIT = Duration.ofMinutes(20);

  private final TipRows rows;
  private final TipTickets tickets;
  private final TipTeams teams;
  private final TipPace pace;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Tips(
      TipRows rows,
      TipTickets tickets,
      TipTeams teams,
      TipPace pace,
      AuditLog audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.tickets = tickets;
    this.teams = teams;
    this.pace = pace;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A ticket for a form in a language. */
  public TipTicket ticket(String language) {
    return tickets.issue(language, teams.isGuarded());
  }

  /** The ticket that a form sends back; empty if it is too old or not of this node. */
  public Optional<TipTicket> ticketOf(String text) {
    return tickets.read(text);
  }

  /** The return code of a ticket. */
  public List<String> code(TipTicket ticket) {
    return tickets.code(ticket);
  }

  /** Whether something was sent with this ticket already: a form that arrives twice counts once. */
  public boolean isSent(TipTicket ticket) {
    return rows.isSent(tickets.markOf(ticket));
  }

  /**
   * Asks for the puzzle, or for the time that it takes.
   *
   * @param number what the browser found, or empty
   * @throws Refused if neither is there yet, or too many came without
   */
  public void prove(TipTicket ticket, String number, String network) {
    if (TipTickets.isSolved(ticket, number)) {
      return;
    }
    Duration wait = ticket.remaining(clock.instant());
    if (!wait.isZero()) {
      throw new Refused("tips.refused.wait", wait.toSeconds() + 1);
    }
    if (!pace.takeUnsolved(network)) {
      throw new Refused("tips.refused.pace");
    }
  }

  /**
   * Stores a tip that the writer's browser sealed.
   *
   * @throws Refused if it is not sealed, or its team receives none
   */
  public void sendSealed(TipTicket ticket, UUID team, byte[] sealed, boolean danger) {
    store(ticket, team, checked(sealed), danger, "browser");
  }

  /** Seals and stores a tip that arrived as a form, for a browser without scripts. */
  public void send(TipTicket ticket, UUID team, TipContent content, boolean danger) {
    store(ticket, team, TipEnvelope.seal(content, teams.receiving(team)), danger, "server");
  }

  private static byte[] checked(byte[] sealed) {
    if (!TipEnvelope.isSealed(sealed)) {
      throw new Refused("tips.refused.unsealed");
    }
    return sealed;
  }

  private void store(TipTicket ticket, UUID team, byte[] sealed, boolean danger, String by) {
    teams.receiving(team);
    String code = String.join(" ", tickets.code(ticket));
    once(
        ticket,
        () -> {
          UUID tip =
              rows.insert(team, tickets.mark(code), tickets.key(code).recipient(), danger, by);
          rows.write(tip, tickets.markOf(ticket), sealed);
          audit.writeByHouse(
              team, "tip.arrived", "tip", tip, Map.of("danger", Boolean.toString(danger)));
        });
  }

  /** The ticket is stored with the change: of two at once one is refused, and has been sent. */
  private void once(TipTicket ticket, Runnable work) {
    try {
      transaction.executeWithoutResult(status -> work.run());
    } catch (DuplicateKeyException twice) {
      if (!isSent(ticket)) {
        throw twice;
      }
    }
  }

  /**
   * Comes back with a code. A wrong code costs the same work as a right one.
   *
   * @throws Refused if it is wrong, or too many were
   */
  public TipVisit enter(String typed, String network) {
    if (!pace.mayTry(network)) {
      throw new Refused("tips.refused.codes").at("return-code");
    }
    String mark = tickets.mark(typed);
    AgeKey key = tickets.key(typed);
    Optional<Tip> tip = rows.byMark(mark);
    if (tip.isEmpty()) {
      pace.wrong(network);
      throw new Refused("tips.refused.code").at("return-code");
    }
    return new TipVisit(tip.get().id(), key.secret(), clock.instant().plus(VISIT));
  }

  /**
   * What a writer reads.
   *
   * @param read whether the team has read what was sent
   * @param open whether something can be added
   * @param recipient key to which an addition is sealed
   */
  public record Conversation(boolean read, boolean open, String recipient, List<Line> lines) {
    public Conversation {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A part of a conversation.
   *
   * @param text of an answer; empty for what the writer sent, which is not shown again
   */
  public record Line(Instant at, boolean own, String text) {}

  /** The conversation of a visit; empty if it timed out or the tip is gone. */
  public Optional<Conversation> read(TipVisit visit) {
    if (!clock.instant().isBefore(visit.until())) {
      return Optional.empty();
    }
    return rows.find(visit.tip()).map(tip -> conversation(tip, AgeKey.of(visit.secret())));
  }

  private Conversation conversation(Tip tip, AgeKey key) {
    List<Line> lines = new ArrayList<>();
    for (TipPart part : rows.parts(tip.id())) {
      byte[] answer = part.forWriter();
      if (part.author().equals("writer")) {
        lines.add(new Line(part.at(), true, ""));
      } else if (answer != null) {
        lines.add(
            new Line(
                part.at(), false, TipEnvelope.open(answer, key).map(TipContent::what).orElse("…")));
      }
    }
    return new Conversation(
        !tip.isUnread(), !tip.isHeldOff(), teams.recipient(tip.organisation()), lines);
  }

  /** Adds something that the writer's browser sealed. */
  public void addSealed(TipVisit visit, TipTicket ticket, byte[] sealed) {
    add(visit, ticket, checked(sealed));
  }

  /** Seals and adds something that arrived as a form. */
  public void add(TipVisit visit, TipTicket ticket, TipContent content) {
    Tip tip = rows.find(visit.tip()).orElseThrow(() -> new Refused("tips.refused.code"));
    add(visit, ticket, TipEnvelope.seal(content, teams.recipient(tip.organisation())));
  }

  private void add(TipVisit visit, TipTicket ticket, byte[] sealed) {
    once(
        ticket,
        () -> {
          Tip tip = rows.hold(visit.tip()).orElseThrow(() -> new Refused("tips.refused.code"));
          if (tip.isHeldOff()) {
            throw new Refused("tips.refused.held-off");
          }
          UUID part = rows.write(tip.id(), tickets.markOf(ticket), sealed);
          rows.update(
              TipChange.of(tip).again(part, clock.instant().plus(Tip.within(tip.danger()))).done());
          audit.writeByHouse(tip.organisation(), "tip.added", "tip", tip.id(), Map.of());
        });
  }
}
