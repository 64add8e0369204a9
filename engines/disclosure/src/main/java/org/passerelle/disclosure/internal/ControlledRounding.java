package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Rounds every count to a neighbouring multiple of a base so that all sums are preserved (Cox 1987;
 * Salazar, <i>Controlled rounding and cell perturbation</i>, Mathematical Programming 105, 2006).
 * Multiples are unchanged. Each count is rounded up with the probability that preserves its
 * expectation; the draw depends only on the counts, which no outsider has, so that the same counts
 * are always rounded in the same way and the rounding reveals nothing.
 */
public final class ControlledRounding {
  private static final int MOST_FOR_WHOLE = 1_200;
  private static final int MOST_STEPS = 100_000;

  private ControlledRounding() {}

  /**
   * Rounds counts.
   *
   * @param sums for each sum its cell, followed by its parts
   * @return multiples of the base, each less than a base away; null if none were found, since in
   *     three dimensions there may be none
   */
  public static long @Nullable [] of(long[] counts, List<int[]> sums, int base) {
    int[] open = IntStream.range(0, counts.length).filter(c -> counts[c] % base != 0).toArray();
    int[] places = new int[counts.length];
    Arrays.fill(places, -1);
    for (int i = 0; i < open.length; i++) {
      places[open[i]] = i;
    }
    double[] leaning = leaning(counts, open, base);
    for (boolean whole : new boolean[] {false, true}) {
      if (whole && open.length > MOST_FOR_WHOLE) {
        break;
      }
      Optimisation.Result result =
          model(counts, sums, base, open, places, leaning, whole).minimise();
      if (!result.getState().isFeasible()) {
        return null;
      }
      long[] rounded = rounded(counts, base, open, result);
      if (holds(rounded, sums)) {
        return rounded;
      }
    }
    return null;
  }

  private static double[] leaning(long[] counts, int[] open, int base) {
    SplittableRandom random = new SplittableRandom(Arrays.hashCode(counts));
    double[] leaning = new double[open.length];
    for (int i = 0; i < open.length; i++) {
      double up = (double) (counts[open[i]] % base) / base;
      // slightly more than the sign, so that optimal solutions are few
      leaning[i] = (random.nextDouble() < up ? -1 : 1) * (1 + random.nextDouble() / 16);
    }
    return leaning;
  }

  private static ExpressionsBasedModel model(
      long[] counts,
      List<int[]> sums,
      int base,
      int[] open,
      int[] places,
      double[] leaning,
      boolean whole) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> up = new ArrayList<>();
    for (int i = 0; i < open.length; i++) {
      up.add(model.newVariable("z" + i).lower(0).upper(1).weight(leaning[i]).integer(whole));
    }
    int name = 0;
    for (int[] sum : sums) {
      long right = counts[sum[0]] / base;
      for (int s = 1; s < sum.length; s++) {
        right -= counts[sum[s]] / base;
      }
      Expression row = model.newExpression("e" + name++).level(right);
      for (int s = 0; s < sum.length; s++) {
        if (places[sum[s]] >= 0) {
          row.set(up.get(places[sum[s]]), s == 0 ? -1 : 1);
        }
      }
    }
    model.options.iterations_abort = MOST_STEPS;
    return model;
  }

  private static long[] rounded(long[] counts, int base, int[] open, Optimisation.Result result) {
    long[] rounded = new long[counts.length];
    Arrays.setAll(rounded, cell -> counts[cell] / base * base);
    for (int i = 0; i < open.length; i++) {
      rounded[open[i]] += base * Math.round(result.doubleValue(i));
    }
    return rounded;
  }

  private static boolean holds(long[] rounded, List<int[]> sums) {
    for (int[] sum : sums) {
      long parts = 0;
      for (int s = 1; s < sum.length; s++) {
        parts += rounded[sum[s]];
      }
      if (parts != rounded[sum[0]]) {
        return false;
      }
    }
    return true;
  }
}
