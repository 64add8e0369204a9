package org.passerelle.outbox.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.outbox.Outbox;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores messages sealed under the recipient's key. */
@Component
class JdbcOutbox implements Outbox {
  static final String PAYLOAD = "outbox_message.payload";
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  JdbcOutbox(
      JdbcClient db,
      Vault vault,
      Identifiers identifiers,
      Clock clock,
      ApplicationEventPublisher events) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
    this.events = events;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID put(Outgoing message) {
    UUID id = identifiers.next();
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    db.sql(
            """
            insert into outbox_message
              (id, type, version, order_key, occurred_at, sender, recipient, cause, digest, payload, state, attempts,
               next_attempt_at)
            values
              (:id, :type, :version, :order, :now, :sender, :recipient, :cause, :digest, :payload, 'queued', 0, :now)
            """)
        .param("id", id)
        .param("type", message.type())
        .param("version", message.version())
        .param("order", message.orderKey())
        .param("now", now)
        .param("sender", message.sender())
        .param("recipient", message.recipient())
        .param("cause", message.cause())
        .param("digest", digest(message.payload()))
        .param("payload", vault.seal(message.recipient(), PAYLOAD, message.payload()))
        .update();
    events.publishEvent(new MessagePut(id));
    return id;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<UUID> stop(UUID cause, String reason) {
    // the lock makes a delivery that is under way finish first, or wait and find the message
    // stopped
    List<UUID> waiting =
        db.sql("select id from outbox_message where cause = :cause and state = 'queued' for update")
            .param("cause", cause)
            .query(UUID.class)
            .list();
    for (UUID id : waiting) {
      db.sql(
              "update outbox_message set state = 'stopped', ended_at = :now, problem = :reason where id = :id")
          .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .param("reason", reason)
          .param("id", id)
          .update();
    }
    return waiting;
  }

  static String digest(String payload) {
    return Sha256.of(payload);
  }

  /** A message was put; after the commit it is delivered at once. */
  record MessagePut(UUID id) {}
}
