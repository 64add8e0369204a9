package org.passerelle.undo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.pages.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers to take an act back, and does it. The act stands at once, here; what of it goes to others
 * is kept in the outbox until the offer ends, so that nothing has to be called back.
 */
@Service
public class Undo {
  /** How long an act can be taken back. */
  public static final Duration OPEN = Duration.ofSeconds(10);

  private final Offers offers;
  private final ObjectProvider<Undoable> acts;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  Undo(Offers offers, ObjectProvider<Undoable> acts, Outbox outbox, AuditLog audit, Clock clock) {
    this.offers = offers;
    this.acts = acts;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Offers to take back what was just done, in the transaction of the act.
   *
   * @param act of one of the {@link Undoable}s
   * @param before code of what was there before, for whoever puts it back; may be empty
   * @return identifier of the offer, for the page that follows
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID offer(String act, UUID subject, String before, SignedIn who) {
    return offer(new Offers.Offer(act, subject, new Before(before), 0), null, who);
  }

  /** The same for an act that takes something away: it is kept until its moment is over. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID offer(String act, UUID subject, Taken taken, SignedIn who) {
    return offer(
        new Offers.Offer(act, subject, new Before(Before.document(taken.what())), 0), taken, who);
  }

  private UUID offer(Offers.Offer offer, @Nullable Taken taken, SignedIn who) {
    Instant until = clock.instant().plus(OPEN);
    int held =
        act(offer.act())
            .leaving(offer.subject(), who)
            .map(which -> outbox.keep(which, until).size())
            .orElse(0);
    offers.endOver();
    return offers.add(offer.holding(held), taken, until, who);
  }

  /**
   * Takes it back.
   *
   * @return where to go next
   * @throws Refused if its moment is over, or something of it has left
   */
  @Transactional
  public String takeBack(UUID id, SignedIn who) {
    Offers.Offer offer = offers.take(id, who).orElseThrow(() -> new Refused("form.undo.late"));
    Undoable act = act(offer.act());
    List<UUID> ended =
        act.leaving(offer.subject(), who)
            .map(which -> outbox.end(which, Ending.REVOKED, "undone"))
            .orElse(List.of());
    if (ended.size() != offer.held()) {
      throw new Refused("form.undo.late");
    }
    audit.write(who, "act.undone", act.about(), offer.subject(), Map.of("act", offer.act()));
    return act.putBack(offer.subject(), offer.before(), who);
  }

  /** Nobody can take this back any more: others have gone on from it. */
  @Transactional
  public void over(String act, UUID subject) {
    offers.end(act, subject);
  }

  private Undoable act(String code) {
    return acts.stream()
        .filter(one -> one.act().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Nothing can put back %s.%nMaybe its bean of Undoable is missing."
                        .formatted(code)));
  }
}
