package org.passerelle.intersection.curve;

import java.math.BigInteger;

/**
 * Numbers modulo the prime of P-256, 2^256 - 2^224 + 2^192 + 2^96 - 1, as five limbs of 52 bits
 * each, in Montgomery form with R = 2^260. A number takes five elements of an array; one array
 * holds many numbers. No branch depends on a value.
 *
 * <p>Limbs are signed and the last one may hold a carry: a product is between -p and 2p as long as
 * the product of the magnitudes of its factors is at most 16 p². Sums and differences of two
 * products may therefore be multiplied without carrying.
 *
 * <p>Montgomery, Modular multiplication without trial division, Mathematics of Computation 44
 * (1985).
 */
final class Field {
  /** Array elements per number. */
  static final int LIMBS = 5;

  /** The prime. */
  static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

  /** The 52 bits of a limb. */
  static final long MASK = (1L << 52) - 1;

  private static final BigInteger R = BigInteger.ONE.shiftLeft(260);
  private static final long[] P_LIMBS = limbs(P);
  private static final long[] R_SQUARED = limbs(R.multiply(R).mod(P));
  private static final long[] PLAIN_ONE = {1, 0, 0, 0, 0};

  private Field() {}

  /** A number in Montgomery form. */
  static long[] of(BigInteger value) {
    long[] z = limbs(value.mod(P));
    multiply(z, 0, z, 0, R_SQUARED, 0);
    return z;
  }

