package org.passerelle.intersection.curve;

/** Squares a number modulo the prime of P-256, cheaper than multiplying: {@link Field}. */
final class Square {
  private Square() {}

  /** Squares a number. */
  static void of(long[] z, int zAt, long[] x, int xAt) {
    long a0 = x[xAt];
    long a1 = x[xAt + 1];
    long a2 = x[xAt + 2];
    long a3 = x[xAt + 3];
    long a4 = x[xAt + 4];
    long t1 = a1 * 2;
    long t2 = a2 * 2;
    long t3 = a3 * 2;
    long t4 = a4 * 2;
    long g0 = a0 << 6;
    long g1 = a1 << 6;
    long g2 = a2 << 6;
    long g3 = a3 << 6;
    long g4 = a4 << 6;
    long h1 = a1 << 7;
    long h2 = a2 << 7;
    long h3 = a3 << 7;
    long h4 = a4 << 7;
    long c0 = a0 * a0 & Field.MASK;
    long c1 = (a0 * t1 & Field.MASK) + Math.multiplyHigh(g0, g0);
    long c2 = (a0 * t2 & Field.MASK) + (a1 * a1 & Field.MASK) + Math.multiplyHigh(g0, h1);
    long c3 =
        (a0 * t3 & Field.MASK)
            + (a1 * t2 & Field.MASK)
            + Math.multiplyHigh(g0, h2)
            + Math.multiplyHigh(g1, g1);
    long c4 =
        (a0 * t4 & Field.MASK)
            + (a1 * t3 & Field.MASK)
            + (a2 * a2 & Field.MASK)
            + Math.multiplyHigh(g0, h3)
            + Math.multiplyHigh(g1, h2);
    long c5 =
        (a1 * t4 & Field.MASK)
            + (a2 * t3 & Field.MASK)
            + Math.multiplyHigh(g0, h4)
            + Math.multiplyHigh(g1, h3)
            + Math.multiplyHigh(g2, g2);
    long c6 =
        (a2 * t4 & Field.MASK)
            + (a3 * a3 & Field.MASK)
            + Math.multiplyHigh(g1, h4)
            + Math.multiplyHigh(g2, h3);
    long c7 = (a3 * t4 & Field.MASK) + Math.multiplyHigh(g2, h4) + Math.multiplyHigh(g3, g3);
    long c8 = (a4 * a4 & Field.MASK) + Math.multiplyHigh(g3, h4);
    long c9 = Math.multiplyHigh(g4, g4);
    long m = c0 & Field.MASK;
    c1 += (c0 >> 52) + (m << 44 & Field.MASK);
    c2 += m >>> 8;
    c3 += m << 36 & Field.MASK;
    c4 += (m >>> 16) - (m << 16 & Field.MASK) + (m << 48 & Field.MASK);
    c5 += (m >>> 4) - (m >>> 36);
    m = c1 & Field.MASK;
    c2 += (c1 >> 52) + (m << 44 & Field.MASK);
    c3 += m >>> 8;
    c4 += m << 36 & Field.MASK;
    c5 += (m >>> 16) - (m << 16 & Field.MASK) + (m << 48 & Field.MASK);
    c6 += (m >>> 4) - (m >>> 36);
    m = c2 & Field.MASK;
    c3 += (c2 >> 52) + (m << 44 & Field.MASK);
    c4 += m >>> 8;
    c5 += m << 36 & Field.MASK;
    c6 += (m >>> 16) - (m << 16 & Field.MASK) + (m << 48 & Field.MASK);
    c7 += (m >>> 4) - (m >>> 36);
    m = c3 & Field.MASK;
    c4 += (c3 >> 52) + (m << 44 & Field.MASK);
    c5 += m >>> 8;
    c6 += m << 36 & Field.MASK;
    c7 += (m >>> 16) - (m << 16 & Field.MASK) + (m << 48 & Field.MASK);
    c8 += (m >>> 4) - (m >>> 36);
    m = c4 & Field.MASK;
    c5 += (c4 >> 52) + (m << 44 & Field.MASK);
    c6 += m >>> 8;
    c7 += m << 36 & Field.MASK;
    c8 += (m >>> 16) - (m << 16 & Field.MASK) + (m << 48 & Field.MASK);
    c9 += (m >>> 4) - (m >>> 36);
    Field.settle(z, zAt, c5, c6, c7, c8, c9);
  }
}
