package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The deviation that moves a cell by the requested amount at the lowest suppression cost, by linear
 * programming: the incremental attack of Kelly, Golden and Assad (1992), and the heuristic of
 * Fischetti and Salazar (2001, section 4). Cells that are already suppressed cost almost nothing.
 */
final class CheapMove {
  /** Suppressed cells are not free, otherwise deviations would be needlessly large. */
  private static final double HIDDEN = 0.001;

  private static final int MOST_FACTOR = 6;
  private static final int MOST_STEPS = 50_000;
  private final Task task;
  private final int[] cells;
  private final int[] places;
  private final List<int[]> sums = new ArrayList<>();
  private final Effort effort;
  private long run;

  /** For moves among these cells only, ascending; all others are fixed. */
  CheapMove(Task task, int[] cells, List<int[]> all, Effort effort) {
    this.effort = effort;
    this.task = task;
    this.cells = cells;
    places = new int[task.size()];
    Arrays.fill(places, -1);
    for (int i = 0; i < cells.length; i++) {
      places[cells[i]] = i;
    }
    for (int[] sum : all) {
      if (Arrays.stream(sum).anyMatch(this::has)) {
        sums.add(sum);
      }
    }
  }

  boolean has(int cell) {
    return places[cell] >= 0;
  }

  long run() {
    return run;
  }

  /**
   * An integer deviation that moves a cell by at least this amount in one direction.
   *
   * @param hidden cells already suppressed
   * @param still cells that must not move
   * @return null if there is none, or no more steps are permitted
   */
  @Nullable Deviation find(int cell, long by, boolean[] hidden, int[] still) {
    boolean[] may = new boolean[cells.length];
    for (int i = 0; i < cells.length; i++) {
      may[i] = hidden[cells[i]] || task.mayBeHidden(cells[i]);
    }
    for (int one : still) {
      if (places[one] >= 0) {
        may[places[one]] = false;
      }
    }
    if (!effort.spend(entries())) {
      return null;
    }
    Optimisation.Result result = solve(cell, by, hidden, may, false);
    if (!result.getState().isFeasible()) {
      return null;
    }
    Deviation found = whole(result, cell);
    if (found != null) {
      return found;
    }
    // no multiple of the solution is integer: search integers among the moved and suppressed cells
    for (int i = 0; i < cells.length; i++) {
      may[i] &=
          hidden[cells[i]]
              || Math.abs(result.doubleValue(2L * i) - result.doubleValue(2L * i + 1)) > 1e-7;
    }
    if (!effort.spend(Effort.WHOLE * entries())) {
      return null;
    }
    Optimisation.Result wholes = solve(cell, by, hidden, may, true);
    return wholes.getState().isFeasible() ? whole(wholes, cell) : null;
  }

  private long entries() {
    return (long) cells.length * (1 + sums.size());
  }

  private Optimisation.Result solve(
      int cell, long by, boolean[] hidden, boolean[] may, boolean whole) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] ups = new Variable[cells.length];
    Variable[] downs = new Variable[cells.length];
    for (int i = 0; i < cells.length; i++) {
      long down = may[i] ? task.truth()[cells[i]] - task.low()[cells[i]] : 0;
      double weight = hidden[cells[i]] ? HIDDEN : task.cost()[cells[i]];
      ups[i] = model.newVariable("u" + i).lower(0).upper(may[i] ? null : 0).weight(weight);
      downs[i] = model.newVariable("d" + i).lower(0).upper(down).weight(weight);
      ups[i].integer(whole);
      downs[i].integer(whole);
    }
    int name = 0;
    for (int[] sum : sums) {
      Expression row = model.newExpression("e" + name++).level(0);
      for (int s = 0; s < sum.length; s++) {
        int i = places[sum[s]];
        if (i >= 0) {
          row.set(ups[i], s == 0 ? -1 : 1);
          row.set(downs[i], s == 0 ? 1 : -1);
        }
      }
    }
    model.options.iterations_abort = MOST_STEPS;
    int i = places[cell];
    ups[i].level(by > 0 ? by : 0);
    downs[i].level(by > 0 ? 0 : -by);
    run++;
    return model.minimise();
  }

  /** Solutions of a programme are fractions with small denominators: they are multiplied out. */
  private @Nullable Deviation whole(Optimisation.Result result, int cell) {
    for (int factor = 1; factor <= MOST_FACTOR; factor++) {
      long[] dense = new long[task.size()];
      boolean fits = true;
      for (int i = 0; i < cells.length && fits; i++) {
        double by = (result.doubleValue(2L * i) - result.doubleValue(2L * i + 1)) * factor;
        long rounded = Math.round(by);
        fits = Math.abs(by - rounded) < 1e-4;
        dense[cells[i]] = rounded;
        long reached = task.truth()[cells[i]] + rounded;
        fits &= rounded >= 0 || reached >= task.low()[cells[i]];
      }
      if (fits && dense[cell] != 0 && balances(dense)) {
        return Deviation.of(dense);
      }
    }
    return null;
  }

  private boolean balances(long[] dense) {
    for (int[] sum : task.sums()) {
      long parts = 0;
      for (int s = 1; s < sum.length; s++) {
        parts += dense[sum[s]];
      }
      if (parts != dense[sum[0]]) {
        return false;
      }
    }
    return true;
  }
}
