package org.passerelle.gate;

import java.time.Duration;

/**
 * Minimum speed of a body: some seconds of grace, then a number of bytes for each second of
 * waiting. The slowest telephone line is twenty times faster.
 *
 * @param grace initial time without requirement
 * @param bytesPerSecond required on average afterwards
 */
record MinimumSpeed(Duration grace, int bytesPerSecond) {
  static final MinimumSpeed USUAL = new MinimumSpeed(Duration.ofSeconds(8), 500);

  /** Whether this number of bytes after this waiting time is too slow. */
  boolean isTooSlow(long bytes, Duration waited) {
    Duration over = waited.minus(grace);
    return !over.isNegative() && bytes < over.toMillis() * bytesPerSecond / 1000;
  }
}
