package org.passerelle.intersection.curve;

import static org.passerelle.intersection.curve.Field.LIMBS;
import static org.passerelle.intersection.curve.Field.copy;
import static org.passerelle.intersection.curve.Field.multiply;
import static org.passerelle.intersection.curve.Field.square;

/**
 * The two exponentiations needed for inverses and square roots modulo the prime of P-256. One
 * instance per thread.
 */
final class Powers {
  private final long[] t2 = new long[LIMBS];
  private final long[] t30 = new long[LIMBS];
  private final long[] t32 = new long[LIMBS];
  private final long[] t94 = new long[LIMBS];
  private final long[] u = new long[LIMBS];
  private final long[] v = new long[LIMBS];

  /** z = x^(p-2), the inverse by Fermat; zero for zero. */
  void invert(long[] z, int zAt, long[] x, int xAt) {
    quarter(u, x, xAt);
    // p - 2 = 4 (p - 3) / 4 + 1
    squares(u, 2);
    multiply(z, zAt, u, 0, x, xAt);
  }

  /** z = x^((p-3)/4) = x^(2^254 - 2^222 + 2^190 + 2^94 - 1). */
  void quarter(long[] z, long[] x, int xAt) {
    square(t2, 0, x, xAt);
    multiply(t2, 0, t2, 0, x, xAt);
    square(v, 0, t2, 0);
    multiply(v, 0, v, 0, x, xAt);
    // v has 3 ones, then 6, 12 and 15
    copy(t94, 0, v, 0);
    copy(t32, 0, v, 0);
    squares(v, 3);
    multiply(v, 0, v, 0, t94, 0);
    copy(t94, 0, v, 0);
    squares(v, 6);
    multiply(v, 0, v, 0, t94, 0);
    squares(v, 3);
    multiply(v, 0, v, 0, t32, 0);
    copy(t30, 0, v, 0);
    squares(t30, 15);
    multiply(t30, 0, t30, 0, v, 0);
    copy(t32, 0, t30, 0);
    squares(t32, 2);
    multiply(t32, 0, t32, 0, t2, 0);
    copy(t94, 0, t32, 0);
    squares(t94, 32);
    multiply(t94, 0, t94, 0, t32, 0);
    squares(t94, 30);
    multiply(t94, 0, t94, 0, t30, 0);
    copy(v, 0, t32, 0);
    squares(v, 32);
    multiply(v, 0, v, 0, x, xAt);
    squares(v, 190);
    multiply(z, 0, v, 0, t94, 0);
  }

  private static void squares(long[] z, int times) {
    for (int i = 0; i < times; i++) {
      square(z, 0, z, 0);
    }
  }
}
