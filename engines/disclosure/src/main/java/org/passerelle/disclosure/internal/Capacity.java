package org.passerelle.disclosure.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Finds a violated constraint: the dual of the attack on one cell gives an inequality that the
 * pattern violates and every safe one satisfies (the capacity constraints of Fischetti and Salazar
 * 2001, section 3). The inequality is computed from the solver's multipliers in integer arithmetic
 * and is valid for any multipliers.
 */
final class Capacity {
  /** Multipliers are rounded to this; rounded multipliers are equally valid. */
  private static final long GRAIN = 720_720;

  private static final int MOST_STEPS = 50_000;

  private final Task task;
  private final long most;

  /**
   * For deviations up to a bound per cell.
   *
   * @param most maximum deviation of a cell
   */
  Capacity(Task task, long most) {
    this.task = task;
    this.most = most;
  }

  /** An inequality that a pattern violates; null if the cell has its width in it. */
  @Nullable Cut broken(int cell, int[] still, double[] hidden) {
    long width = task.width()[cell];
    long[] weights = new long[task.size()];
    double value = 0;
    for (int way : new int[] {1, -1}) {
      long room = way > 0 ? most : Math.min(most, task.truth()[cell] - task.low()[cell]);
      if (room == 0) {
        continue;
      }
      double part = add(cell, way, still, hidden, weights);
      value += part;
      if (part >= width - 1e-6) {
        return null;
      }
    }
    if (value >= width - 1e-6) {
      return null;
    }
    long least = width * GRAIN;
    for (int one = 0; one < weights.length; one++) {
      weights[one] = Math.min(weights[one], least);
    }
    Cut cut = new Cut(weights, least);
    return cut.missing(hidden) > 1e-6 * least ? cut : null;
  }

  private long up(int cell, int[] still) {
    return isStill(cell, still) || task.fixed()[cell] ? 0 : most;
  }

  private long down(int cell, int[] still) {
    return isStill(cell, still) || task.fixed()[cell]
        ? 0
        : Math.min(most, task.truth()[cell] - task.low()[cell]);
  }

  private static boolean isStill(int cell, int[] still) {
    return Arrays.binarySearch(still, cell) >= 0;
  }

  /** Solves the dual of moving a cell, adds its weights, and returns how far the cell can move. */
  private double add(int cell, int way, int[] still, double[] hidden, long[] weights) {
    int rows = task.sums().size();
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] row = new Variable[rows];
    for (int s = 0; s < rows; s++) {
      row[s] = model.newVariable("u" + s);
    }
    Expression[] equations = new Expression[task.size()];
    for (int one = 0; one < task.size(); one++) {
      equations[one] = model.newExpression("y" + one).level(one == cell ? way : 0);
      // a tiny cost keeps multipliers of cells that are not suppressed small
      Variable up = model.newVariable("a" + one).lower(0);
      up.weight(up(one, still) * hidden[one] + 1e-6);
      Variable down = model.newVariable("b" + one).lower(0);
      down.weight(down(one, still) * hidden[one] + 1e-6);
      equations[one].set(up, 1).set(down, -1);
    }
    for (int s = 0; s < rows; s++) {
      int[] sum = task.sums().get(s);
      for (int i = 0; i < sum.length; i++) {
        equations[sum[i]].set(row[s], i == 0 ? -1 : 1);
      }
    }
    Effort.heedInterrupt();
    model.options.iterations_abort = MOST_STEPS;
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      return Double.POSITIVE_INFINITY;
    }
    return weigh(result, cell, way, still, hidden, weights);
  }

  private double weigh(
      Optimisation.Result result, int cell, int way, int[] still, double[] hidden, long[] weights) {
    long[] left = new long[task.size()];
    left[cell] = way * GRAIN;
    for (int s = 0; s < task.sums().size(); s++) {
      long multiplier = Math.round(result.doubleValue(s) * GRAIN);
      int[] sum = task.sums().get(s);
      for (int i = 0; i < sum.length; i++) {
        left[sum[i]] -= i == 0 ? -multiplier : multiplier;
      }
    }
    double value = 0;
    for (int one = 0; one < left.length; one++) {
      long weight = left[one] > 0 ? left[one] * up(one, still) : -left[one] * down(one, still);
      weights[one] += weight;
      value += weight * hidden[one] / GRAIN;
    }
    return value;
  }
}
