package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Generates deviations: exchanges, found very quickly; linear programming over everything while a
 * task is small, otherwise over the cells broken down by the same variables.
 */
final class Moves {
  private static final int QUICK = 1_500;
  private static final int MOST_AT_ALL = 8_000;
  private final Task task;
  private final Cubes cubes;
  private final CellSystem system;
  private final Effort effort;
  private final @Nullable CheapMove all;
  private final Map<Long, CheapMove> some = new HashMap<>();

  Moves(Task task, Effort effort) {
    this.effort = effort;
    this.task = task;
    this.cubes = new Cubes(task);
    this.system = new CellSystem(task.truth(), task.truth(), task.sums());
    this.all =
        isQuick()
            ? new CheapMove(
                task,
                IntStream.range(0, task.size()).filter(task::mayBeHidden).toArray(),
                task.sums(),
                effort)
            : null;
  }

  /** Whether there is time to search for a cheaper pattern. */
  boolean isQuick() {
    return task.size() <= QUICK;
  }

  /** A deviation; null if there is none, or no more steps are permitted. */
  @Nullable Deviation find(int cell, long by, boolean[] hidden, int[] still, boolean[] shown) {
    if (!effort.spend(task.size())) {
      return null;
    }
    boolean[] stay = shown.length == 0 ? new boolean[task.size()] : shown.clone();
    for (int one : still) {
      stay[one] = true;
    }
    Deviation traded = cubes.find(cell, by, hidden, stay);
    if (traded != null && !system.balances(traded)) {
      traded = null;
    }
    if (traded != null && (all == null || traded.within(hidden))) {
      return traded;
    }
    int[] places = IntStream.range(0, stay.length).filter(one -> stay[one]).toArray();
    if (all != null) {
      return all.find(cell, by, hidden, places);
    }
    @Nullable Deviation found = near(cell).find(cell, by, hidden, places);
    if (found == null && task.size() <= MOST_AT_ALL) {
      found = among(-1, one -> true).find(cell, by, hidden, places);
    }
    return found;
  }

  /** Cells broken down by the same variables, and by more. */
  private CheapMove near(int cell) {
    long told = told(cell);
    return among(told, one -> (told(one) & told) == told);
  }

  private CheapMove among(long name, IntPredicate inside) {
    return some.computeIfAbsent(
        name,
        any -> {
          int[] cells =
              IntStream.range(0, task.size())
                  .filter(one -> inside.test(one) && task.mayBeHidden(one))
                  .toArray();
          List<int[]> sums = new ArrayList<>();
          for (int[] sum : task.sums()) {
            if (Arrays.stream(sum).anyMatch(inside)) {
              sums.add(sum);
            }
          }
          return new CheapMove(task, cells, sums, effort);
        });
  }

  private long told(int cell) {
    long told = 0;
    for (int v = 0; v < task.geometry().variables(); v++) {
      told |= task.geometry().node(cell, v) > 0 ? 1L << v : 0;
    }
    return told;
  }
}
