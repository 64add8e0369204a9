package org.passerelle.outbox.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a message takes effect: entered once among those received, then given to the room that
 * takes its kind, in the transaction of the delivery.
 */
@Component
class Inbox {
  private final JdbcClient db;
  private final Vault vault;
  private final Clock clock;
  private final Map<String, Receiver> receivers = new HashMap<>();

  Inbox(JdbcClient db, Vault vault, Clock clock, List<Receiver> receivers) {
    this.db = db;
    this.vault = vault;
    this.clock = clock;
    for (Receiver receiver : receivers) {
      receiver.types().forEach(type -> this.receivers.put(type, receiver));
    }
  }

  /** Takes a message, unless it was taken before. */
  void take(QueuedMessage row) {
    if (enter(row)) {
      String payload = vault.open(row.sealedUnder(), JdbcOutbox.PAYLOAD, row.payload());
      if (!JdbcOutbox.digest(payload).equals(row.digest())) {
        throw new IllegalStateException(
            "Message %s does not carry what its digest says.".formatted(row.id()));
      }
      Receiver receiver = receivers.get(row.type());
      if (receiver == null) {
        throw new IllegalStateException(
            "No room takes messages of type %s.%nMaybe it comes from a newer version."
                .formatted(row.type()));
      }
      receiver.receive(
          new Received(
              row.id(),
              row.type(),
              row.version(),
              row.sender(),
              row.recipient(),
              row.orderKey(),
              row.occurredAt(),
              payload));
    }
  }

  /** Enters a message among those received; false if it was there before. */
  private boolean enter(QueuedMessage row) {
    int there =
        db.sql("select count(*) from inbox_message where id = :id")
            .param("id", row.id())
            .query(Integer.class)
            .single();
    if (there > 0) {
      return false;
    }
    db.sql(
            """
            insert into inbox_message (id, type, sender, recipient, digest, received_at)
            values (:id, :type, :sender, :recipient, :digest, :now)
            """)
        .param("id", row.id())
        .param("type", row.type())
        .param("sender", row.sender())
        .param("recipient", row.recipient())
        .param("digest", row.digest())
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    return true;
  }
}
