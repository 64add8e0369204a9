package org.passerelle.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.disclosure.noise.Chances;
import org.passerelle.disclosure.noise.DiscreteNoise;
import org.passerelle.disclosure.noise.Fraction;
import org.passerelle.disclosure.noise.PrivacyLedger;

/**
 * Counts with noise: they hardly reveal whether a given person is among the records, whatever else
 * an attacker knows (Dwork and others 2006). The budget is divided equally among the tables; in
 * each table a person counts in one finest cell, so that one person changes one count by one; where
 * a person may have several rows, the noise is as many times wider. Groups and totals are sums of
 * the noisy cells of their table, as drawn: if small ones were set to zero first, every empty cell
 * would add to the total, since its noise would count only where it is positive. So a total can
 * differ from the sum of the cells shown; two tables need not agree either. Immutable.
 */
public final class NoisyCounts {
  private final Layout layout;
  private final long[][] values;
  private final Fraction each;
  private final long least;

  private NoisyCounts(Layout layout, long[][] values, Fraction each, long least) {
    this.layout = layout;
    this.values = values;
    this.each = each;
    this.least = least;
  }

  /**
   * Draws noise, if the ledger permits it.
   *
   * @param epsilon budget for the whole release, positive
   * @param impossible names of finest cells that must be empty according to a public list; they
   *     stay zero. A cell that merely is empty must not be included: that would reveal it
   * @param least smaller counts are shown as zero; 1 shows every positive count
   * @throws BadRelease if the ledger refuses, a table's categories are derived from the data, or no
   *     finest cell bears one of the impossible names
   */
  public static NoisyCounts draw(
      Figures figures,
      BigDecimal epsilon,
      Set<String> impossible,
      long least,
      PrivacyLedger ledger,
      Chances chances) {
    Layout layout = figures.layout();
    if (layout.release().counting().isAmount()) {
      throw new BadRelease(
          "The release adds up amounts, and noise is drawn for counts only. Maybe declare no amount.");
    }
    refuseFound(layout.release());
    refuseUnknown(layout, impossible);
    ledger.spend(layout.release().id(), epsilon);
    int tables = layout.release().tables().size();
    Fraction each = Fraction.of(epsilon).part(tables * layout.release().counting().rows());
    DiscreteNoise noise = new DiscreteNoise(chances);
    long[][] values = new long[tables][];
    for (int t = 0; t < tables; t++) {
      Grid grid = layout.grid(t);
      values[t] = new long[grid.size()];
      for (int cell = 0; cell < grid.size(); cell++) {
        if (isFinest(grid, cell) && !impossible.contains(layout.name(grid.figures[cell]))) {
          values[t][cell] =
              noise
                  .laplace(each)
                  .add(BigInteger.valueOf(figures.count(grid.figures[cell])))
                  .longValueExact();
        }
      }
      grid.addUp(values[t]);
      values[t] = Arrays.stream(values[t]).map(value -> value < least ? 0 : value).toArray();
    }
    return new NoisyCounts(layout, values, each, Math.max(1, least));
  }

  /**
   * Refuses categories found in the data: the existence of a category with a single person would be
   * revealed, which noise on counts cannot hide.
   */
  private static void refuseFound(Release release) {
    for (TableShape table : release.tables()) {
      for (TableShape.Dimension dimension : table.dimensions()) {
        Variable variable = release.variables().get(dimension.variable());
        if (variable.found()) {
          throw new BadRelease(
              "variables.%s.categories is found: this would reveal without noise which categories occur in the data. Maybe list all possible ones."
                  .formatted(variable.name()));
        }
      }
    }
  }

  /** A name with a slip would leave its cell noisy, and say of it that a person may be there. */
  private static void refuseUnknown(Layout layout, Set<String> impossible) {
    Set<String> unknown = new TreeSet<>(impossible);
    for (int t = 0; t < layout.release().tables().size(); t++) {
      Grid grid = layout.grid(t);
      for (int cell = 0; cell < grid.size(); cell++) {
        if (isFinest(grid, cell)) {
          unknown.remove(layout.name(grid.figures[cell]));
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw new BadRelease(
          "No finest cell is called %s, which is said to be impossible. Maybe write it as VARIABLE=CATEGORY, as in %s."
              .formatted(String.join("; ", unknown), anyName(layout)));
    }
  }

  private static String anyName(Layout layout) {
    Grid grid = layout.grid(0);
    return layout.name(grid.figures[grid.size() - 1]);
  }

  private static boolean isFinest(Grid grid, int cell) {
    for (int d = 0; d < grid.nodes.length; d++) {
      if (grid.parts(cell, d).length > 0) {
        return false;
      }
    }
    return true;
  }

  /** The noisy values of a table in enumeration order. */
  public long[] values(int table) {
    return values[table].clone();
  }

  /** The layout of the figures. */
  public Layout layout() {
    return layout;
  }

  /**
   * Probability for each empty cell to be shown as if it were not: q^least / (1 + q) with q =
   * exp(−epsilon / tables). To be published with the counts.
   */
  public double riskOfAnInventedCell() {
    double q = Math.exp(-each.approximately());
    return Math.pow(q, (double) least) / (1 + q);
  }

  /** Expected absolute error of a finest cell before small values are shown as zero. */
  public double expectedError() {
    double q = Math.exp(-each.approximately());
    return 2 * q / (1 - q * q);
  }
}
