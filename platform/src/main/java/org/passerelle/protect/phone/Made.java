package org.passerelle.protect.phone;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something was made, by the house's clock: the phone's moments are moved by as much as its
 * clock differs when it hands in, and lie between its enrolment and now.
 *
 * @param off how much the phone's clock is ahead; negative if it is behind, zero if it did not say
 */
record Made(Instant startedAt, Instant finishedAt, Duration off) {
  /** A clock that is off by more is told of. */
  static final Duration TOLERATED = Duration.ofMinutes(5);

  /**
   * Corrects.
   *
   * @param phoneNow the phone's clock as it hands in, or null
   */
  static Made of(Brought record, Phone phone, @Nullable Instant phoneNow, Instant now) {
    Duration off = phoneNow == null ? Duration.ZERO : Duration.between(now, phoneNow);
    Instant finished = within(moved(record.finishedAt(), off, now), phone.at(), now);
    Instant started = within(moved(record.startedAt(), off, now), phone.at(), finished);
    return new Made(started, finished, off);
  }

  private static Instant moved(Instant at, Duration off, Instant now) {
    try {
      return at.minus(off);
    } catch (java.time.DateTimeException | ArithmeticException beyond) {
      return now;
    }
  }

  private static Instant within(Instant at, Instant first, Instant last) {
    Instant notBefore = at.isBefore(first) ? first : at;
    return notBefore.isAfter(last) ? last : notBefore;
  }
}
