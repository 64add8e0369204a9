package org.passerelle.prevent.tip;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Days;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many tips reached a team by week, from Monday in UTC; those that were deleted are still
 * counted. Small counts are not protected here. Thread-safe.
 */
@Component
public class TipWeeks {
  private final JdbcClient db;
  private final Clock clock;

  TipWeeks(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The Monday of a day's week. */
  public static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /**
   * Counts by Monday, of the weeks that are known: whole weeks since the team receives tips that
   * are over and of which no tip was deleted uncounted. Empty if the organisation receives none.
   *
   * @param first Monday of the first week
   * @param last Monday of the last week
   */
  @Transactional(readOnly = true)
  public Map<LocalDate, Long> of(UUID organisation, LocalDate first, LocalDate last) {
    Map<LocalDate, Long> counts = new TreeMap<>();
    LocalDate since = since(organisation);
    if (since == null) {
      return counts;
    }
    Instant now = clock.instant();
    for (LocalDate week = first; !week.isAfter(last); week = week.plusWeeks(1)) {
      if (!week.isBefore(since) && Days.over(week.plusDays(6), now)) {
        counts.put(week, 0L);
      }
    }
    List<Instant> arrived =
        db.sql(
                """
                select arrived_at from tip
                where organisation = :organisation and arrived_at >= :from and arrived_at < :until""")
            .param("organisation", organisation)
            .param("from", Columns.at(start(first)))
            .param("until", Columns.at(start(last.plusWeeks(1))))
            .query((row, number) -> Columns.instant(row, "arrived_at"))
            .list();
    for (Instant at : arrived) {
      counts.computeIfPresent(week(at), (week, tips) -> tips + 1);
    }
    db.sql(
            """
            select week, tips from tip_week_tally
            where organisation = :organisation and week between :first and :last""")
        .param("organisation", organisation)
        .param("first", first)
        .param("last", last)
        .query(
            row -> {
              long more = row.getLong("tips");
              counts.computeIfPresent(
                  row.getObject("week", LocalDate.class), (week, tips) -> tips + more);
            });
    return counts;
  }

  /** The first week of which all tips are known, or null if there is no team. */
  private @Nullable LocalDate since(UUID organisation) {
    return db.sql("select opened_at, weeks_from from tip_team where organisation = :organisation")
        .param("organisation", organisation)
        .query(
            (row, number) -> {
              LocalDate opened = next(Columns.instant(row, "opened_at"));
              LocalDate counted = row.getObject("weeks_from", LocalDate.class);
              LocalDate known = counted == null ? opened : monday(counted.plusDays(6));
              return known.isAfter(opened) ? known : opened;
            })
        .optional()
        .orElse(null);
  }

  /** The first Monday that a team was there for from its beginning. */
  private static LocalDate next(Instant opened) {
    return week(opened).plusWeeks(1);
  }

  private static LocalDate week(Instant at) {
    return monday(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Counts a tip that is about to be deleted. */
  void keep(Tip tip) {
    LocalDate week = week(tip.arrived());
    int counted =
        db.sql(
                """
                update tip_week_tally set tips = tips + 1
                where organisation = :organisation and week = :week""")
            .param("organisation", tip.organisation())
            .param("week", week)
            .update();
    if (counted == 0) {
      db.sql(
              "insert into tip_week_tally (organisation, week, tips) values (:organisation, :week, 1)")
          .param("organisation", tip.organisation())
          .param("week", week)
          .update();
    }
  }
}
