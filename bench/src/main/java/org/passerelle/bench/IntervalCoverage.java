package org.passerelle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.passerelle.estimation.CaptureHistories;
import org.passerelle.estimation.Estimate;
import org.passerelle.estimation.Settings;
import org.passerelle.estimation.Study;

/**
 * How often the intervals contain the true value: tables are drawn from three known populations and
 * the stepwise estimate is computed for each.
 */
public final class IntervalCoverage {
  /**
   * A population: the probability of each list, and a pair of lists with a dependency: members are
   * more likely to be on both ({@code odds} above 1) or never on both ({@code odds} 0).
   */
  record Truth(String name, int people, double[] chances, int first, int second, double odds) {}

  /** The result for one population. */
  record Result(Truth truth, int tables, int without, double bca, double wald, double bias) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d | %.1f %% | %.1f %% | %.2f |",
          truth.name(),
          truth.people(),
          tables,
          without,
          100 * bca,
          100 * wald,
          bias);
    }
  }

  static final List<Truth> TRUTHS =
      List.of(
          new Truth("four independent lists", 1000, new double[] {.2, .15, .25, .1}, 0, 1, 1),
          new Truth("two of four lists refer", 1000, new double[] {.2, .15, .25, .1}, 0, 1, 6),
          new Truth(
              "five sparse lists, two of which never share anybody",
              1500,
              new double[] {.08, .1, .06, .05, .04},
              0,
              3,
              0));

  private IntervalCoverage() {}

  /** Prints a table; the argument is the number of tables drawn from each population. */
  public static void main(String[] arguments) {
    int tables = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    System.out.println(
        "| truth | people | tables | without an estimate | BCa with re-selection, nominal 95 % |"
            + " model taken as known, nominal 95 % | median estimate / truth |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Truth truth : TRUTHS) {
      System.out.println(simulate(truth, tables, 1000).row());
    }
  }

  static Result simulate(Truth truth, int tables, int bootstrap) {
    SplittableRandom random = new SplittableRandom(20_260_101);
    int without = 0;
    int bca = 0;
    int wald = 0;
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      Study study =
          new Study(
              table(truth, random), Settings.usual().withBootstrap(bootstrap).withSeed(i + 1));
      Estimate estimate = study.stepwise();
      if (estimate.estimate() == null) {
        without++;
        continue;
      }
      ratios.add(estimate.estimate() / truth.people());
      bca += holds(truth, estimate.lower(), estimate.upper());
      if (estimate.details().get("wald") instanceof List<?> limits) {
        wald += holds(truth, (Double) limits.get(0), (Double) limits.get(1));
      }
    }
    ratios.sort(null);
    double made = tables - without;
    return new Result(
        truth, tables, without, bca / made, wald / made, ratios.get(ratios.size() / 2));
  }

  private static int holds(
      Truth truth,
      @org.jspecify.annotations.Nullable Double lower,
      @org.jspecify.annotations.Nullable Double upper) {
    return lower != null && upper != null && lower <= truth.people() && truth.people() <= upper
        ? 1
        : 0;
  }

  private static CaptureHistories table(Truth truth, SplittableRandom random) {
    int lists = truth.chances().length;
    double[] cumulative = cumulative(truth);
    long[] counts = new long[1 << lists];
    for (int person = 0; person < truth.people(); person++) {
      double u = random.nextDouble();
      int cell = 0;
      while (cell < cumulative.length - 1 && u > cumulative[cell]) {
        cell++;
      }
      counts[cell]++;
    }
    counts[0] = 0;
    List<String> names = new ArrayList<>();
    for (int j = 0; j < lists; j++) {
      names.add("list" + (j + 1));
    }
    return CaptureHistories.of(names, counts);
  }

  private static double[] cumulative(Truth truth) {
    int lists = truth.chances().length;
    double[] weights = new double[1 << lists];
    double total = 0;
    for (int cell = 0; cell < weights.length; cell++) {
      double w = 1;
      for (int j = 0; j < lists; j++) {
        double chance = truth.chances()[j];
        w *= (cell >> j & 1) != 0 ? chance : 1 - chance;
      }
      boolean both = (cell >> truth.first() & 1) != 0 && (cell >> truth.second() & 1) != 0;
      weights[cell] = both ? w * truth.odds() : w;
      total += weights[cell];
    }
    double sum = 0;
    for (int cell = 0; cell < weights.length; cell++) {
      sum += weights[cell] / total;
      weights[cell] = sum;
    }
    return weights;
  }
}
