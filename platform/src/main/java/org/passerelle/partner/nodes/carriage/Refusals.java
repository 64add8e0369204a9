package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.partner.nodes.identity.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts rejected envelopes of each trusted node by day and reason, for its administrators and the
 * log. Receipts and log entries can never be deleted: for the first {@value #KEPT_A_DAY} rejections
 * of a day both are stored, for the rest only their number. Safe for concurrent use.
 */
@Component
public class Refusals {
  /** Rejections per node and day for which the receipt and a log entry are stored. */
  static final int KEPT_A_DAY = 200;

  private static final UUID HOUSE = new UUID(0, 0);
  private static final int DAYS = 30;
  private final JdbcClient db;
  private final AuditLog audit;
  private final Clock clock;
  private final Map<Told, Integer> waiting = new HashMap<>();
  private final Map<UUID, Integer> kept = new HashMap<>();
  private LocalDate day = LocalDate.EPOCH;

  Refusals(JdbcClient db, AuditLog audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Rejections of a node.
   *
   * @param reason code
   */
  public record Refused(String reason, long times) {}

  private record Told(UUID node, LocalDate day, Reason reason) {}

  /** Counts a rejection; it is written to the database a little later. */
  synchronized void note(UUID node, Reason reason) {
    waiting.merge(new Told(node, today(), reason), 1, Integer::sum);
  }

  /** Whether the receipt of another rejection is stored today; counts it. */
  synchronized boolean keeps(UUID node) {
    if (!day.equals(today())) {
      day = today();
      kept.clear();
    }
    return kept.merge(node, 1, Integer::sum) <= KEPT_A_DAY;
  }

  /**
   * Writes the counts to the database; the audit log records the first of a day, the tenth, the
   * hundredth …
   */
  @Scheduled(
      initialDelayString = "${schedule.partner.refusals.after}",
      fixedDelayString = "${schedule.partner.refusals.every}")
  @Transactional
  public void write() {
    Map<Told, Integer> now;
    synchronized (this) {
      now = Map.copyOf(waiting);
      waiting.clear();
    }
    now.forEach(this::write);
  }

  private void write(Told told, int more) {
    int there = add(told, more);
    if (there == 0) {
      db.sql(
              """
              insert into node_refused (node, on_day, reason, times) values (:node, :day, :reason, :times)
              """)
          .param("node", told.node)
          .param("day", told.day)
          .param("reason", told.reason.code())
          .param("times", more)
          .update();
    }
    long after = times(told);
    if (Long.toString(after).length() > Long.toString(after - more).length() || after == more) {
      audit.writeByHouse(
          HOUSE,
          "node.refused",
          "node",
          told.node,
          Map.of("reason", told.reason.code(), "count", Long.toString(after)));
    }
  }

  private int add(Told told, int more) {
    return db.sql(
            """
            update node_refused set times = times + :times
             where node = :node and on_day = :day and reason = :reason
            """)
        .param("times", more)
        .param("node", told.node)
        .param("day", told.day)
        .param("reason", told.reason.code())
        .update();
  }

  private long times(Told told) {
    return db.sql(
            "select times from node_refused where node = :node and on_day = :day and reason = :reason")
        .param("node", told.node)
        .param("day", told.day)
        .param("reason", told.reason.code())
        .query(Long.class)
        .single();
  }

  /** Rejections of a node since yesterday, the most frequent first. */
  @Transactional(readOnly = true)
  public List<Refused> of(UUID node) {
    return db.sql(
            """
            select reason, sum(times) as times from node_refused
             where node = :node and on_day >= :since group by reason order by sum(times) desc, reason
            """)
        .param("node", node)
        .param("since", today().minusDays(1))
        .query((row, i) -> new Refused(row.getString("reason"), row.getLong("times")))
        .list();
  }

  /** Deletes counts older than a month. */
  @Scheduled(
      initialDelayString = "${schedule.partner.old-refusals.after}",
      fixedDelayString = "${schedule.partner.old-refusals.every}")
  @Transactional
  public void forgetOld() {
    db.sql("delete from node_refused where on_day < :since")
        .param("since", today().minusDays(DAYS))
        .update();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
