package org.passerelle.undo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows of undo offers. Removed content that was sealed is stored under a key of the offer's own, so
 * that it cannot be read once the offer has expired, not even in a backup.
 */
@Component
class Offers {
  private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
  private static final String KEPT = "undo_offer.kept";
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Offers(
      JdbcClient db,
      Vault vault,
      Identifiers identifiers,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  record Offer(String act, UUID subject, Before before, int held) {
    Offer holding(int messages) {
      return new Offer(act, subject, before, messages);
    }
  }

  UUID add(Offer offer, @Nullable RemovedContent removedContent, Instant until, SignedIn who) {
    UUID id = identifiers.next();
    UUID under = removedContent == null ? null : removedContent.under();
    byte[] kept = null;
    if (removedContent != null && removedContent.sealed()) {
      vault.createKey(id, removedContent.under());
      kept = vault.seal(id, KEPT, offer.before.text());
    }
    db.sql(
            """
            insert into undo_offer (id, user_id, act, subject, before_it, held, until, kept, kept_under)
            values (:id, :user, :act, :subject, :before, :held, :until, :kept, :under)
            """)
        .param("id", id)
        .param("user", who.user())
        .param("act", offer.act)
        .param("subject", offer.subject)
        .param("before", kept == null ? offer.before.text() : "")
        .param("held", offer.held)
        .param("until", Columns.at(until))
        .param("kept", kept)
        .param("under", under)
        .update();
    return id;
  }

  /** Takes a valid offer of this user; it is used up by this. */
  Optional<Offer> take(UUID id, SignedIn who) {
    Optional<Offer> found =
        db.sql(
                """
                select * from undo_offer where id = :id and user_id = :user and until > :now for update
                """)
            .param("id", id)
            .param("user", who.user())
            .param("now", Columns.now(clock))
            .query(
                (row, i) -> {
                  byte[] kept = row.getBytes("kept");
                  return new Offer(
                      row.getString("act"),
                      row.getObject("subject", UUID.class),
                      new Before(
                          kept == null ? row.getString("before_it") : vault.open(id, KEPT, kept)),
                      row.getInt("held"));
                })
            .optional();
    if (found.isPresent()) {
      end(List.of(id));
    }
    return found;
  }

  /** Ends the offers for an action on a subject. */
  void end(String act, UUID subject) {
    end(
        db.sql("select id from undo_offer where act = :act and subject = :subject")
            .param("act", act)
            .param("subject", subject)
            .query(UUID.class)
            .list());
  }

  /** Ends the offers about erased files, whose keys are destroyed. */
  void endUnder(List<UUID> files) {
    for (UUID file : files) {
      db.sql("delete from undo_offer where kept_under = :file").param("file", file).update();
    }
  }

  /** Ends expired offers. */
  void endOver() {
    end(
        db.sql("select id from undo_offer where until <= :now")
            .param("now", Columns.now(clock))
            .query(UUID.class)
            .list());
  }

  private void end(List<UUID> offers) {
    for (UUID offer : offers) {
      db.sql("delete from undo_offer where id = :id").param("id", offer).update();
    }
    vault.destroyAtCommit(offers.stream().filter(vault::holds).toList());
  }

  /** Scheduled, so that removed content disappears even if nothing else happens. */
  @Scheduled(
      initialDelayString = "${schedule.undo.offers.after}",
      fixedDelayString = "${schedule.undo.offers.every}")
  void runOnSchedule() {
    try {
      transaction.executeWithoutResult(status -> endOver());
    } catch (RuntimeException e) {
      LOG.warn("Expired offers are checked again in ten seconds.", e);
    }
  }
}
