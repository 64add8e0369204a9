package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.passerelle.audit.AuditLog;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports points that nobody has taken to the focal point and marks them as late for the other
 * side; also ends forgotten shifts.
 */
@Service
public class OverduePoints {
  /** Longest time that a point may wait. */
  public static final Duration PATIENCE = Duration.ofMinutes(60);

  private final DeskRows desks;
  private final BookRows rows;
  private final ShiftBook book;
  private final Shifts shifts;
  private final AuditLog audit;
  private final Clock clock;

  OverduePoints(
      DeskRows desks, BookRows rows, ShiftBook book, Shifts shifts, AuditLog audit, Clock clock) {
    this.desks = desks;
    this.rows = rows;
    this.book = book;
    this.shifts = shifts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Checks all waiting points.
   *
   * @return number of points that became late
   */
  @Scheduled(
      initialDelayString = "${schedule.protect.desk-points.after}",
      fixedDelayString = "${schedule.protect.desk-points.every}")
  @Transactional
  public int check() {
    Instant now = clock.instant();
    shifts.endForgotten();
    int late = 0;
    for (BookRows.Waiting one : rows.waitingSince(now.minus(PATIENCE))) {
      Desk desk = desks.find(one.desk(), one.organisation()).orElseThrow();
      if (!rows.late(desk, one.id(), now)) {
        continue;
      }
      book.say(desk, one.id(), "late", "point_late");
      audit.writeByHouse(
          desk.organisation(),
          "desk.point-late",
          "desk",
          desk.id(),
          Map.of("entry", one.id().toString()));
      late++;
    }
    return late;
  }
}
