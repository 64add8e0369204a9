package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses additional cells to suppress so that small ones are protected: for each in turn another
 * integer table is found that agrees in everything published and differs enough in it, at the
 * lowest suppression cost; then cells that turned out unnecessary are shown again, and cheaper
 * alternatives are applied. Ties are broken by number, so that the result is deterministic. Not
 * thread-safe.
 */
public final class Hiding {
  /**
   * Steps of one search: cells looked at, and entries of the programmes that are solved. Four times
   * what the largest search by programmes takes that is measured (1,200 figures, half a minute),
   * and ninety times that of 150,000 records by 92 tables.
   */
  public static final long MOST_STEPS = 6_000_000_000L;

  private final Task task;
  private final Moves moves;
  private final Effort effort;

  private Hiding(Task task, Effort effort) {
    this.task = task;
    this.effort = effort;
    this.moves = new Moves(task, effort);
  }

  /**
   * A suppression pattern.
   *
   * @param hidden suppressed cells
   * @param deviations differences to other integer tables that agree in everything published; with
   *     the true one they prove the pattern
   * @param unmet small cells that could not be protected
   * @param spent whether cells are unmet because no more steps were permitted
   */
  public record Pattern(
      boolean[] hidden, List<Deviation> deviations, List<Integer> unmet, boolean spent) {}

  /** A pattern for a task. */
  public static Pattern of(Task task) {
    return of(task, MOST_STEPS);
  }

  /**
   * The same within a number of steps. A pattern that was found is proven, whatever is left; only
   * the search for a cheaper one ends early.
   */
  public static Pattern of(Task task, long most) {
    return new Hiding(task, new Effort(most)).run();
  }

  private Pattern run() {
    State state = new State(task);
    List<Integer> unmet = new ArrayList<>();
    int[] order =
        IntStream.range(0, task.size())
            .filter(cell -> task.width()[cell] > 0)
            .boxed()
            .sorted(
                (a, b) ->
                    task.truth()[a] != task.truth()[b]
                        ? Long.compare(task.truth()[b], task.truth()[a])
                        : Integer.compare(a, b))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int cell : order) {
      if (!protect(state, cell, NOBODY_STILL)) {
        unmet.add(cell);
      }
    }
    if (unmet.isEmpty()) {
      // a pattern that leaves cells unmet is refused: widening it would be in vain, and takes
      // minutes
      if (!moves.isQuick()) {
        widenOthers(state);
      }
      state = improved(state, order);
      if (FewestCells.isFor(task)) {
        state = fewest(state, order);
      }
    }
    return new Pattern(
        state.hidden, state.deviations(), unmet, !unmet.isEmpty() && effort.isSpent());
  }

  private static final boolean[] NOBODY_STILL = {};

  /** Protects a cell from outsiders and insiders; false if impossible. */
  private boolean protect(State state, int cell, boolean[] shown) {
    if (!protect(state, cell, State.NOBODY, shown)) {
      return false;
    }
    for (int[] insider = state.whoNarrows(cell);
        insider != null;
        insider = state.whoNarrows(cell)) {
      if (!protect(state, cell, insider, shown)) {
        return false;
      }
    }
    return true;
  }

  private boolean protect(State state, int cell, int[] still, boolean[] shown) {
    if (state.isWide(cell, still)) {
      return true;
    }
    if (task.reach()[cell] != 0 && take(state, cell, still, shown, task.reach()[cell])) {
      return true;
    }
    long width = task.width()[cell];
    long room = task.truth()[cell] - task.low()[cell];
    if (take(state, cell, still, shown, width, room >= width ? -width : 0)) {
      return true;
    }
    for (long down = Math.min(room, width - 1); down > 0; down--) {
      @Nullable Deviation up = moves.find(cell, width - down, state.hidden, still, shown);
      if (up != null && take(state, cell, still, shown, -down)) {
        state.take(up);
        return true;
      }
    }
    return false;
  }

  /** Applies the cheapest deviation by one of these steps; false if there is none. */
  private boolean take(State state, int cell, int[] still, boolean[] shown, long... steps) {
    @Nullable Deviation best = null;
    for (long step : steps) {
      if (step == 0 || (best != null && state.added(best) == 0)) {
        continue;
      }
      @Nullable Deviation found = moves.find(cell, step, state.hidden, still, shown);
      if (found != null && (best == null || state.added(found) < state.added(best))) {
        best = found;
      }
    }
    if (best != null) {
      state.take(best);
    }
    return best != null;
  }

  /** In a large task every suppressed cell gets its width, since programmes would take too long. */
  private void widenOthers(State state) {
    long width = Arrays.stream(task.width()).max().orElse(0);
    for (int cell = 0; cell < task.size(); cell++) {
      if (state.hidden[cell] && task.width()[cell] == 0 && !state.isWide(cell, width)) {
        @Nullable Deviation found =
            moves.find(cell, width, state.hidden, State.NOBODY, NOBODY_STILL);
        if (found != null) {
          state.take(found);
        }
      }
    }
  }

  /**
   * Shows cells again, most expensive first, that are unnecessary or can be replaced by cheaper
   * ones.
   */
  private State improved(State first, int[] small) {
    State best = first;
    if (!moves.isQuick()) {
      return best;
    }
    boolean[] shown = new boolean[task.size()];
    for (int round = 0; round < 2; round++) {
      State before = best;
      int[] further =
          IntStream.range(0, task.size())
              .filter(cell -> before.hidden[cell] && !task.must()[cell])
              .boxed()
              .sorted(
                  (a, b) ->
                      task.cost()[a] != task.cost()[b]
                          ? Integer.compare(task.cost()[b], task.cost()[a])
                          : Integer.compare(b, a))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int cell : further) {
        if (best.hidden[cell] && !effort.isSpent()) {
          best = without(best, cell, small, shown);
        }
      }
      if (best == before) {
        break;
      }
    }
    return best;
  }

  /** The optimum, if it is cheaper and proven by integer tables. */
  private State fewest(State known, int[] small) {
    boolean[] pattern = FewestCells.of(task, task.cost(known.hidden));
    if (pattern == null) {
      return known;
    }
    State other = known.in(pattern);
    boolean[] shown = new boolean[task.size()];
    for (int cell = 0; cell < shown.length; cell++) {
      shown[cell] = !pattern[cell];
    }
    for (int one : small) {
      if (!protect(other, one, shown)) {
        return known;
      }
    }
    return other;
  }

  private State without(State state, int cell, int[] small, boolean[] shown) {
    State other = state.without(cell);
    long limit = task.cost(state.hidden);
    shown[cell] = true;
    try {
      for (int one : small) {
        if (!protect(other, one, shown) || task.cost(other.hidden) >= limit) {
          return state;
        }
      }
    } finally {
      shown[cell] = false;
    }
    return other.withoutNeedless(small);
  }
}
