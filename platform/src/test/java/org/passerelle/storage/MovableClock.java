package org.passerelle.storage;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A clock that stands still until a test moves it. Many classes share a house and each moves its
 * clock on; {@link NewDay} lets each begin on a morning of its own. {@code
 * -Dpasserelle.begins=2027-12-31T22:30:00Z} shows what depends on a day.
 */
public final class MovableClock extends Clock {
  private volatile Instant now =
      Instant.parse(System.getProperty("passerelle.begins", "2026-04-09T08:00:00Z"));

  /** The latest moment that it ever showed. */
  private Instant latest = now;

  /** Moves time on. */
  public synchronized void pass(Duration time) {
    set(now.plus(time));
  }

  /**
   * Moves on to eight in the morning (UTC) of the first working day after all that it ever showed:
   * rows of those who put it back stay.
   */
  public synchronized void nextMorning() {
    ZonedDateTime morning = latest.atZone(ZoneOffset.UTC).with(LocalTime.of(8, 0)).plusDays(1);
    while (morning.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      morning = morning.plusDays(1);
    }
    set(morning.toInstant());
  }

  /** Sets the present moment. */
  public synchronized void set(Instant at) {
    now = at;
    latest = at.isAfter(latest) ? at : latest;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
