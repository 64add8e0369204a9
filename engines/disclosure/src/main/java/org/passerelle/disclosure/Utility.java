package org.passerelle.disclosure;

import java.util.Arrays;

/**
 * Loss of utility for readers.
 *
 * @param figures number of figures
 * @param lost number of suppressed figures that are not zero
 * @param invented number of zeros shown as positive
 * @param vanished number of positive figures shown as zero
 * @param absolute mean absolute error of shown figures
 * @param relative mean relative error of shown figures that are not zero
 * @param ranksChanged share of pairs of shown, different cells of a table whose order is wrong or
 *     lost, 0 to 1
 */
public record Utility(
    int figures,
    int lost,
    int invented,
    int vanished,
    double absolute,
    double relative,
    double ranksChanged) {
  private static final int MOST_RANKED = 3_000;

  /**
   * Computes the loss; O(figures + pairs of the cells of each table, at most 3,000 of them).
   *
   * @param truth the figures before they were protected
   */
  public static Utility of(Figures truth, Published published) {
    int[] many = new int[5];
    double[] sums = new double[2];
    for (int figure = 0; figure < truth.layout().shown(); figure++) {
      long count = truth.count(figure);
      if (published.mark(figure) == Published.Mark.HIDDEN) {
        many[0] += count > 0 ? 1 : 0;
        continue;
      }
      long value = published.value(figure);
      many[1] += count == 0 && value > 0 ? 1 : 0;
      many[2] += count > 0 && value == 0 ? 1 : 0;
      many[3]++;
      sums[0] += Math.abs(value - count);
      if (count > 0) {
        many[4]++;
        sums[1] += (double) Math.abs(value - count) / count;
      }
    }
    return new Utility(
        truth.layout().shown(),
        many[0],
        many[1],
        many[2],
        sums[0] / Math.max(1, many[3]),
        sums[1] / Math.max(1, many[4]),
        ranks(truth, published));
  }

  private static double ranks(Figures truth, Published published) {
    long pairs = 0;
    long changed = 0;
    for (int t = 0; t < truth.layout().release().tables().size(); t++) {
      int[] shown =
          Arrays.stream(truth.layout().grid(t).figures)
              .filter(figure -> published.mark(figure) != Published.Mark.HIDDEN)
              .limit(MOST_RANKED)
              .toArray();
      for (int i = 0; i < shown.length; i++) {
        for (int j = 0; j < i; j++) {
          int was = Long.compare(truth.count(shown[i]), truth.count(shown[j]));
          int is = Long.compare(published.value(shown[i]), published.value(shown[j]));
          pairs += was != 0 ? 1 : 0;
          changed += was != 0 && was != is ? 1 : 0;
        }
      }
    }
    return pairs == 0 ? 0 : (double) changed / pairs;
  }
}
