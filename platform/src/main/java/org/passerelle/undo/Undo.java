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
import org.passerelle.refusal.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers to undo an action, and undoes it. The action takes effect locally at once; its outgoing
 * messages are held in the outbox until the offer expires, so that nothing has to be recalled.
 */
@Service
public class Undo {
  /** How long an action can be undone. */
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
   * Offers to undo the current action, in its transaction.
   *
   * @param act action of one of the {@link Undoable}s
   * @param before code of the previous state; may be empty
   * @return identifier of the offer, for the next page
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID offer(String act, UUID subject, String before, SignedIn who) {
    return offer(new Offers.Offer(act, subject, new Before(before), 0), null, who);
  }

  /** The same for an action that removes something: it is kept until the offer expires. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID offer(String act, UUID subject, RemovedContent removedContent, SignedIn who) {
    return offer(
        new Offers.Offer(act, subject, new Before(Before.document(removedContent.what())), 0),
        removedContent,
        who);
  }

  private UUID offer(Offers.Offer offer, @Nullable RemovedContent removedContent, SignedIn who) {
    Instant until = clock.instant().plus(OPEN);
    int held =
        act(offer.act())
            .leaving(offer.subject(), who)
            .map(which -> outbox.keep(which, until).size())
            .orElse(0);
    offers.endOver();
    return offers.add(offer.holding(held), removedContent, until, who);
  }

  /**
   * Undoes the action.
   *
   * @return where to redirect
   * @throws Refused if the offer has expired, or something has been sent
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

  /** Ends an offer early: others have built on the action. */
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
