package org.passerelle.outbox.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.gate.Backoff;
import org.passerelle.outbox.Carriage;
import org.passerelle.outbox.Ending;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages for other nodes: claimed for a minute, never locked while they are under way. */
@Component
class NodeCarriage implements Carriage {
  /** Slightly longer than the longest possible call. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  private static final Backoff PAUSE = new Backoff(Duration.ofSeconds(2), Duration.ofHours(1));
  private final JdbcClient db;
  private final Vault vault;
  private final Bases bases;
  private final Endings endings;
  private final NamedLock lock;
  private final Clock clock;

  NodeCarriage(
      JdbcClient db, Vault vault, Bases bases, Endings endings, NamedLock lock, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.bases = bases;
    this.endings = endings;
    this.lock = lock;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<UUID> nodesWithMail() {
    return db.sql(
            """
            select distinct node from outbox_message
             where state = 'queued' and node is not null and stuck_at is null and next_attempt_at <= :now
            """)
        .param("now", Columns.now(clock))
        .query(UUID.class)
        .list();
  }

  @Override
  @Transactional
  public Optional<Leaving> take(UUID node) {
    // two messages sent at the same moment must never get the same sequence number
    lock.acquire("carriage " + node);
    while (true) {
      Optional<UUID> next = next(node);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Optional<QueuedMessage> locked = QueuedMessage.locked(next.get(), db);
      // another courier may have claimed it while this one waited for the lock
      if (locked.isPresent() && due(next.get()) && !bases.stopped(locked.get())) {
        return Optional.of(leave(locked.get()));
      }
    }
  }

  private boolean due(UUID message) {
    return db.sql(
                """
                select count(*) from outbox_message
                 where id = :id and stuck_at is null and next_attempt_at <= :now
                """)
            .param("id", message)
            .param("now", Columns.now(clock))
            .query(Integer.class)
            .single()
        == 1;
  }

  private Optional<UUID> next(UUID node) {
    return db.sql(
            """
            select m.id from outbox_message m
             where m.node = :node and m.state = 'queued' and m.stuck_at is null and m.next_attempt_at <= :now
               and not exists (select 1 from delivery_hold h where h.recipient = m.recipient)
               and not exists (select 1 from outbox_message e
                                where e.order_key = m.order_key and e.recipient = m.recipient and e.state = 'queued'
                                  and (e.occurred_at < m.occurred_at
                                       or (e.occurred_at = m.occurred_at and e.id < m.id)))
               -- put earlier, committed later: what left meanwhile arrives first
               and not exists (select 1 from outbox_message e
                                where e.order_key = m.order_key and e.sender = m.sender and e.node = m.node
                                  and e.id <> m.id and e.state = 'queued' and e.left_at is not null
                                  and e.problem is null and e.stuck_at is null and e.next_attempt_at > :now)
             order by m.occurred_at, m.id limit 1
            """)
        .param("node", node)
        .param("now", Columns.now(clock))
        .query(UUID.class)
        .optional();
  }

  private Leaving leave(QueuedMessage row) {
    boolean first =
        db.sql("select count(*) from outbox_message where id = :id and left_at is null")
                .param("id", row.id())
                .query(Integer.class)
                .single()
            == 1;
    String payload = vault.open(row.sealedUnder(), JdbcOutbox.PAYLOAD, row.payload());
    long sequence = nextPlace(row);
    db.sql(
            """
            update outbox_message
               set left_at = coalesce(left_at, :now), next_attempt_at = :later, problem = null,
                   sequence = :sequence
             where id = :id
            """)
        .param("sequence", sequence)
        .param("now", Columns.now(clock))
        .param("later", Columns.now(clock).plus(UNDER_WAY))
        .param("id", row.id())
        .update();
    return new Leaving(
        row.id(),
        row.type(),
        row.version(),
        row.sender(),
        row.recipient(),
        row.orderKey(),
        sequence,
        row.occurredAt(),
        payload,
        first);
  }

  /**
   * The sequence number: higher than that of every message from this sender with this order key
   * that was ever sent. It is assigned when the message is sent and not when it is queued, because
   * two concurrent transactions do not see each other, and the later commit may have begun earlier.
   *
   * @return microseconds since 1970, or one more than the last
   */
  private long nextPlace(QueuedMessage row) {
    long last =
        db.sql(
                """
                select max(sequence) as given, max(occurred_at) as put from outbox_message
                 where order_key = :order and sender = :sender and left_at is not null
                """)
            .param("order", row.orderKey())
            .param("sender", row.sender())
            .query((found, i) -> last(found))
            .single();
    return Math.max(last + 1, micros(clock.instant()));
  }

