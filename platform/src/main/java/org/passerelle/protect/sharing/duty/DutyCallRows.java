package org.passerelle.protect.sharing.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.casework.cases.CallSource;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores of what people are notified, and how far that was escalated. */
@Component
public class DutyCallRows {
  /** Referrals older than this were received before notifications existed. */
  private static final Duration NEW = Duration.ofHours(24);

  /** Time after which failed notifications are retried. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  /** Time within which something is seen by a run after it has begun to wait. */
  private static final Duration JUST_NOW = Duration.ofMinutes(2);

  private static final int AT_ONCE = 100;
  private final JdbcClient db;
  private final Clock clock;
  private final List<CallSource> sources;

  DutyCallRows(JdbcClient db, Clock clock, List<CallSource> sources) {
    this.db = db;
    this.clock = clock;
    this.sources = List.copyOf(sources);
  }

  /** Adds what has begun to wait, and removes what no longer does. */
  @Transactional
  void look() {
    Instant now = clock.instant();
    db.sql(
            """
            insert into duty_call (kind, subject, organisation, urgency, since, step, next_at)
            select 'referral', r.id, r.organisation, r.urgency, r.received_at, 0, :now
              from received_referral_outline r
             where r.state = 'open' and r.withdrawn_at is null and r.received_at > :earliest
               and not exists
                   (select 1 from duty_call c where c.subject = r.id and c.organisation = r.organisation)
            on conflict do nothing
            """)
        .param("now", Columns.at(now))
        .param("earliest", Columns.at(now.minus(NEW)))
        .update();
    db.sql(
            """
            delete from duty_call c where c.kind = 'referral' and not exists
              (select 1 from received_referral_outline r
                where r.id = c.subject and r.organisation = c.organisation
                  and r.state = 'open' and r.withdrawn_at is null)
            """)
        .update();
  }

  /** Sources besides received referrals. */
  List<CallSource> sources() {
    return sources;
  }

  /** The same for another source, in which few things wait, so that they are compared here. */
  @Transactional
  void look(CallSource source) {
    Instant now = clock.instant();
    Set<Key> known = new HashSet<>(keys(source.kind()));
    for (CallSource.Waiting one : source.waiting()) {
      if (!known.remove(new Key(one.subject(), one.organisation()))) {
        // what has become urgent after it was entered is called for from now on, step by step
        Instant since = one.since().isAfter(now.minus(JUST_NOW)) ? one.since() : now;
        db.sql(
                """
                insert into duty_call (kind, subject, organisation, urgency, since, step, next_at)
                values (:kind, :subject, :organisation, :urgency, :since, 0, :now)
                on conflict do nothing
                """)
            .param("kind", source.kind())
            .param("subject", one.subject())
            .param("organisation", one.organisation())
            .param("urgency", one.urgency().code())
            .param("since", Columns.at(since))
            .param("now", Columns.at(now))
            .update();
      }
    }
    for (Key over : known) {
      db.sql("delete from duty_call where subject = :subject and organisation = :organisation")
          .param("subject", over.subject())
          .param("organisation", over.organisation())
          .update();
    }
  }

  private record Key(UUID subject, UUID organisation) {}

  private List<Key> keys(String kind) {
    return db.sql("select subject, organisation from duty_call where kind = :kind")
        .param("kind", kind)
        .query(Key.class)
        .list();
  }

  /**
   * Calls that are due, in the order of {@link CallSource.Rank}: more than a run can make may wait.
   */
  @Transactional(readOnly = true)
  List<DutyCall> due() {
    return db.sql(
            """
            select c.*, r.service from duty_call c
              left join received_referral_outline r on r.id = c.subject and r.organisation = c.organisation
             where c.next_at <= :now
             order by case when c.kind = any(cast(:missing as varchar array)) then 0
                           when c.kind = any(cast(:noPlace as varchar array)) then 1 else 2 end,
                      case c.urgency when 'high' then 0 when 'raised' then 1 else 2 end,
                      c.since, c.subject, c.organisation
             limit :most
            """)
        .param("now", Columns.at(clock.instant()))
        .param("missing", kinds(CallSource.Rank.MISSING))
        .param("noPlace", kinds(CallSource.Rank.NO_PLACE))
        .param("most", AT_ONCE)
        .query(DutyCallRows::call)
        .list();
  }

  private String[] kinds(CallSource.Rank rank) {
    return sources.stream()
        .filter(source -> source.rank() == rank)
        .map(CallSource::kind)
        .toArray(String[]::new);
  }

  /** Claims a call for this process; a claim of a killed process expires within a minute. */
  @Transactional
  boolean claimed(DutyCall call) {
    Instant now = clock.instant();
    return db.sql(
                """
                update duty_call set next_at = :later
                 where subject = :id and organisation = :organisation and next_at <= :now
                """)
            .param("later", Columns.at(now.plus(AGAIN)))
            .param("now", Columns.at(now))
            .param("id", call.subject())
            .param("organisation", call.organisation())
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
    db.sql(
            """
            update duty_call set step = :step, next_at = :next
             where subject = :id and organisation = :organisation
            """)
        .param("step", further.step())
        .param("next", call.next().map(Columns::at).orElse(null))
        .param("id", call.subject())
        .param("organisation", call.organisation())
        .update();
  }

  /** The call of a referral that nobody has answered. */
  @Transactional(readOnly = true)
  Optional<DutyCall> of(UUID referral) {
    return db.sql(
            """
            select c.*, r.service from duty_call c
              join received_referral_outline r on r.id = c.subject and r.state = 'open'
             where c.subject = :id
            """)
        .param("id", referral)
        .query(DutyCallRows::call)
        .optional();
  }

  /**
   * Calls for referrals of an organisation that were escalated because the first person did not
   * answer in time.
   */
  @Transactional(readOnly = true)
  public List<DutyCall> unanswered(UUID organisation) {
    return db.sql(
            """
            select c.*, r.service from duty_call c
              join received_referral_outline r
                on r.id = c.subject and r.organisation = c.organisation and r.state = 'open'
             where c.organisation = :organisation and c.step > 1 order by c.since, c.subject
            """)
        .param("organisation", organisation)
        .query(DutyCallRows::call)
        .list();
  }

  private static DutyCall call(ResultSet row, int number) throws SQLException {
    return new DutyCall(
        row.getString("kind"),
        row.getObject("subject", UUID.class),
        row.getObject("organisation", UUID.class),
        Urgency.of(row.getString("urgency")),
        Referrals.HAND_OVER.equals(row.getString("service")),
        Columns.instant(row, "since"),
        row.getInt("step"));
  }
}
