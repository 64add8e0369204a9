package org.passerelle.intersection.curve;

import static org.passerelle.intersection.curve.Field.LIMBS;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Many points of P-256 in one object, none of them the point at infinity. Their encoding is the
 * compressed one of SEC 1, 33 bytes each, which RFC 9497 uses for this group. The curve has
 * cofactor one: every point but infinity has the order of the group, so that being on the curve is
 * the only thing to check.
 *
 * <p>Safe for concurrent reading.
 */
public final class Points {
  /** Length of an encoded point in bytes. */
  public static final int OCTETS = 33;

  private static final BigInteger COEFFICIENT =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  static final long[] B = Field.of(COEFFICIENT);
  static final long[] THREE = Field.of(BigInteger.valueOf(3));
  static final long[] ONE = Field.of(BigInteger.ONE);

  final int size;
  final long[] x;
  final long[] y;

  Points(int size) {
    this.size = size;
    x = new long[size * LIMBS];
    y = new long[size * LIMBS];
  }

  /** The generator of the group. */
  static Points generator() {
    Points g = new Points(1);
    g.put(
        0,
        new BigInteger("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", 16),
        new BigInteger("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5", 16));
    return g;
  }

  private void put(int i, BigInteger px, BigInteger py) {
    System.arraycopy(Field.of(px), 0, x, i * LIMBS, LIMBS);
    System.arraycopy(Field.of(py), 0, y, i * LIMBS, LIMBS);
  }

  /** Number of points. */
  public int size() {
    return size;
  }

  /**
   * Decodes concatenated points.
   *
   * @throws BadPoint for a length that is not a multiple of 33, another than the compressed form,
   *     infinity, a coordinate that is not below the prime, or one that no point has
   */
  public static Points read(byte[] octets) {
    if (octets.length % OCTETS != 0) {
      int whole = octets.length / OCTETS;
      throw new BadPoint(whole, "has " + octets.length % OCTETS + " octets and not 33");
    }
    Points points = new Points(octets.length / OCTETS);
    int parts = (points.size + Slopes.MOST - 1) / Slopes.MOST;
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              Reading reading = new Reading();
              int last = Math.min((part + 1) * Slopes.MOST, points.size);
              for (int i = part * Slopes.MOST; i < last; i++) {
                reading.read(points, i, octets, i * OCTETS);
              }
            });
    return points;
  }

  /** The points, encoded and concatenated. */
  public byte[] octets() {
    byte[] octets = new byte[size * OCTETS];
    for (int i = 0; i < size; i++) {
      write(i, octets, i * OCTETS);
    }
    return octets;
  }

  void write(int i, byte[] octets, int to) {
    octets[to] = (byte) (2 + Field.sign(y, i * LIMBS));
    Field.write(x, i * LIMBS, octets, to + 1);
  }

  private static final class Reading {
    private final Powers powers = new Powers();
    private final long[] right = new long[LIMBS];
    private final long[] root = new long[LIMBS];
    private final long[] u = new long[LIMBS];

    void read(Points points, int i, byte[] octets, int at) {
      int form = octets[at];
      if (form != 2 && form != 3) {
        throw new BadPoint(i, form == 0 ? "is infinity" : "is not in the compressed form");
      }
      int p = i * LIMBS;
      if (!Field.read(points.x, p, octets, at + 1)) {
        throw new BadPoint(i, "has a coordinate that is not below the prime");
      }
      // y² = x (x² - 3) + b
      Field.square(right, 0, points.x, p);
      Field.subtract(right, 0, right, 0, THREE, 0);
      Field.multiply(right, 0, right, 0, points.x, p);
      Field.add(right, 0, right, 0, B, 0);
      powers.quarter(root, right, 0);
      Field.multiply(root, 0, root, 0, right, 0);
      Field.square(u, 0, root, 0);
      Field.subtract(u, 0, u, 0, right, 0);
      if (!Field.isZero(u, 0)) {
        throw new BadPoint(i, "is not on the curve");
      }
      Field.times(u, 0, root, 0, -1);
      Field.choose(root, 0, u, 0, -(Field.sign(root, 0) ^ (form & 1)));
      Field.tidy(root, 0);
      Field.copy(points.y, p, root, 0);
      Field.tidy(points.x, p);
    }
  }
}
