package org.passerelle.undo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.pages.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient db;
  private final ObjectProvider<Undoable> acts;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Undo(
      JdbcClient db,
      ObjectProvider<Undoable> acts,
      Outbox outbox,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.acts = acts;
    this.outbox = outbox;
    this.audit = audit;
    this.identifiers = identifiers;
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
    Instant until = clock.instant().plus(OPEN);
    int held =
        act(act).leaving(subject, who).map(which -> outbox.keep(which, until).size()).orElse(0);
    db.sql("delete from undo_offer where until < :now")
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    UUID id = identifiers.next();
    db.sql(
            """
            insert into undo_offer (id, user_id, act, subject, before_it, held, until)
            values (:id, :user, :act, :subject, :before, :held, :until)
            """)
        .param("id", id)
        .param("user", who.user())
        .param("act", act)
        .param("subject", subject)
        .param("before", before)
        .param("held", held)
        .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
        .update();
    return id;
  }

  /**
   * Takes it back.
   *
   * @return where to go next
   * @throws Refused if its moment is over, or something of it has left
   */
  @Transactional
  public String takeBack(UUID id, SignedIn who) {
    Offer offer =
        db.sql("select * from undo_offer where id = :id and user_id = :user for update")
            .param("id", id)
            .param("user", who.user())
            .query(
                (row, i) ->
                    new Offer(
                        row.getString("act"),
                        row.getObject("subject", UUID.class),
                        row.getString("before_it"),
                        row.getInt("held"),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
            .optional()
            .filter(found -> clock.instant().isBefore(found.until))
            .orElseThrow(() -> new Refused("form.undo.late"));
    db.sql("delete from undo_offer where id = :id").param("id", id).update();
    Undoable act = act(offer.act);
    List<UUID> ended =
        act.leaving(offer.subject, who)
            .map(which -> outbox.end(which, Ending.REVOKED, "undone"))
            .orElse(List.of());
    if (ended.size() != offer.held) {
      throw new Refused("form.undo.late");
    }
    audit.write(who, "act.undone", act.about(), offer.subject, Map.of("act", offer.act));
    return act.putBack(offer.subject, offer.before, who);
  }

  /** Nobody can take this back any more: others have gone on from it. */
  @Transactional
  public void over(String act, UUID subject) {
    db.sql("delete from undo_offer where act = :act and subject = :subject")
        .param("act", act)
        .param("subject", subject)
        .update();
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

  private record Offer(String act, UUID subject, String before, int held, Instant until) {}
}
