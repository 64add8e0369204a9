package org.passerelle.outbox.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Processes received messages: each is recorded once per sender, then passed to the module that
 * handles its type, in the transaction of the delivery.
 */
@Component
class Inbox implements Arrivals {
  private final JdbcClient db;
  private final Vault vault;
  private final JdbcMovedOrders moved;
  private final Clock clock;
  private final Map<String, Receiver> receivers = new HashMap<>();

  Inbox(JdbcClient db, Vault vault, JdbcMovedOrders moved, Clock clock, List<Receiver> receivers) {
    this.db = db;
    this.vault = vault;
    this.moved = moved;
    this.clock = clock;
    for (Receiver receiver : receivers) {
      receiver.types().forEach(type -> this.receivers.put(type, receiver));
    }
  }

  /** Processes a message, unless it was processed before. */
  @Transactional(propagation = Propagation.MANDATORY)
  void take(QueuedMessage row) {
    String payload = vault.open(row.sealedUnder(), JdbcOutbox.PAYLOAD, row.payload());
    if (!JdbcOutbox.digest(payload).equals(row.digest())) {
      throw new IllegalStateException(
          "The payload of message %s does not match its digest.".formatted(row.id()));
    }
    take(row.received(payload));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Entered take(Received message) {
    Entered before = before(message);
    if (before != Entered.NEW) {
      return before;
    }
    enter(message, JdbcOutbox.digest(message.payload()));
    Receiver receiver = receivers.get(message.type());
    if (receiver == null) {
      throw new RejectedMessage(RejectedMessage.Why.UNKNOWN_KIND, message.type());
    }
    receiver.receive(moved.where(message));
    return Entered.NEW;
  }

  @Override
  public boolean standsAlone(String type) {
    Receiver receiver = receivers.get(type);
    return receiver != null && receiver.alone().contains(type);
  }

  @Override
  public Entered before(Received message) {
    Optional<String> digest =
        db.sql("select digest from inbox_message where sender = :sender and id = :id")
            .param("sender", message.sender())
            .param("id", message.id())
            .query(String.class)
            .optional();
    if (digest.isEmpty()) {
      return Entered.NEW;
    }
    return digest.get().equals(JdbcOutbox.digest(message.payload()))
        ? Entered.BEFORE
        : Entered.CHANGED;
  }

  private void enter(Received message, String digest) {
    db.sql(
            """
            insert into inbox_message (id, type, sender, recipient, digest, received_at)
            values (:id, :type, :sender, :recipient, :digest, :now)
            """)
        .param("id", message.id())
        .param("type", message.type())
        .param("sender", message.sender())
        .param("recipient", message.recipient())
        .param("digest", digest)
        .param("now", Columns.now(clock))
        .update();
  }
}
