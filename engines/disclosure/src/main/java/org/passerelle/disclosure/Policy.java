package org.passerelle.disclosure;

/**
 * Requirements for publishing figures.
 *
 * <p>A count from 1 to {@code threshold} − 1 is small. For each small count, an attacker must be
 * left with an interval of at least {@code width} (maximum minus minimum possible value; so {@code
 * width} + 1 values remain possible). The same holds for a suppressed count that is not small, as
 * far as its interval extends below the threshold.
 *
 * @param method protection of small counts
 * @param threshold smallest positive count that may be shown, 2 to 1,000
 * @param width minimum width of an interval, 1 to 1,000
 * @param insiders whether a person alone in a cell is assumed to attack, knowing that cell
 * @param zerosShown whether every zero is shown; then every suppressed value is known to be at
 *     least 1
 * @param base rounding base, 2 to 1,000
 * @param records whether the attacker considers the unpublished records behind tables that together
 *     have more variables than each alone: none of their counts is negative
 * @param dominance when an amount says too much of one contributor; for releases of amounts
 */
public record Policy(
    Method method,
    int threshold,
    int width,
    boolean insiders,
    boolean zerosShown,
    int base,
    boolean records,
    Dominance dominance) {
  /** Threshold ten, width five, insiders considered, zeros shown. */
  public static final Policy USUAL = new Policy(Method.SUPPRESSION, 10, 5, true, true, 5);

  /** With an attacker who considers the records behind the tables. */
  public Policy(
      Method method, int threshold, int width, boolean insiders, boolean zerosShown, int base) {
    this(method, threshold, width, insiders, zerosShown, base, true);
  }

  /** For releases of counts. */
  public Policy(
      Method method,
      int threshold,
      int width,
      boolean insiders,
      boolean zerosShown,
      int base,
      boolean records) {
    this(method, threshold, width, insiders, zerosShown, base, records, Dominance.USUAL);
  }

  /** Protection of small counts. */
  public enum Method {
    /** Suppression of small cells and of additional ones. */
    SUPPRESSION,
    /** Every figure is rounded to a neighbouring multiple of the base, preserving sums. */
    ROUNDING
  }

  /** Whether a count could identify somebody. */
  public boolean isSmall(long count) {
    return count > 0 && count < threshold;
  }

  /** Lower bound of every suppressed value. */
  public long leastHidden() {
    return zerosShown ? 1 : 0;
  }
}
