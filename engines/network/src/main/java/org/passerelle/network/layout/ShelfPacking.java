package org.passerelle.network.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Packs boxes on shelves, the highest first, into an approximately square area. */
final class ShelfPacking {
  private ShelfPacking() {}

  /** The upper left corner of each box: x in the first row, y in the second. */
  static double[][] corners(double[] width, double[] height) {
    int n = width.length;
    double area = IntStream.range(0, n).mapToDouble(i -> width[i] * height[i]).sum();
    double widest = Arrays.stream(width).max().orElse(0);
    double shelf = Math.max(widest, Math.sqrt(area) * 1.1);
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -height[i]).thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] corner = new double[2][n];
    double x = 0;
    double y = 0;
    double highest = 0;
    for (int i : order) {
      if (x > 0 && x + width[i] > shelf) {
        y += highest;
        x = 0;
        highest = 0;
      }
      corner[0][i] = x;
      corner[1][i] = y;
      x += width[i];
      highest = Math.max(highest, height[i]);
    }
    return corner;
  }
}
