package org.passerelle.protect.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.Columns;
import org.passerelle.protect.Urgency;
import org.passerelle.protect.referral.Referrals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores for which referrals people are notified, and how far that was escalated. */
@Component
class DutyCallRows {
  /** Referrals older than this were received before notifications existed. */
  private static final Duration NEW = Duration.ofHours(24);

  /** Time after which failed notifications are retried. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private static final int AT_ONCE = 100;
  private final JdbcClient db;
  private final Clock clock;

  DutyCallRows(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Adds new referrals, and removes those that are no longer waiting. */
  @Transactional
  void look() {
    Instant now = clock.instant();
    db.sql(
            """
            insert into duty_call (referral, organisation, urgency, since, step, next_at)
            select r.id, r.organisation, r.urgency, r.received_at, 0, :now from received_referral_outline r
             where r.state = 'open' and r.withdrawn_at is null and r.received_at > :earliest
               and not exists (select 1 from duty_call c where c.referral = r.id)
            on conflict do nothing
            """)
        .param("now", Columns.at(now))
        .param("earliest", Columns.at(now.minus(NEW)))
        .update();
    db.sql(
            """
            delete from duty_call c where not exists
              (select 1 from received_referral_outline r
                where r.id = c.referral and r.state = 'open' and r.withdrawn_at is null)
            """)
        .update();
  }

  @Transactional(readOnly = true)
  List<DutyCall> due() {
    return db.sql(
            """
            select c.*, r.service from duty_call c join received_referral_outline r on r.id = c.referral
             where c.next_at <= :now order by c.next_at, c.referral limit :most
            """)
        .param("now", Columns.at(clock.instant()))
        .param("most", AT_ONCE)
        .query(DutyCallRows::call)
        .list();
  }

  /** Claims a call for this process; a claim of a killed process expires within a minute. */
  @Transactional
  boolean claimed(DutyCall call) {
    Instant now = clock.instant();
    return db.sql(
                """
                update duty_call set next_at = :later where referral = :id and next_at <= :now
                """)
            .param("later", Columns.at(now.plus(AGAIN)))
            .param("now", Columns.at(now))
            .param("id", call.referral())
            .update()
        > 0;
  }

  /** Whether the next escalation is due, whether or not notifications of this step succeeded. */
  boolean isTimeForMore(DutyCall call) {
    return call.next().filter(next -> !next.isAfter(clock.instant())).isPresent();
  }

  @Transactional
  void called(DutyCall call) {
    DutyCall further = call.further();
    db.sql("update duty_call set step = :step, next_at = :next where referral = :id")
        .param("step", further.step())
        .param("next", call.next().map(Columns::at).orElse(null))
        .param("id", call.referral())
        .update();
  }

  /** The call of a referral that nobody has answered. */
  @Transactional(readOnly = true)
  Optional<DutyCall> of(UUID referral) {
    return db.sql(
            """
            select c.*, r.service from duty_call c
              join received_referral_outline r on r.id = c.referral and r.state = 'open'
             where c.referral = :id
            """)
        .param("id", referral)
        .query(DutyCallRows::call)
        .optional();
  }

  /**
   * Calls of an organisation that were escalated because the first person did not answer in time.
   */
  @Transactional(readOnly = true)
  List<DutyCall> unanswered(UUID organisation) {
    return db.sql(
            """
            select c.*, r.service from duty_call c
              join received_referral_outline r on r.id = c.referral and r.state = 'open'
             where c.organisation = :organisation and c.step > 1 order by c.since, c.referral
            """)
        .param("organisation", organisation)
        .query(DutyCallRows::call)
        .list();
  }

  private static DutyCall call(ResultSet row, int number) throws SQLException {
    return new DutyCall(
        row.getObject("referral", UUID.class),
        row.getObject("organisation", UUID.class),
        Urgency.of(row.getString("urgency")),
        row.getString("service").equals(Referrals.HAND_OVER),
        Columns.instant(row, "since"),
        row.getInt("step"));
  }
}
