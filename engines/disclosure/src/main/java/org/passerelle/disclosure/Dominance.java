package org.passerelle.disclosure;

import java.util.Arrays;

/**
 * When an amount says too much of a single contributor. The p % rule: the second largest
 * contributor, who subtracts their own, must not come closer to the largest than p %. The (n, k)
 * rule: the n largest must not make up more than k % of the total.
 *
 * <p>Source: Hundepool et al., <i>Statistical Disclosure Control</i> (2012), section 4.2.2; Cox,
 * <i>Linear sensitivity measures in statistical disclosure control</i> (1981).
 *
 * @param percent p, 1 to 100; 0 without this rule
 * @param largest n, 1 to {@link #MOST_LARGEST}; 0 without this rule
 * @param share k in percent, 1 to 99; 0 without this rule
 */
public record Dominance(int percent, int largest, int share) {
  /** Highest n. */
  public static final int MOST_LARGEST = 5;

  /** The p % rule with p = 10. */
  public static final Dominance USUAL = new Dominance(10, 0, 0);

  /** How many of the largest contributions of a cell must be known. */
  static final int KEPT = MOST_LARGEST;

  /**
   * How far above the total readers' highest estimate of it must lie; 0 if the amount may be shown.
   * O(1).
   *
   * @param total sum of all contributions
   * @param top the largest contributions, descending, {@link #KEPT} of them, zeros at the end
   * @param few whether fewer contributed than the threshold
   */
  long distance(long total, long[] top, boolean few) {
    long distance = 0;
    if (percent > 0) {
      long rest = total - top[0] - top[1];
      distance = Math.max(distance, up(top[0] * percent, 100) - rest);
      distance = few ? Math.max(distance, up(total * percent, 100)) : distance;
    }
    if (share > 0) {
      long most = Arrays.stream(top, 0, largest).sum();
      distance = Math.max(distance, up(most * 100, share) - total);
      distance = few ? Math.max(distance, up(total * (100 - share), share)) : distance;
    }
    return few ? Math.max(1, distance) : distance;
  }

  private static long up(long some, long by) {
    return (some + by - 1) / by;
  }
}
