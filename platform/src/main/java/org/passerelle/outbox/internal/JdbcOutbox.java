package org.passerelle.outbox.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessagePut;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Routes;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores messages sealed under the key of the person concerned, notices under the recipient's key.
 */
@Component
class JdbcOutbox implements Outbox {
  static final String PAYLOAD = "outbox_message.payload";
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Endings endings;
  private final JdbcMovedOrders moved;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  // lazy: the module that knows other nodes queues messages itself
  private final ObjectProvider<Routes> routes;

  JdbcOutbox(
      JdbcClient db,
      Vault vault,
      Identifiers identifiers,
      Endings endings,
      JdbcMovedOrders moved,
      Clock clock,
      ApplicationEventPublisher events,
      ObjectProvider<Routes> routes) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.endings = endings;
    this.moved = moved;
    this.clock = clock;
    this.events = events;
    this.routes = routes;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID put(Outgoing message) {
    UUID id = identifiers.next();
    OffsetDateTime now = Columns.now(clock).truncatedTo(ChronoUnit.MICROS);
    UUID key = key(message);
    UUID node = node(message.recipient());
    db.sql(
            """
            insert into outbox_message
              (id, type, version, order_key, occurred_at, sender, recipient, cause, subject, sealed_under,
               digest, payload, state, attempts, next_attempt_at, node)
            values
              (:id, :type, :version, :order, :occurred, :sender, :recipient, :cause, :subject, :key,
               :digest, :payload, 'queued', 0, :due, :node)
            """)
        .param("id", id)
        .param("type", message.type())
        .param("version", message.version())
        .param("order", message.orderKey())
        .param("occurred", afterTheOthers(message, now))
        .param("due", now)
        .param("sender", moved.nameOf(message.orderKey(), message.sender(), message.recipient()))
        .param("recipient", message.recipient())
        .param("cause", message.cause())
        .param("subject", message.subject())
        .param("key", key)
        .param("digest", digest(message.payload()))
        .param("payload", vault.seal(key, PAYLOAD, message.payload()))
        .param("node", node)
        .update();
    events.publishEvent(
        new MessagePut(id, message.type(), message.orderKey(), message.sender(), node));
    return id;
  }

  private @Nullable UUID node(UUID recipient) {
    return routes
        .orderedStream()
        .flatMap(one -> one.node(recipient).stream())
        .findFirst()
        .orElse(null);
  }

  /**
   * The current time, but later than earlier messages of the same order key, even if the clock was
   * set back.
   */
  private OffsetDateTime afterTheOthers(Outgoing message, OffsetDateTime now) {
    return db.sql(
            """
            select occurred_at from outbox_message
             where order_key = :order and recipient = :recipient and occurred_at >= :now
             order by occurred_at desc limit 1
            """)
        .param("order", message.orderKey())
        .param("recipient", message.recipient())
        .param("now", now)
        .query(OffsetDateTime.class)
        .optional()
        .map(last -> last.plus(1, ChronoUnit.MICROS))
        .orElse(now);
  }

  /**
   * A message about a person is sealed under that person's key, so that it is lost when the key is
   * destroyed.
   */
  private UUID key(Outgoing message) {
    UUID subject = message.subject();
    if (subject != null && vault.holds(subject)) {
      return subject;
    }
    // an organisation on another node has no key here
    return vault.holds(message.recipient()) ? message.recipient() : message.sender();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<UUID> end(Which which, Ending how, String reason) {
    // the lock makes a delivery under way finish first, or wait and find the message ended
    List<Locked> waiting = locked(which).query(JdbcOutbox::locked).list();
    return waiting.stream()
        .filter(message -> endings.end(message.id, message.sender, how, reason) != Ending.LEFT)
        .map(Locked::id)
        .toList();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void resume(UUID cause) {
    db.sql(
            """
            update outbox_message set next_attempt_at = :now, problem = null
             where cause = :cause and state = 'queued' and stuck_at is null and left_at is null
            """)
        .param("now", Columns.now(clock))
        .param("cause", cause)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public int waitingOn(Collection<UUID> causes) {
    return db.sql(
            """
            select count(*) from outbox_message
             where cause = any(cast(:causes as uuid array)) and state = 'queued'
            """)
        .param("causes", UuidArray.of(causes))
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Instant> lastPut(Collection<String> types, Collection<UUID> orderKeys) {
    Map<UUID, Instant> last = new HashMap<>();
    db.sql(
            """
            select order_key, max(occurred_at) as latest from outbox_message
             where order_key = any(cast(:keys as uuid array)) and type in (:types)
             group by order_key
            """)
        .param("keys", UuidArray.of(orderKeys))
        .param("types", types)
        .query(
            row -> {
              last.put(row.getObject("order_key", UUID.class), Columns.instant(row, "latest"));
            });
    return last;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<UUID> keep(Which which, Instant until) {
    return locked(which).query(JdbcOutbox::locked).list().stream()
        .map(Locked::id)
        .filter(id -> kept(id, until))
        .toList();
  }

  private boolean kept(UUID id, Instant until) {
    return db.sql(
                """
                update outbox_message set next_attempt_at = :until
                 where id = :id and attempts = 0 and left_at is null
                """)
            .param("until", Columns.at(until))
            .param("id", id)
            .update()
        > 0;
  }

  private JdbcClient.StatementSpec locked(Which which) {
    if (which instanceof Which.OfKind of) {
      return db.sql(
              """
              select id, sender from outbox_message
               where order_key = :order and sender = :sender and type = :type and state = 'queued'
               order by id for update
              """)
          .param("order", of.orderKey())
          .param("sender", moved.nameOf(of.orderKey(), of.sender()))
          .param("type", of.type());
    }
    if (which instanceof Which.OnCause on) {
      return db.sql(
              """
              select id, sender from outbox_message
               where cause = :cause and state = 'queued' order by id for update
              """)
          .param("cause", on.cause());
    }
    if (which instanceof Which.OfOrder of) {
      return db.sql(
              """
              select id, sender from outbox_message
               where order_key = :order and sender = :sender and subject is not null and state = 'queued'
               order by id for update
              """)
          .param("order", of.orderKey())
          .param("sender", moved.nameOf(of.orderKey(), of.sender()));
    }
    Collection<UUID> subjects = ((Which.About) which).subjects();
    return db.sql(
            """
            select id, sender from outbox_message
             where subject in (:subjects) and state = 'queued' order by id for update
            """)
        // the list must not be empty, and no subject has a newly generated identifier
        .param("subjects", subjects.isEmpty() ? List.of(identifiers.next()) : subjects);
  }

  private static Locked locked(ResultSet row, int number) throws SQLException {
    return new Locked(row.getObject("id", UUID.class), row.getObject("sender", UUID.class));
  }

  private record Locked(UUID id, UUID sender) {}

  static String digest(String payload) {
    return Sha256.of(payload);
  }
}
