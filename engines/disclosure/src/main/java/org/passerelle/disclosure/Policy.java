package org.passerelle.disclosure;

/**
 * What must hold before figures leave.
 *
 * <p>A count from 1 to {@code threshold} − 1 is small. For each small count, what an attacker can
 * work out must leave an interval of at least {@code width} (greatest less least possible value; so
 * {@code width} + 1 values stay possible). The same holds for a hidden count that is not small, so
 * far as its interval reaches below the threshold.
 *
 * @param method how small counts are protected
 * @param threshold the smallest count from 1 on that may be shown, 2 to 1,000
 * @param width least width of an interval, 1 to 1,000
 * @param insiders whether a person who alone fills a cell is an attacker too, and knows that cell
 * @param zerosShown whether every zero is shown; then whatever is hidden is known to be at least 1
 * @param base of rounding, 2 to 1,000
 * @param records whether the attacker reckons with the records behind tables that together tell
 *     more variables than each alone: none of them counts fewer than nobody
 */
public record Policy(
    Method method,
    int threshold,
    int width,
    boolean insiders,
    boolean zerosShown,
    int base,
    boolean records) {
  /** Ten, five, insiders reckoned with, zeros shown. */
  public static final Policy USUAL = new Policy(Method.SUPPRESSION, 10, 5, true, true, 5);

  /** With an attacker who reckons with the records behind. */
  public Policy(
      Method method, int threshold, int width, boolean insiders, boolean zerosShown, int base) {
    this(method, threshold, width, insiders, zerosShown, base, true);
  }

  /** How small counts are protected. */
  public enum Method {
    /** Cells are hidden, small ones and further ones. */
    SUPPRESSION,
    /** Every figure is a neighbouring multiple of the base, sums kept. */
    ROUNDING
  }

  /** Whether a count would identify somebody. */
  public boolean isSmall(long count) {
    return count > 0 && count < threshold;
  }

  /** What is known of whatever is hidden. */
  public long leastHidden() {
    return zerosShown ? 1 : 0;
  }
}
