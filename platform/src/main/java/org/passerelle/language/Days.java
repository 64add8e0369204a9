package org.passerelle.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Days that people write without an hour, such as those of a consent, a mandate, a journey or a
 * review. Such a day has begun once it has in one of the partner countries, and is over once it is
 * over in all of them: a consent given in Belgrade half an hour after midnight holds at once,
 * although it is still yesterday in UTC.
 *
 * <p>Where the reader is known, {@link Moments} knows their own day.
 */
public final class Days {
  /** No partner country is further east, so days begin here first. */
  private static final ZoneId FIRST = ZoneId.of("Europe/Athens");

  private Days() {}

  /** The newest day that has begun. */
  public static LocalDate newest(Instant now) {
    return LocalDate.ofInstant(now, FIRST);
  }

  /** The oldest day that is not over everywhere; all partner countries are east of UTC. */
  public static LocalDate oldest(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Whether a day has begun somewhere. */
  public static boolean begun(LocalDate day, Instant now) {
    return !day.isAfter(newest(now));
  }

  /** Whether a day is over everywhere. */
  public static boolean over(LocalDate day, Instant now) {
    return day.isBefore(oldest(now));
  }
}