  private static long last(ResultSet row) throws SQLException {
    OffsetDateTime put = row.getObject("put", OffsetDateTime.class);
    // zero where none is assigned yet; older versions used the time of queueing as the number
    return Math.max(row.getLong("given"), put == null ? 0 : micros(put.toInstant()));
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void arrived(UUID message) {
    QueuedMessage.locked(message, db)
        .ifPresent(row -> endings.end(message, row.sender(), Ending.DELIVERED, null));
  }

  @Override
  @Transactional
  public void failed(UUID message, String problem) {
    int attempts =
        db.sql("select attempts from outbox_message where id = :id")
            .param("id", message)
            .query(Integer.class)
            .optional()
            .orElse(0);
    db.sql(
            """
            update outbox_message set attempts = attempts + 1, next_attempt_at = :next, problem = :problem
             where id = :id and state = 'queued'
            """)
        .param("next", Columns.now(clock).plus(PAUSE.after(attempts + 1)))
        .param("problem", problem)
        .param("id", message)
        .update();
  }

  @Override
  @Transactional
  public void stuck(UUID message, String problem) {
    db.sql(
            """
            update outbox_message set attempts = attempts + 1, stuck_at = :now, problem = :problem
             where id = :id and state = 'queued'
            """)
        .param("now", Columns.now(clock))
        .param("problem", problem)
        .param("id", message)
        .update();
  }

  @Override
  @Transactional
  public void putBack(Leaving message) {
    db.sql(
            """
            update outbox_message
               set next_attempt_at = :now, left_at = case when :first then null else left_at end
             where id = :id and state = 'queued'
            """)
        .param("now", Columns.now(clock))
        .param("first", message.first())
        .param("id", message.id())
        .update();
  }

  @Override
  @Transactional
  public boolean tryAgain(UUID message) {
    return db.sql(
                """
                update outbox_message set stuck_at = null, next_attempt_at = :now
                 where id = :id and state = 'queued' and node is not null
                """)
            .param("now", Columns.now(clock))
            .param("id", message)
            .update()
        > 0;
  }

  @Override
  @Transactional
  public Optional<Ending> giveUp(UUID message) {
    String undeliverable = Ending.UNDELIVERABLE.code();
    return QueuedMessage.locked(message, db)
        .filter(row -> stuck(message))
        .map(row -> endings.end(message, row.sender(), Ending.UNDELIVERABLE, undeliverable));
  }

  private boolean stuck(UUID message) {
    return db.sql("select stuck_at is not null from outbox_message where id = :id")
        .param("id", message)
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional
  public void heard(UUID node) {
    // a message under way has no problem yet
    db.sql(
            """
            update outbox_message set next_attempt_at = :now
             where node = :node and state = 'queued' and stuck_at is null and next_attempt_at > :now
               and problem is not null and problem not in ('busy', 'unavailable')
            """)
        .param("now", Columns.now(clock))
        .param("node", node)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Waiting waiting(UUID node) {
    return db.sql(
            """
            select count(*) as waiting, count(stuck_at) as stuck
              from outbox_message where node = :node and state = 'queued'
            """)
        .param("node", node)
        .query((row, i) -> new Waiting(row.getInt("waiting"), row.getInt("stuck")))
        .single();
  }
}
