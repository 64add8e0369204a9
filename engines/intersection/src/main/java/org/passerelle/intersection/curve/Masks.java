package org.passerelle.intersection.curve;

import static org.passerelle.intersection.curve.Field.LIMBS;

import java.util.stream.IntStream;

/**
 * Adds or subtracts multiples of a fixed point: a table of 32 times 255 multiples, so that a
 * multiple by 256 bits is 32 additions (fixed base, as in Brickell, Gordon, McCurley and Wilson,
 * EUROCRYPT 1992). Created in about ten milliseconds. Safe for concurrent use.
 */
public final class Masks {
  /** Length of a factor in bytes, big-endian. */
  public static final int OCTETS = 32;

  private static final int ENTRIES = 256;

  /** Factors by which the points of a list are masked, constant for each position. */
  @FunctionalInterface
  public interface Factors {
    /** Writes the factor for a position, below the order of the group. */
    void write(int place, byte[] octets, int to);
  }

  private final long[] x = new long[OCTETS * ENTRIES * LIMBS];
  private final long[] y = new long[OCTETS * ENTRIES * LIMBS];

  private Masks(Points base) {
    Slopes slopes = new Slopes();
    long[] px = base.x.clone();
    long[] py = base.y.clone();
    long[] rowX = new long[OCTETS * LIMBS];
    long[] rowY = new long[OCTETS * LIMBS];
    int[] places = IntStream.range(0, OCTETS).map(i -> i * LIMBS).toArray();
    for (int row = 0; row < OCTETS; row++) {
      System.arraycopy(px, 0, rowX, row * LIMBS, LIMBS);
      System.arraycopy(py, 0, rowY, row * LIMBS, LIMBS);
      for (int i = 0; i < 8; i++) {
        slopes.twice(px, py, 1);
      }
    }
    long[] sumX = rowX.clone();
    long[] sumY = rowY.clone();
    for (int entry = 1; entry < ENTRIES; entry++) {
      if (entry == 2) {
        slopes.twice(sumX, sumY, OCTETS);
      } else if (entry > 2) {
        slopes.plus(sumX, sumY, OCTETS, rowX, rowY, places, false);
      }
      for (int row = 0; row < OCTETS; row++) {
        System.arraycopy(sumX, row * LIMBS, x, at(row, entry), LIMBS);
        System.arraycopy(sumY, row * LIMBS, y, at(row, entry), LIMBS);
      }
    }
  }

  private static int at(int row, int entry) {
    return (row * ENTRIES + entry) * LIMBS;
  }

  /** Multiples of the generator. */
  public static Masks ofGenerator() {
    return new Masks(Points.generator());
  }

  /** Multiples of a received point, the only one in its list. */
  public static Masks of(Points base) {
    if (base.size != 1) {
      throw new BadPoint(base.size, "is not the only one");
    }
    return new Masks(base);
  }

  /** Adds its multiple to each point. Runs in several threads. */
  public Points put(Points points, Factors factors) {
    return changed(points, factors, false);
  }

  /** Subtracts its multiple from each point. Runs in several threads. */
  public Points taken(Points points, Factors factors) {
    return changed(points, factors, true);
  }

  private Points changed(Points points, Factors factors, boolean minus) {
    Points changed = new Points(points.size);
    System.arraycopy(points.x, 0, changed.x, 0, points.x.length);
    System.arraycopy(points.y, 0, changed.y, 0, points.y.length);
    int parts = (points.size + Slopes.MOST - 1) / Slopes.MOST;
    IntStream.range(0, parts).parallel().forEach(part -> change(changed, factors, minus, part));
    return changed;
  }

  private void change(Points points, Factors factors, boolean minus, int part) {
    int first = part * Slopes.MOST;
    int n = Math.min(Slopes.MOST, points.size - first);
    byte[] octets = new byte[n * OCTETS];
    for (int i = 0; i < n; i++) {
      factors.write(first + i, octets, i * OCTETS);
    }
    long[] px = new long[n * LIMBS];
    long[] py = new long[n * LIMBS];
    System.arraycopy(points.x, first * LIMBS, px, 0, px.length);
    System.arraycopy(points.y, first * LIMBS, py, 0, py.length);
    Slopes slopes = new Slopes();
    int[] from = new int[n];
    for (int row = 0; row < OCTETS; row++) {
      for (int i = 0; i < n; i++) {
        int digit = octets[i * OCTETS + OCTETS - 1 - row] & 0xff;
        from[i] = digit == 0 ? -1 : at(row, digit);
      }
      slopes.plus(px, py, n, x, y, from, minus);
    }
    System.arraycopy(px, 0, points.x, first * LIMBS, px.length);
    System.arraycopy(py, 0, points.y, first * LIMBS, py.length);
  }
}
