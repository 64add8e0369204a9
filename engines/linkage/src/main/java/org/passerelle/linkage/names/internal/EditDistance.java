package org.passerelle.linkage.names.internal;

/** Damerau–Levenshtein distance of letters, with a price for neighbours swapped; O(n·m). */
final class EditDistance {
  private static final ThreadLocal<double[]> ROOM = ThreadLocal.withInitial(() -> new double[1024]);

  private EditDistance() {}

  static double between(String a, String b, double swap) {
    return between(a, b, swap, Double.MAX_VALUE);
  }

  /** The distance, or some number above the limit where it is larger than that. */
  static double between(String a, String b, double swap, double limit) {
    int n = a.length();
    int m = b.length();
    if (Math.abs(n - m) > limit) {
      return Math.abs(n - m);
    }
    double[] d = ROOM.get();
    int w = m + 1;
    if (d.length < (n + 1) * w) {
      d = new double[(n + 1) * w];
      if (d.length < 1 << 20) {
        ROOM.set(d);
      }
    }
    double before = 0;
    for (int j = 0; j <= m; j++) {
      d[j] = j;
    }
    for (int i = 1; i <= n; i++) {
      int row = i * w;
      d[row] = i;
      double least = i;
      for (int j = 1; j <= m; j++) {
        double v = Math.min(d[row - w + j], d[row + j - 1]) + 1;
        v = Math.min(v, d[row - w + j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          v = Math.min(v, d[row - 2 * w + j - 2] + swap);
        }
        d[row + j] = v;
        least = Math.min(least, v);
      }
      if (least > limit && before > limit) {
        return least;
      }
      before = least;
    }
    return d[n * w + m];
  }
}