  private static long[] limbs(BigInteger value) {
    long[] limbs = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      limbs[i] = value.shiftRight(52 * i).longValue() & MASK;
    }
    return limbs;
  }

  /** Reads 32 bytes, big-endian, unreduced; false if they are not below the prime. */
  static boolean read(long[] z, int at, byte[] octets, int from) {
    raw(z, at, octets, from, 32);
    long borrow = 0;
    for (int i = 0; i < LIMBS; i++) {
      borrow = (z[at + i] - P_LIMBS[i] + borrow) >> 52;
    }
    multiply(z, at, z, at, R_SQUARED, 0);
    return borrow < 0;
  }

  /** Reads up to 32 bytes as a number that is not in Montgomery form. */
  static void raw(long[] z, int at, byte[] octets, int from, int length) {
    for (int i = 0; i < LIMBS; i++) {
      z[at + i] = 0;
    }
    for (int i = 0; i < length; i++) {
      long octet = octets[from + length - 1 - i] & 0xff;
      int bit = 8 * i;
      z[at + bit / 52] |= octet << (bit % 52) & MASK;
      if (bit % 52 > 44) {
        z[at + bit / 52 + 1] |= octet >>> (52 - bit % 52);
      }
    }
  }

  /** Writes 32 bytes, big-endian. */
  static void write(long[] x, int at, byte[] octets, int to) {
    long[] plain = new long[LIMBS];
    plain(plain, x, at);
    for (int i = 0; i < 32; i++) {
      int bit = 8 * i;
      long octet = plain[bit / 52] >>> (bit % 52);
      if (bit % 52 > 44) {
        octet |= plain[bit / 52 + 1] << (52 - bit % 52);
      }
      octets[to + 31 - i] = (byte) octet;
    }
  }

  /** Converts from Montgomery form, to between 0 and p - 1. */
  static void plain(long[] z, long[] x, int at) {
    multiply(z, 0, x, at, PLAIN_ONE, 0);
    long below = z[4] >> 63;
    long carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      long sum = z[i] + (P_LIMBS[i] & below) + carry;
      carry = i < 4 ? sum >> 52 : 0;
      z[i] = i < 4 ? sum & MASK : sum;
    }
    long[] less = new long[LIMBS];
    carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      long sum = z[i] - P_LIMBS[i] + carry;
      carry = sum >> 52;
      less[i] = i < 4 ? sum & MASK : sum;
    }
    long keep = less[4] >> 63;
    for (int i = 0; i < LIMBS; i++) {
      z[i] = (z[i] & keep) | (less[i] & ~keep);
    }
  }

  /** Whether it is zero modulo the prime. */
  static boolean isZero(long[] x, int at) {
    long[] plain = new long[LIMBS];
    plain(plain, x, at);
    return (plain[0] | plain[1] | plain[2] | plain[3] | plain[4]) == 0;
  }

  /** The sign of RFC 9380, section 4.1: whether the number (not its Montgomery form) is odd. */
  static long sign(long[] x, int at) {
    long[] plain = new long[LIMBS];
    plain(plain, x, at);
    return plain[0] & 1;
  }

  static void copy(long[] z, int zAt, long[] x, int xAt) {
    System.arraycopy(x, xAt, z, zAt, LIMBS);
  }

  static void add(long[] z, int zAt, long[] x, int xAt, long[] y, int yAt) {
    for (int i = 0; i < LIMBS; i++) {
      z[zAt + i] = x[xAt + i] + y[yAt + i];
    }
  }

  static void subtract(long[] z, int zAt, long[] x, int xAt, long[] y, int yAt) {
    for (int i = 0; i < LIMBS; i++) {
      z[zAt + i] = x[xAt + i] - y[yAt + i];
    }
  }

  static void times(long[] z, int zAt, long[] x, int xAt, int small) {
    for (int i = 0; i < LIMBS; i++) {
      z[zAt + i] = x[xAt + i] * small;
    }
  }

  /** Selects y if the mask is all ones, keeps z if it is zero. */
  static void choose(long[] z, int zAt, long[] y, int yAt, long mask) {
    for (int i = 0; i < LIMBS; i++) {
      z[zAt + i] ^= (z[zAt + i] ^ y[yAt + i]) & mask;
    }
  }

  /** Reduces a sum of a few numbers to about one prime in size, and its limbs to 52 bits. */
  static void tidy(long[] z, int at) {
    long c0 = z[at];
    long c1 = z[at + 1] + (c0 >> 52);
    long c2 = z[at + 2] + (c1 >> 52);
    long c3 = z[at + 3] + (c2 >> 52);
    long c4 = z[at + 4] + (c3 >> 52);
    long q = c4 >> 48;
    c0 = (c0 & MASK) + q;
    c1 = (c1 & MASK) - (q << 44) + (c0 >> 52);
    c2 = (c2 & MASK) + (c1 >> 52);
    c3 = (c3 & MASK) - (q << 36) + (c2 >> 52);
    c4 = c4 + (q << 16) - (q << 48) + (c3 >> 52);
    z[at] = c0 & MASK;
    z[at + 1] = c1 & MASK;
    z[at + 2] = c2 & MASK;
    z[at + 3] = c3 & MASK;
    z[at + 4] = c4;
  }

  /** Multiplies two numbers. */
  static void multiply(long[] z, int zAt, long[] x, int xAt, long[] y, int yAt) {
    long b0 = y[yAt];
    long b1 = y[yAt + 1];
    long b2 = y[yAt + 2];
    long b3 = y[yAt + 3];
    long b4 = y[yAt + 4];
    // the high half of a product, whose factors are shifted by 12 bits in total, is the part above
    // 52 bits
    long h0 = b0 << 6;
    long h1 = b1 << 6;
    long h2 = b2 << 6;
    long h3 = b3 << 6;
    long h4 = b4 << 6;
    long a = x[xAt];
    long g = a << 6;
    long c0 = a * b0 & MASK;
    long c1 = Math.multiplyHigh(g, h0) + (a * b1 & MASK);
    long c2 = Math.multiplyHigh(g, h1) + (a * b2 & MASK);
    long c3 = Math.multiplyHigh(g, h2) + (a * b3 & MASK);
    long c4 = Math.multiplyHigh(g, h3) + (a * b4 & MASK);
    long c5 = Math.multiplyHigh(g, h4);
    // adds m times the prime, so that the lowest limb becomes zero, and shifts down by one limb
    long m = c0 & MASK;
    c0 = c1 + (c0 >> 52) + (m << 44 & MASK);
    c1 = c2 + (m >>> 8);
    c2 = c3 + (m << 36 & MASK);
    c3 = c4 + (m >>> 16) - (m << 16 & MASK) + (m << 48 & MASK);
    c4 = c5 + (m >>> 4) - (m >>> 36);
    a = x[xAt + 1];
    g = a << 6;
    c0 += a * b0 & MASK;
    c1 += Math.multiplyHigh(g, h0) + (a * b1 & MASK);
    c2 += Math.multiplyHigh(g, h1) + (a * b2 & MASK);
    c3 += Math.multiplyHigh(g, h2) + (a * b3 & MASK);
    c4 += Math.multiplyHigh(g, h3) + (a * b4 & MASK);
    c5 = Math.multiplyHigh(g, h4);
    m = c0 & MASK;
    c0 = c1 + (c0 >> 52) + (m << 44 & MASK);
    c1 = c2 + (m >>> 8);
    c2 = c3 + (m << 36 & MASK);
    c3 = c4 + (m >>> 16) - (m << 16 & MASK) + (m << 48 & MASK);
    c4 = c5 + (m >>> 4) - (m >>> 36);
    a = x[xAt + 2];
    g = a << 6;
    c0 += a * b0 & MASK;
    c1 += Math.multiplyHigh(g, h0) + (a * b1 & MASK);
    c2 += Math.multiplyHigh(g, h1) + (a * b2 & MASK);
    c3 += Math.multiplyHigh(g, h2) + (a * b3 & MASK);
    c4 += Math.multiplyHigh(g, h3) + (a * b4 & MASK);
    c5 = Math.multiplyHigh(g, h4);
    m = c0 & MASK;
    c0 = c1 + (c0 >> 52) + (m << 44 & MASK);
    c1 = c2 + (m >>> 8);
    c2 = c3 + (m << 36 & MASK);
    c3 = c4 + (m >>> 16) - (m << 16 & MASK) + (m << 48 & MASK);
    c4 = c5 + (m >>> 4) - (m >>> 36);
    a = x[xAt + 3];
    g = a << 6;
    c0 += a * b0 & MASK;
    c1 += Math.multiplyHigh(g, h0) + (a * b1 & MASK);
    c2 += Math.multiplyHigh(g, h1) + (a * b2 & MASK);
    c3 += Math.multiplyHigh(g, h2) + (a * b3 & MASK);
    c4 += Math.multiplyHigh(g, h3) + (a * b4 & MASK);
    c5 = Math.multiplyHigh(g, h4);
    m = c0 & MASK;
    c0 = c1 + (c0 >> 52) + (m << 44 & MASK);
    c1 = c2 + (m >>> 8);
    c2 = c3 + (m << 36 & MASK);
    c3 = c4 + (m >>> 16) - (m << 16 & MASK) + (m << 48 & MASK);
    c4 = c5 + (m >>> 4) - (m >>> 36);
    a = x[xAt + 4];
    g = a << 6;
    c0 += a * b0 & MASK;
    c1 += Math.multiplyHigh(g, h0) + (a * b1 & MASK);
    c2 += Math.multiplyHigh(g, h1) + (a * b2 & MASK);
    c3 += Math.multiplyHigh(g, h2) + (a * b3 & MASK);
    c4 += Math.multiplyHigh(g, h3) + (a * b4 & MASK);
    c5 = Math.multiplyHigh(g, h4);
    m = c0 & MASK;
    c0 = c1 + (c0 >> 52) + (m << 44 & MASK);
    c1 = c2 + (m >>> 8);
    c2 = c3 + (m << 36 & MASK);
    c3 = c4 + (m >>> 16) - (m << 16 & MASK) + (m << 48 & MASK);
    c4 = c5 + (m >>> 4) - (m >>> 36);
    settle(z, zAt, c0, c1, c2, c3, c4);
  }

  /** Propagates carries above 52 bits and stores. */
  static void settle(long[] z, int at, long c0, long c1, long c2, long c3, long c4) {
    long d1 = c1 + (c0 >> 52);
    long d2 = c2 + (d1 >> 52);
    long d3 = c3 + (d2 >> 52);
    z[at] = c0 & MASK;
    z[at + 1] = d1 & MASK;
    z[at + 2] = d2 & MASK;
    z[at + 3] = d3 & MASK;
    z[at + 4] = c4 + (d3 >> 52);
  }

  /** Squares a number. */
  static void square(long[] z, int zAt, long[] x, int xAt) {
    Square.of(z, zAt, x, xAt);
  }
}
