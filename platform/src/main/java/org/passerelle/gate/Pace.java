package org.passerelle.gate;

import java.time.Duration;

/**
 * How slowly a body may come: some seconds for whatever it is, then so many bytes for each second
 * that it was waited for. The slowest line of a telephone is twenty times as fast.
 *
 * @param grace nothing is asked of the first seconds
 * @param bytesPerSecond afterwards, on average
 */
record Pace(Duration grace, int bytesPerSecond) {
  static final Pace USUAL = new Pace(Duration.ofSeconds(8), 500);

  /** Whether so many bytes after so much waiting is too slow. */
  boolean isTooSlow(long bytes, Duration waited) {
    Duration over = waited.minus(grace);
    return !over.isNegative() && bytes < over.toMillis() * bytesPerSecond / 1000;
  }
}
