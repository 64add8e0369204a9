package org.passerelle.protect.safeguards.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures of the last twelve full months, from coded columns of cases, referrals and screenings.
 * The period ends with a full month, so that comparing figures of two days reveals nobody. For the
 * user's organisation; analysts and steering roles see the whole node.
 */
@Service
public class Figures {
  private final JdbcClient db;
  private final Clock clock;

  Figures(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** A period; the end is exclusive. */
  public record Period(LocalDate from, LocalDate until) {}

  /**
   * Counts in one row with their sum.
   *
   * @param rows codes; the empty code means unknown
   * @param shown protection of each count, the sum last
   */
  public record Table(List<String> rows, List<Long> counts, List<SmallCells.Shown> shown) {
    public Table {
      rows = List.copyOf(rows);
      counts = List.copyOf(counts);
      shown = List.copyOf(shown);
    }

    /** The sum; may only be shown if the last element of {@link #shown} allows it. */
    public long sum() {
      return counts.stream().mapToLong(Long::longValue).sum();
    }

    boolean sumShown() {
      return shown.get(shown.size() - 1) == SmallCells.Shown.AS_IT_IS;
    }

    private static Table of(List<String> rows, List<Long> counts, boolean withSum) {
      return new Table(
          rows,
          counts,
          List.of(
              SmallCells.ofLine(counts.stream().mapToLong(Long::longValue).toArray(), withSum)));
    }

    Table withoutSum() {
      return of(rows, counts, false);
    }
  }

  /** Two tables of the same cases: a sum hidden in one is hidden in the other as well. */
  public record Pair(Table one, Table other) {
    static Pair of(Table one, Table other) {
      boolean both = one.sumShown() && other.sumShown();
      return both ? new Pair(one, other) : new Pair(one.withoutSum(), other.withoutSum());
    }
  }

  /**
   * A duration.
   *
   * @param cases number of measured cases
   * @param days median, or -1 if fewer than the threshold were measured
   */
  public record Span(int cases, long days) {}

  /** All figures for a reader. */
  public record All(
      Period period,
      boolean node,
      Pair cases,
      Pair referrals,
      Span answer,
      Span decision,
      Table overdue) {}

  /** Figures that the reader may see. */
  @Transactional(readOnly = true)
  public All of(SignedIn who) {
    LocalDate end = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    Period period = new Period(end.minusYears(1), end);
    boolean node = who.is(Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEERING_MEMBER);
    return new All(
        period,
        node,
        Pair.of(
            table(
                """
                select coalesce(form, '') as line, count(*) as number from case_outline
                 where opened_at >= :from and opened_at < :until and (:node or organisation = :organisation)
                 group by coalesce(form, '')
                """,
                period,
                node,
                who),
            table(
                """
                select country as line, count(*) as number from case_outline
                 where opened_at >= :from and opened_at < :until and (:node or organisation = :organisation)
                 group by country
                """,
                period,
                node,
                who)),
        Pair.of(
            table(
                """
                select case when state in ('accepted', 'done') then 'accepted'
                            when state = 'declined' then 'declined' else 'open' end as line,
                       count(*) as number
                  from referral_outline
                 where sent_at >= :from and sent_at < :until and (:node or organisation = :organisation)
                 group by case when state in ('accepted', 'done') then 'accepted'
                            when state = 'declined' then 'declined' else 'open' end
                """,
                period,
                node,
                who),
            table(
                """
                select service as line, count(*) as number from referral_outline
                 where sent_at >= :from and sent_at < :until and (:node or organisation = :organisation)
                 group by service
                """,
                period,
                node,
                who)),
        span(
            """
            select sent_at as began, answered_at as ended from referral_outline
             where sent_at >= :from and sent_at < :until and answered_at is not null
               and (:node or organisation = :organisation)
            """,
            period,
            node,
            who),
        span(
            """
            select s.finished_at as began, cast(min(d.at) as timestamp(6) with time zone) as ended
              from screening_outline s join case_decision_outline d on d.case_id = s.case_id and d.at >= s.finished_at
             where s.finished_at >= :from and s.finished_at < :until and (:node or s.organisation = :organisation)
             group by s.id, s.finished_at
            """,
            period,
            node,
            who),
        table(
            """
            select line, count(*) as number
              from (select case when next_due < :now then 'late' when next_due is null then 'none' else 'ahead' end as line
                      from case_outline
                     where opened_at >= :from and opened_at < :until and state <> 'closed'
                       and (:node or organisation = :organisation)) judged
             group by line
            """,
            period,
            node,
            who));
  }

  private JdbcClient.StatementSpec bind(String sql, Period period, boolean node, SignedIn who) {
    return db.sql(sql)
        .param("from", day(period.from))
        .param("until", day(period.until))
        .param("now", Columns.now(clock))
        .param("node", node)
        .param("organisation", who.organisation());
  }

  private Table table(String sql, Period period, boolean node, SignedIn who) {
    List<String> rows = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    bind(sql, period, node, who)
        .query(
            row -> {
              rows.add(row.getString("line"));
              counts.add(row.getLong("number"));
            });
    return Table.of(rows, counts, true);
  }

  private Span span(String sql, Period period, boolean node, SignedIn who) {
    List<Duration> spans = new ArrayList<>();
    bind(sql, period, node, who)
        .query(
            row -> {
              spans.add(
                  Duration.between(
                      row.getObject("began", OffsetDateTime.class),
                      row.getObject("ended", OffsetDateTime.class)));
            });
    Collections.sort(spans);
    boolean enough = spans.size() >= SmallCells.THRESHOLD;
    return new Span(spans.size(), enough ? spans.get(spans.size() / 2).toDays() : -1);
  }

  private static OffsetDateTime day(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
