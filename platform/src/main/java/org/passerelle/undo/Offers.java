package org.passerelle.undo;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
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
 * Rows of offers. What was taken away and lay sealed lies in its offer under a key of the offer's
 * own, so that nothing of it can be read once the moment is over, in no backup either.
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

  UUID add(Offer offer, @Nullable Taken taken, Instant until, SignedIn who) {
    UUID id = identifiers.next();
    UUID under = taken == null ? null : taken.under();
    byte[] kept = null;
    if (taken != null && taken.sealed()) {
      vault.createKey(id, taken.under());
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
        .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
        .param("kept", kept)
        .param("under", under)
        .update();
    return id;
  }

  /** One whose moment is not over, of this reader; it is gone with this. */
  Optional<Offer> take(UUID id, SignedIn who) {
    Optional<Offer> found =
        db.sql(
                """
                select * from undo_offer where id = :id and user_id = :user and until > :now for update
                """)
            .param("id", id)
            .param("user", who.user())
            .param("now", now())
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

  /** Those of an act on something. */
  void end(String act, UUID subject) {
    end(
        db.sql("select id from undo_offer where act = :act and subject = :subject")
            .param("act", act)
            .param("subject", subject)
            .query(UUID.class)
            .list());
  }

  /** Those of which the file is erased; their keys go with its key. */
  void endUnder(List<UUID> files) {
    for (UUID file : files) {
      db.sql("delete from undo_offer where kept_under = :file").param("file", file).update();
    }
  }

  /** Those whose moment is over. */
  void endOver() {
    end(
        db.sql("select id from undo_offer where until <= :now")
            .param("now", now())
            .query(UUID.class)
            .list());
  }

  private void end(List<UUID> offers) {
    for (UUID offer : offers) {
      db.sql("delete from undo_offer where id = :id").param("id", offer).update();
    }
    vault.destroyAtCommit(offers.stream().filter(vault::holds).toList());
  }

  /** So that what was taken away goes although nobody does anything afterwards. */
  @Scheduled(initialDelay = 30_000, fixedDelay = 10_000)
  void everyTenSeconds() {
    try {
      transaction.executeWithoutResult(status -> endOver());
    } catch (RuntimeException e) {
      LOG.warn("Acts that can no longer be undone are looked for again in ten seconds.", e);
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
