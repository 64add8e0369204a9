package org.passerelle.steer.release.estimate;

/**
 * Rounds an estimate and its interval so that the number of persons seen cannot be read from them
 * (decision 0164). Steps are tens below a thousand and leave two digits above; limits go to the
 * next step beyond them, also where they lie on one. Immutable.
 *
 * @param step distance of the numbers that may be published
 * @param observed persons seen, which is never published
 */
record Outwards(long step, long observed) {
  private static final long FINEST = 10;
  private static final long DIGITS = 100;

  /** Steps for an estimate. */
  static Outwards of(double estimate, long observed) {
    long step = FINEST;
    while (estimate >= step * DIGITS) {
      step *= FINEST;
    }
    return new Outwards(step, observed);
  }

  /** The estimate, to the nearest step. */
  long about(double estimate) {
    return Math.round(estimate / step) * step;
  }

  /** A lower limit: below the true one, not below zero, and never the number of persons seen. */
  long lower(double limit) {
    long below = ((long) Math.ceil(limit / step) - 1) * step;
    return Math.max(0, below == observed ? below - step : below);
  }

  /** An upper limit: above the true one, and never the number of persons seen. */
  long upper(double limit) {
    long above = ((long) Math.floor(limit / step) + 1) * step;
    return above == observed ? above + step : above;
  }

  /** Whether the estimate is hardly more than what was seen, and would tell it. */
  boolean tellsWhatWasSeen(double estimate) {
    return estimate - observed < step;
  }
}
