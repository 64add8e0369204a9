package org.passerelle.outbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.gate.Backoff;
import org.passerelle.outbox.Deliveries;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.storage.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers to organisations on this node. A delivery is one transaction: the basis is checked once
 * more, the message is recorded as received, the module handles it, and it is marked as delivered;
 * so it takes effect once, whenever the process is killed.
 */
@Component
class LocalDeliveries implements Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(LocalDeliveries.class);
  private static final int AT_ONCE = 100;
  private static final Backoff PAUSE = new Backoff(Duration.ofSeconds(1), Duration.ofHours(1));
  private final JdbcClient db;
  private final Inbox inbox;
  private final AuditLog audit;
  private final Endings endings;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Bases checks;

  LocalDeliveries(
      JdbcClient db,
      Inbox inbox,
      AuditLog audit,
      Endings endings,
      Clock clock,
      PlatformTransactionManager transactions,
      Bases checks) {
    this.db = db;
    this.inbox = inbox;
    this.audit = audit;
    this.endings = endings;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.checks = checks;
  }

  @Override
  public synchronized void deliverDue() {
    Set<UUID> tried = new HashSet<>();
    List<UUID> next = untried(tried);
    while (!next.isEmpty()) {
      next.forEach(this::attempt);
      next = untried(tried);
    }
  }

  /** Due messages, each at most once per round. */
  private List<UUID> untried(Set<UUID> tried) {
    return due().stream().filter(tried::add).toList();
  }

  private List<UUID> due() {
    return db.sql(
            """
            select m.id from outbox_message m
             where m.state = 'queued' and m.node is null and m.next_attempt_at <= :now
               and not exists (select 1 from delivery_hold h where h.recipient = m.recipient)
               and not exists (select 1 from outbox_message e
                                where e.order_key = m.order_key and e.recipient = m.recipient and e.state = 'queued'
                                  and (e.occurred_at < m.occurred_at
                                       or (e.occurred_at = m.occurred_at and e.id < m.id)))
             order by m.occurred_at, m.id limit :limit
            """)
        .param("now", Columns.now(clock))
        .param("limit", AT_ONCE)
        .query(UUID.class)
        .list();
  }

  private void attempt(UUID id) {
    try {
      transaction.executeWithoutResult(status -> deliver(id));
    } catch (RejectedMessage e) {
      transaction.executeWithoutResult(status -> refused(id, e));
    } catch (RuntimeException e) {
      LOG.warn("Delivery of message {} failed and will be tried again.", id, e);
      transaction.executeWithoutResult(status -> postpone(id, e));
    }
  }

  /** The recipient's module refuses it, and would again. */
  private void refused(UUID id, RejectedMessage why) {
    Optional<QueuedMessage> locked =
        QueuedMessage.locked(id, db).filter(row -> inbox.standsAlone(row.type()));
    if (locked.isEmpty()) {
      LOG.warn("Message {} was refused and will be tried again.", id, why);
      postpone(id, why);
      return;
    }
    endings.end(id, locked.get().sender(), Ending.UNDELIVERABLE, Ending.UNDELIVERABLE.code());
  }

  private void deliver(UUID id) {
    Optional<QueuedMessage> locked = QueuedMessage.locked(id, db);
    if (locked.isEmpty()) {
      return;
    }
    QueuedMessage row = locked.get();
    if (!checks.stopped(row)) {
      inbox.take(row);
      endings.end(id, row.sender(), Ending.DELIVERED, null);
    }
  }

  /** Doubles the delay after each failure, up to an hour; it never gives up. */
  private void postpone(UUID id, RuntimeException failure) {
    int attempts =
        db.sql("select attempts from outbox_message where id = :id")
            .param("id", id)
            .query(Integer.class)
            .single();
    db.sql(
            """
            update outbox_message set attempts = attempts + 1, next_attempt_at = :next, problem = :problem
             where id = :id and state = 'queued'
            """)
        .param("next", Columns.at(clock.instant().plus(PAUSE.after(attempts + 1))))
        .param("problem", failure.getClass().getSimpleName())
        .param("id", id)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Waiting> newest(int limit) {
    return db.sql(
            """
            select id, type, sender, recipient, state, attempts, occurred_at, next_attempt_at, ended_at, problem,
                   stuck_at
              from outbox_message
             order by case when state = 'queued' then 0 else 1 end, occurred_at desc limit :limit
            """)
        .param("limit", limit)
        .query(
            (row, i) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    row.getString("type"),
                    row.getObject("sender", UUID.class),
                    row.getObject("recipient", UUID.class),
                    row.getString("state"),
                    row.getInt("attempts"),
                    Columns.instant(row, "occurred_at"),
                    Columns.instantOrNull(row, "next_attempt_at"),
                    Columns.instantOrNull(row, "ended_at"),
                    row.getString("problem"),
                    row.getObject("stuck_at") != null))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public int waiting() {
    return db.sql("select count(*) from outbox_message where state = 'queued'")
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<UUID> held() {
    return db.sql("select recipient from delivery_hold").query(UUID.class).list();
  }

  @Override
  @Transactional
  public void hold(UUID recipient, boolean held, SignedIn who) {
    db.sql("delete from delivery_hold where recipient = :recipient")
        .param("recipient", recipient)
        .update();
    if (held) {
      db.sql(
              "insert into delivery_hold (recipient, since, by_user) values (:recipient, :now, :user)")
          .param("recipient", recipient)
          .param("now", Columns.now(clock))
          .param("user", who.user())
          .update();
    }
    audit.write(
        who, held ? "deliveries.held" : "deliveries.resumed", "organisation", recipient, Map.of());
  }
}
