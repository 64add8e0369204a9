package org.passerelle.intersection.curve;

import static org.passerelle.intersection.curve.Field.LIMBS;

/**
 * Adds and doubles many points simultaneously, so that they share one inversion (Montgomery,
 * Speeding the Pollard and elliptic curve methods of factorization, Mathematics of Computation 48,
 * 1987). Working memory for one thread.
 */
final class Slopes {
  /** Number of simultaneous points: as many as fit into the fastest cache. */
  static final int MOST = 512;

  private final Powers powers = new Powers();
  private final long[] below = new long[MOST * LIMBS];
  private final long[] products = new long[MOST * LIMBS];
  private final long[] inverse = new long[LIMBS];
  private final long[] one = new long[LIMBS];
  private final long[] slope = new long[LIMBS];
  private final long[] u = new long[LIMBS];
  private final long[] v = new long[LIMBS];

  /** Doubles n points in place. */
  void twice(long[] x, long[] y, int n) {
    for (int i = 0; i < n; i++) {
      Field.add(below, i * LIMBS, y, i * LIMBS, y, i * LIMBS);
    }
    begin(n);
    for (int i = n - 1; i >= 0; i--) {
      int p = i * LIMBS;
      next(i);
      Field.square(u, 0, x, p);
      Field.subtract(u, 0, u, 0, Points.ONE, 0);
      Field.times(u, 0, u, 0, 3);
      Field.multiply(slope, 0, u, 0, one, 0);
      third(x, y, p, x, p);
    }
  }

  /**
   * Adds other points to n points.
   *
   * @param from start index of each of the others; negative for none
   * @param minus whether to subtract instead
   */
  void plus(long[] x, long[] y, int n, long[] otherX, long[] otherY, int[] from, boolean minus) {
    for (int i = 0; i < n; i++) {
      if (from[i] < 0) {
        Field.copy(below, i * LIMBS, Points.ONE, 0);
      } else {
        Field.subtract(below, i * LIMBS, otherX, from[i], x, i * LIMBS);
      }
    }
    begin(n);
    for (int i = n - 1; i >= 0; i--) {
      next(i);
      if (from[i] >= 0) {
        int p = i * LIMBS;
        if (minus) {
          Field.add(u, 0, otherY, from[i], y, p);
          Field.times(u, 0, u, 0, -1);
        } else {
          Field.subtract(u, 0, otherY, from[i], y, p);
        }
        Field.multiply(slope, 0, u, 0, one, 0);
        third(x, y, p, otherX, from[i]);
      }
    }
  }

  /** Inverts n numbers in place. */
  void invert(long[] z, int n) {
    System.arraycopy(z, 0, below, 0, n * LIMBS);
    begin(n);
    for (int i = n - 1; i >= 0; i--) {
      next(i);
      Field.copy(z, i * LIMBS, one, 0);
    }
  }

  private void begin(int n) {
    Field.copy(products, 0, below, 0);
    for (int i = 1; i < n; i++) {
      Field.multiply(products, i * LIMBS, products, (i - 1) * LIMBS, below, i * LIMBS);
    }
    powers.invert(inverse, 0, products, (n - 1) * LIMBS);
    if (Field.isZero(inverse, 0)) {
      throw new ArithmeticException(
          """
          Two points to be added are equal, or negatives of each other.
          Maybe this is an attack: it does not happen with random points.""");
    }
  }

  /** The inverse of number i; to be requested from the last to the first. */
  private void next(int i) {
    if (i == 0) {
      Field.copy(one, 0, inverse, 0);
      return;
    }
    Field.multiply(one, 0, inverse, 0, products, (i - 1) * LIMBS);
    Field.multiply(inverse, 0, inverse, 0, below, i * LIMBS);
  }

  /** The negated third point of the line through two points, in place of the first. */
  private void third(long[] x, long[] y, int p, long[] otherX, int other) {
    Field.square(u, 0, slope, 0);
    Field.subtract(u, 0, u, 0, x, p);
    Field.subtract(u, 0, u, 0, otherX, other);
    Field.tidy(u, 0);
    Field.subtract(v, 0, x, p, u, 0);
    Field.multiply(v, 0, slope, 0, v, 0);
    Field.subtract(y, p, v, 0, y, p);
    Field.tidy(y, p);
    Field.copy(x, p, u, 0);
  }
}
