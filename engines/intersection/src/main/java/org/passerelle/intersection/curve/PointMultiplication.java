package org.passerelle.intersection.curve;

import static org.passerelle.intersection.curve.Field.LIMBS;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Multiplies many points by one secret. The secret is recoded into 52 odd digits between -31 and
 * 31, so that every secret takes the same 255 doublings and 66 additions; only the sign and the
 * table index depend on a digit.
 *
 * <p>Joye and Tunstall, Exponent recoding and regular exponentiation algorithms, AFRICACRYPT 2009.
 */
public final class PointMultiplication {
  /** The order of the group. */
  public static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private static final int WIDTH = 5;
  private static final int DIGITS = 52;
  private static final int ENTRIES = 1 << (WIDTH - 1);
  private static final BigInteger SMALL = BigInteger.valueOf(64);

  private final int[] digits;
  private final boolean negative;

  /**
   * @throws IllegalArgumentException if the secret is not between 64 and the order less 64, which
   *     never happens by chance
   */
  public PointMultiplication(BigInteger secret) {
    if (!fits(secret)) {
      throw new IllegalArgumentException(
          """
          A secret of %d bits is not valid.
          Maybe it was not drawn at random."""
              .formatted(secret.bitLength()));
    }
    negative = !secret.testBit(0);
    digits = digits(negative ? ORDER.subtract(secret) : secret);
  }

  /** A random secret. */
  public static PointMultiplication drawn(SecureRandom random) {
    BigInteger secret;
    do {
      secret = new BigInteger(ORDER.bitLength(), random);
    } while (!fits(secret));
    return new PointMultiplication(secret);
  }

  private static boolean fits(BigInteger secret) {
    return secret.compareTo(SMALL) >= 0 && secret.compareTo(ORDER.subtract(SMALL)) <= 0;
  }

  /** The public key: the generator multiplied by the secret. */
  public Points key() {
    return raise(Points.generator());
  }

  private static int[] digits(BigInteger odd) {
    int[] digits = new int[DIGITS];
    BigInteger left = odd;
    for (int i = 0; i < DIGITS - 1; i++) {
      digits[i] = (left.intValue() & 63) - 32;
      left = left.subtract(BigInteger.valueOf(digits[i])).shiftRight(WIDTH);
    }
    digits[DIGITS - 1] = left.intValueExact();
    return digits;
  }

  /** Multiplies each point; keeps the order. Runs in several threads. */
  public Points raise(Points points) {
    Points raised = new Points(points.size);
    int parts = (points.size + Slopes.MOST - 1) / Slopes.MOST;
    IntStream.range(0, parts).parallel().forEach(part -> raise(points, raised, part));
    return raised;
  }

  private void raise(Points points, Points raised, int part) {
    int first = part * Slopes.MOST;
    int n = Math.min(Slopes.MOST, points.size - first);
    Slopes slopes = new Slopes();
    long[][] tableX = new long[ENTRIES][];
    long[][] tableY = new long[ENTRIES][];
    int[] places = IntStream.range(0, n).map(i -> i * LIMBS).toArray();
    tableX[0] = Arrays.copyOfRange(points.x, first * LIMBS, (first + n) * LIMBS);
    tableY[0] = Arrays.copyOfRange(points.y, first * LIMBS, (first + n) * LIMBS);
    long[] x = tableX[0].clone();
    long[] y = tableY[0].clone();
    slopes.twice(x, y, n);
    for (int e = 1; e < ENTRIES; e++) {
      tableX[e] = tableX[e - 1].clone();
      tableY[e] = tableY[e - 1].clone();
      slopes.plus(tableX[e], tableY[e], n, x, y, places, false);
    }
    int top = digits[DIGITS - 1] / 2;
    System.arraycopy(tableX[top], 0, x, 0, n * LIMBS);
    System.arraycopy(tableY[top], 0, y, 0, n * LIMBS);
    for (int d = DIGITS - 2; d >= 0; d--) {
      for (int i = 0; i < WIDTH; i++) {
        slopes.twice(x, y, n);
      }
      int entry = Math.abs(digits[d]) / 2;
      slopes.plus(x, y, n, tableX[entry], tableY[entry], places, digits[d] < 0);
    }
    if (negative) {
      for (int i = 0; i < n; i++) {
        Field.times(y, i * LIMBS, y, i * LIMBS, -1);
        Field.tidy(y, i * LIMBS);
      }
    }
    System.arraycopy(x, 0, raised.x, first * LIMBS, n * LIMBS);
    System.arraycopy(y, 0, raised.y, first * LIMBS, n * LIMBS);
  }
}
