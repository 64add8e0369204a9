package org.passerelle.protect.casework.phone;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times of a record by the server's clock: the phone's times are shifted by the difference of its
 * clock at delivery, and limited to the period between its enrolment and now.
 *
 * @param off how far the phone's clock is ahead; negative if it is behind, zero if unknown
 */
record RecordTimes(Instant startedAt, Instant finishedAt, Duration off) {
  /** Clock difference from which a warning is shown. */
  static final Duration TOLERATED = Duration.ofMinutes(5);

  /**
   * Converts the phone's times.
   *
   * @param phoneNow the phone's clock at delivery, or null
   */
  static RecordTimes of(
      DeliveredRecord record, Phone phone, @Nullable Instant phoneNow, Instant now) {
    Duration off = phoneNow == null ? Duration.ZERO : Duration.between(now, phoneNow);
    Instant finished = within(moved(record.finishedAt(), off, now), phone.at(), now);
    Instant started = within(moved(record.startedAt(), off, now), phone.at(), finished);
    return new RecordTimes(started, finished, off);
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
