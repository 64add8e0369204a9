package org.passerelle.outbox.internal;

import java.util.Collection;
import java.util.UUID;
import org.passerelle.outbox.MovedOrders;
import org.passerelle.outbox.Received;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Determines the sender's name of an outgoing message and the recipient of an incoming one. */
@Component
class JdbcMovedOrders implements MovedOrders {
  private final JdbcClient db;

  JdbcMovedOrders(JdbcClient db) {
    this.db = db;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(Collection<UUID> orderKeys, UUID from, UUID to, boolean sends) {
    for (UUID key : orderKeys) {
      int again =
          db.sql(
                  """
                  update moved_order set moved_to = :to
                   where order_key = :key and sends = :sends and moved_to = :from
                  """)
              .param("to", to)
              .param("key", key)
              .param("sends", sends)
              .param("from", from)
              .update();
      if (again == 0) {
        db.sql(
                """
                insert into moved_order (order_key, was, moved_to, sends)
                values (:key, :from, :to, :sends)
                """)
            .param("key", key)
            .param("from", from)
            .param("to", to)
            .param("sends", sends)
            .update();
      }
    }
  }

  /**
   * The identifier by which the other side knows the sender. An organisation that now holds both
   * sides writes from one to the other.
   */
  UUID nameOf(UUID orderKey, UUID sender, UUID recipient) {
    return db.sql(
            """
            select was from moved_order
             where order_key = :key and moved_to = :sender and was <> :recipient
             order by sends desc limit 1
            """)
        .param("key", orderKey)
        .param("sender", sender)
        .param("recipient", recipient)
        .query(UUID.class)
        .optional()
        .orElse(sender);
  }

  /** The same for a search over messages to any recipient. */
  UUID nameOf(UUID orderKey, UUID sender) {
    return db.sql(
            """
            select was from moved_order where order_key = :key and moved_to = :sender
             order by sends desc limit 1
            """)
        .param("key", orderKey)
        .param("sender", sender)
        .query(UUID.class)
        .optional()
        .orElse(sender);
  }

  /** The message addressed to the organisation that now owns its subject. */
  Received where(Received message) {
    return db.sql("select moved_to from moved_order where order_key = :key and was = :recipient")
        .param("key", message.orderKey())
        .param("recipient", message.recipient())
        .query(UUID.class)
        .optional()
        .map(now -> to(now, message))
        .orElse(message);
  }

  private static Received to(UUID now, Received message) {
    return new Received(
        message.id(),
        message.type(),
        message.version(),
        message.sender(),
        now,
        message.orderKey(),
        message.occurredAt(),
        message.payload());
  }
}
