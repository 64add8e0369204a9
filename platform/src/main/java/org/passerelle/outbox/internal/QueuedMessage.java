package org.passerelle.outbox.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.Received;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A waiting message, as the delivery reads it. */
record QueuedMessage(
    UUID id,
    String type,
    int version,
    UUID sender,
    UUID recipient,
    UUID orderKey,
    @Nullable UUID cause,
    @Nullable UUID subject,
    UUID sealedUnder,
    String digest,
    byte[] payload,
    Instant occurredAt) {

  /** Reads and locks a waiting message until the end of the transaction. */
  static Optional<QueuedMessage> locked(UUID id, JdbcClient db) {
    return db.sql(
            """
                select id, type, version, order_key, sender, recipient, cause, subject, sealed_under, digest, payload,
                       occurred_at
                  from outbox_message where id = :id and state = 'queued' for update
                """)
        .param("id", id)
        .query((row, i) -> of(row))
        .optional();
  }

  /** The message as the recipient's module gets it. */
  Received received(String opened) {
    return new Received(id, type, version, sender, recipient, orderKey, occurredAt, opened);
  }

  private static QueuedMessage of(ResultSet row) throws SQLException {
    return new QueuedMessage(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getInt("version"),
        row.getObject("sender", UUID.class),
        row.getObject("recipient", UUID.class),
        row.getObject("order_key", UUID.class),
        row.getObject("cause", UUID.class),
        row.getObject("subject", UUID.class),
        row.getObject("sealed_under", UUID.class),
        row.getString("digest"),
        row.getBytes("payload"),
        Columns.instant(row, "occurred_at"));
  }
}
