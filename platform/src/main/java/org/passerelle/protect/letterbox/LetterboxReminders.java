package org.passerelle.protect.letterbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.Columns;
import org.passerelle.protect.handover.FarSide;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds the reader of a letterbox, who has no first page here, of a report that is due: on its
 * day, and every week of the month after it. The letterbox, shut since long by then, opens again
 * for whoever has its two secrets. After that month it stands before the sender alone, who calls.
 */
@Component
class LetterboxReminders {
  private static final Duration PAUSE = Duration.ofDays(7);
  private static final int WEEKS = 4;
  private final JdbcClient db;
  private final FarSide far;
  private final Clock clock;

  LetterboxReminders(JdbcClient db, FarSide far, Clock clock) {
    this.db = db;
    this.far = far;
    this.clock = clock;
  }

  /**
   * Looks at all that were accepted.
   *
   * @return how many are reminded; the mail itself goes with the others
   */
  @Scheduled(initialDelay = 45_000, fixedDelay = 3_600_000)
  @Transactional
  public int check() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    int made = 0;
    for (Map.Entry<UUID, List<UUID>> sender : accepted(now).entrySet()) {
      for (UUID referral : sender.getValue()) {
        if (far.nextReports(referral, sender.getKey()).stream()
            .anyMatch(report -> isAskedFor(report.on(), today))) {
          made += remind(referral, now);
        }
      }
    }
    return made;
  }

  private static boolean isAskedFor(LocalDate on, LocalDate today) {
    return !on.isAfter(today) && !on.plusWeeks(WEEKS).isBefore(today);
  }

  /** Those that may be reminded now, by their sender. */
  private Map<UUID, List<UUID>> accepted(Instant now) {
    Map<UUID, List<UUID>> found = new HashMap<>();
    db.sql(
            """
            select d.referral, d.sender from letterbox_dossier d
              join letterbox l on l.id = d.letterbox and l.active
             where d.answer = 'accepted' and d.taken_back_at is null and d.ended_at is null
               and (d.reminded_at is null or d.reminded_at <= :before)
            """)
        .param("before", Columns.at(now.minus(PAUSE)))
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getObject("sender", UUID.class), sender -> new ArrayList<>())
                  .add(row.getObject("referral", UUID.class));
            });
    return found;
  }

  /** Once for whoever looks at the same time; one of which something new is mailed says that. */
  private int remind(UUID referral, Instant now) {
    return db.sql(
            """
            update letterbox_dossier
               set reminded_at = :now, ends_at = :ends, mail_reminds = mail_due_at is null or mail_reminds,
                   mail_due_at = coalesce(mail_due_at, :now)
             where referral = :referral and taken_back_at is null and ended_at is null
               and (reminded_at is null or reminded_at <= :before)
            """)
        .param("now", Columns.at(now))
        .param("ends", Columns.at(now.plus(LyingRows.OPEN)))
        .param("before", Columns.at(now.minus(PAUSE)))
        .param("referral", referral)
        .update();
  }
}
