package org.passerelle.prevent.tip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.PublicProcess;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.keys.AgeKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * What the writer of a tip does: sends it, comes back with the code, reads answers, adds. Nothing
 * that names the writer is stored, neither address nor network nor device. Thread-safe.
 */
@Service
@PublicProcess
public class Tips {
  /** How long a visit lasts. */
  static final Duration VISIT = Duration.ofMinutes(20);

  private final TipPost post;
  private final TipTickets tickets;
  private final ReceivingTeams teams;
  private final TipPace pace;
  private final Clock clock;

  Tips(TipPost post, TipTickets tickets, ReceivingTeams teams, TipPace pace, Clock clock) {
    this.post = post;
    this.tickets = tickets;
    this.teams = teams;
    this.pace = pace;
    this.clock = clock;
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
    return post.isSent(tickets.markOf(ticket));
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
    store(ticket, team, TipEnvelope.seal(content, teams.key(team)), danger, "server");
  }

  private static byte[] checked(byte[] sealed) {
    if (!TipEnvelope.isSealed(sealed)) {
      throw new Refused("tips.refused.unsealed");
    }
    return sealed;
  }

  private void store(TipTicket ticket, UUID team, byte[] sealed, boolean danger, String by) {
    teams.key(team);
    String code = String.join(" ", tickets.code(ticket));
    once(
        ticket,
        () ->
            post.send(
                new TipPost.NewTip(
                    team,
                    tickets.mark(code),
                    tickets.key(code).recipient(),
                    danger,
                    by,
                    tickets.markOf(ticket),
                    sealed)));
  }

  /** The ticket is stored with the change: of two at once one is refused, and has been sent. */
  private void once(TipTicket ticket, Runnable work) {
    try {
      work.run();
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
    if (post.find(mark).isEmpty()) {
      pace.wrong(network);
      throw new Refused("tips.refused.code").at("return-code");
    }
    return new TipVisit(mark, key.secret(), clock.instant().plus(VISIT));
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
    return post.find(visit.mark()).map(tip -> conversation(tip, visit));
  }

  private Conversation conversation(TipPost.Found tip, TipVisit visit) {
    AgeKey key = AgeKey.of(visit.secret());
    List<Line> lines = new ArrayList<>();
    for (TipPost.Told told : post.told(visit.mark())) {
      byte[] answer = told.answer();
      lines.add(
          answer == null
              ? new Line(told.at(), true, "")
              : new Line(
                  told.at(),
                  false,
                  TipEnvelope.open(answer, key).map(TipContent::what).orElse("…")));
    }
    return new Conversation(!tip.unread(), tip.open(), teams.recipient(tip.team()), lines);
  }

  /** Adds something that the writer's browser sealed. */
  public void addSealed(TipVisit visit, TipTicket ticket, byte[] sealed) {
    add(visit, ticket, checked(sealed));
  }

  /** Seals and adds something that arrived as a form. */
  public void add(TipVisit visit, TipTicket ticket, TipContent content) {
    TipPost.Found tip = post.find(visit.mark()).orElseThrow(HouseTipPost::gone);
    add(visit, ticket, TipEnvelope.seal(content, teams.recipient(tip.team())));
  }

  private void add(TipVisit visit, TipTicket ticket, byte[] sealed) {
    once(ticket, () -> post.add(visit.mark(), tickets.markOf(ticket), sealed));
  }
}
