package org.passerelle.disclosure.internal;

/**
 * An inequality satisfied by every safe pattern: the suppressed cells' weights sum to at least
 * {@code least}.
 *
 * @param weights per cell, 0 to {@code least}
 */
record Cut(long[] weights, long least) {
  /** By how much a pattern, integer or fractional, violates it. */
  double missing(double[] hidden) {
    double sum = 0;
    for (int cell = 0; cell < weights.length; cell++) {
      sum += weights[cell] * hidden[cell];
    }
    return least - sum;
  }
}
