package org.passerelle.prevent.effect;

/**
 * The difference of two shares of different people with its interval of 95 percent, by Newcombe's
 * hybrid score method: R. G. Newcombe, Interval estimation for the difference between independent
 * proportions: comparison of eleven methods, Statistics in Medicine 17 (1998), 873–890, method 10.
 * The interval comes from those of Wilson for each share; it has no correction for continuity.
 *
 * @param difference the first share less the second, from -1 to 1
 * @param lower lower limit
 * @param upper upper limit
 */
public record ShareDifference(double difference, double lower, double upper) {
  /** Two-sided 95 percent of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The difference of {@code one} of {@code ofOne} and {@code two} of {@code ofTwo}.
   *
   * @throws IllegalArgumentException if nobody is counted, or more than there are
   */
  public static ShareDifference of(int one, int ofOne, int two, int ofTwo) {
    Wilson first = Wilson.of(one, ofOne);
    Wilson second = Wilson.of(two, ofTwo);
    // one rounding alone, so that 16.25 points are not shown as if they were less
    double difference = ((long) one * ofTwo - (long) two * ofOne) / ((double) ofOne * ofTwo);
    return new ShareDifference(
        difference,
        difference - Math.hypot(first.share - first.lower, second.upper - second.share),
        difference + Math.hypot(first.upper - first.share, second.share - second.lower));
  }

  private record Wilson(double share, double lower, double upper) {
    static Wilson of(int some, int all) {
      if (some < 0 || all < 1 || some > all) {
        throw new IllegalArgumentException("%d of %d is no share".formatted(some, all));
      }
      double share = some / (double) all;
      double middle = 2.0 * some + Z * Z;
      double half = Z * Math.sqrt(Z * Z + 4.0 * some * (1 - share));
      double divisor = 2 * (all + Z * Z);
      return new Wilson(share, (middle - half) / divisor, (middle + half) / divisor);
    }
  }
}
