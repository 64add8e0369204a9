package org.passerelle.intersection.curve;

import static org.passerelle.intersection.curve.Field.LIMBS;
import static org.passerelle.intersection.curve.Field.add;
import static org.passerelle.intersection.curve.Field.choose;
import static org.passerelle.intersection.curve.Field.copy;
import static org.passerelle.intersection.curve.Field.multiply;
import static org.passerelle.intersection.curve.Field.square;
import static org.passerelle.intersection.curve.Field.subtract;
import static org.passerelle.intersection.curve.Field.tidy;
import static org.passerelle.intersection.curve.Field.times;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hashes texts to points of P-256 whose mutual discrete logarithms nobody knows: the suite
 * P256_XMD:SHA-256_SSWU_RO_ of RFC 9380. Safe for concurrent use.
 */
public final class HashToCurve {
  private static final int AT_ONCE = Slopes.MOST / 2;
  private static final long[] A = Field.of(BigInteger.valueOf(-3));
  private static final long[] Z = Field.of(BigInteger.valueOf(-10));
  private static final long[] ROOT_OF_MINUS_Z =
      Field.of(BigInteger.TEN.modPow(Field.P.add(BigInteger.ONE).shiftRight(2), Field.P));

  private final Expansion expansion;

  /**
   * @param domain the domain separation tag, at most 255 bytes
   */
  public HashToCurve(byte[] domain) {
    expansion = new Expansion(domain);
  }

  /** A point for each message, in order. Runs in several threads. */
  public Points hash(List<byte[]> messages) {
    Points points = new Points(messages.size());
    int parts = (messages.size() + AT_ONCE - 1) / AT_ONCE;
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              int first = part * AT_ONCE;
              int last = Math.min(first + AT_ONCE, messages.size());
              new Mapping(last - first)
                  .hash(expansion, messages.subList(first, last), points, first);
            });
    return points;
  }

  /** Processes one part: the first halves of all messages precede the second halves. */
  private static final class Mapping {
    private final int n;
    private final long[] x;
    private final long[] y;
    private final long[] below;
    private final Slopes slopes = new Slopes();
    private final Powers powers = new Powers();
    private final long[] u = new long[LIMBS];
    private final long[] t1 = new long[LIMBS];
    private final long[] t2 = new long[LIMBS];
    private final long[] t3 = new long[LIMBS];
    private final long[] t4 = new long[LIMBS];
    private final long[] t5 = new long[LIMBS];
    private final long[] t6 = new long[LIMBS];
    private final long[] y1 = new long[LIMBS];
    private final long[] w = new long[LIMBS];

    Mapping(int n) {
      this.n = n;
      x = new long[2 * n * LIMBS];
      y = new long[2 * n * LIMBS];
      below = new long[2 * n * LIMBS];
    }

    void hash(Expansion expansion, List<byte[]> messages, Points points, int first) {
      Expansion.Run run = expansion.run();
      for (int i = 0; i < n; i++) {
        byte[] uniform = run.expand(messages.get(i));
        element(uniform, 0);
        map(i * LIMBS);
        element(uniform, 48);
        map((n + i) * LIMBS);
      }
      slopes.invert(below, 2 * n);
      for (int p = 0; p < 2 * n * LIMBS; p += LIMBS) {
        multiply(x, p, x, p, below, p);
        tidy(x, p);
      }
      int[] second = IntStream.range(n, 2 * n).map(i -> i * LIMBS).toArray();
      slopes.plus(x, y, n, x, y, second, false);
      System.arraycopy(x, 0, points.x, first * LIMBS, n * LIMBS);
      System.arraycopy(y, 0, points.y, first * LIMBS, n * LIMBS);
    }

    /** hash_to_field, section 5.2: 48 bytes modulo the prime. */
    private void element(byte[] uniform, int at) {
      Field.raw(u, 0, uniform, at, 16);
      multiply(u, 0, u, 0, Expansion.HIGH, 0);
      Field.raw(t1, 0, uniform, at + 16, 32);
      multiply(t1, 0, t1, 0, Expansion.LOW, 0);
      add(u, 0, u, 0, t1, 0);
      tidy(u, 0);
    }

    /** The simplified SWU map, appendix F.2, without its division. */
    private void map(int p) {
      square(t1, 0, u, 0);
      multiply(t1, 0, t1, 0, Z, 0);
      square(t2, 0, t1, 0);
      add(t2, 0, t2, 0, t1, 0);
      tidy(t2, 0);
      add(t3, 0, t2, 0, Points.ONE, 0);
      multiply(t3, 0, t3, 0, Points.B, 0);
      long zero = Field.isZero(t2, 0) ? -1L : 0L;
      times(t4, 0, t2, 0, -1);
      choose(t4, 0, Z, 0, zero);
      multiply(t4, 0, t4, 0, A, 0);
      square(t2, 0, t3, 0);
      square(t6, 0, t4, 0);
      multiply(t5, 0, t6, 0, A, 0);
      add(t2, 0, t2, 0, t5, 0);
      multiply(t2, 0, t2, 0, t3, 0);
      multiply(t6, 0, t6, 0, t4, 0);
      multiply(t5, 0, t6, 0, Points.B, 0);
      add(t2, 0, t2, 0, t5, 0);
      tidy(t2, 0);
      multiply(x, p, t1, 0, t3, 0);
      long isSquare = root();
      multiply(y, p, t1, 0, u, 0);
      multiply(y, p, y, p, y1, 0);
      choose(x, p, t3, 0, isSquare);
      choose(y, p, y1, 0, isSquare);
      times(w, 0, y, p, -1);
      choose(y, p, w, 0, -(Field.sign(u, 0) ^ Field.sign(y, p)));
      tidy(y, p);
      copy(below, p, t4, 0);
    }

    /** sqrt_ratio for primes of 3 modulo 4, appendix F.2.1.2, of t2 over t6 into y1. */
    private long root() {
      square(t5, 0, t6, 0);
      multiply(w, 0, t2, 0, t6, 0);
      multiply(t5, 0, t5, 0, w, 0);
      powers.quarter(y1, t5, 0);
      multiply(y1, 0, y1, 0, w, 0);
      square(t5, 0, y1, 0);
      multiply(t5, 0, t5, 0, t6, 0);
      subtract(t5, 0, t5, 0, t2, 0);
      long isSquare = Field.isZero(t5, 0) ? -1L : 0L;
      multiply(w, 0, y1, 0, ROOT_OF_MINUS_Z, 0);
      choose(y1, 0, w, 0, ~isSquare);
      return isSquare;
    }
  }
}
