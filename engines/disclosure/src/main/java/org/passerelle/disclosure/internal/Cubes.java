package org.passerelle.disclosure.internal;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Deviations that exchange persons: in each variable of a cell some persons in its category and as
 * many in another are exchanged crosswise, so that every figure not broken down by all these
 * variables is unchanged. In two dimensions this is a rectangle, in three a cube, and so on (the
 * hypercubes of Repsilber and Giessing; Hundepool et al. 2012, section 4.4.2). The search time
 * depends on the categories, not on the size of the release.
 */
final class Cubes {
  private static final long NONE = Long.MAX_VALUE;
  private final Task task;
  private final Geometry geometry;
  private final int variables;
  private final TreeMap<Integer, Long> sketch = new TreeMap<>();

  Cubes(Task task) {
    this.task = task;
    this.geometry = task.geometry();
    this.variables = geometry.variables();
  }

  /**
   * Parameters of a search.
   *
   * @param before cells that move already
   */
  private record Search(
      int cell, long by, boolean[] hidden, boolean[] stay, Map<Integer, Long> before) {}

  /**
   * The cheapest deviation found; null if there is none. If no single exchange is large enough,
   * several are combined.
   *
   * @param stay cells that must not move
   */
  @Nullable Deviation find(int cell, long by, boolean[] hidden, boolean[] stay) {
    Map<Integer, Long> moved = new TreeMap<>();
    long left = by;
    for (long step = by; left != 0; step = Math.abs(left) < Math.abs(step) ? left : step) {
      @Nullable Deviation part = trade(new Search(cell, step, hidden, stay, moved));
      if (part == null && Math.abs(step) <= 1) {
        return null;
      }
      if (part == null) {
        step = (step + Long.signum(step)) / 2;
      } else {
        for (int i = 0; i < part.cells().length; i++) {
          moved.merge(part.cells()[i], part.by()[i], Long::sum);
        }
        left = by - moved.getOrDefault(cell, 0L);
      }
    }
    moved.values().removeIf(one -> one == 0);
    return new Deviation(
        moved.keySet().stream().mapToInt(Integer::intValue).toArray(),
        moved.values().stream().mapToLong(Long::longValue).toArray());
  }

  private @Nullable Deviation trade(Search search) {
    int[] key = new int[variables];
    int told = 0;
    for (int v = 0; v < variables; v++) {
      key[v] = geometry.node(search.cell(), v);
      told |= key[v] > 0 ? 1 << v : 0;
    }
    // the more variables are exchanged, the less else moves; fewer if categories are too thin
    for (int size = Integer.bitCount(told); size > 0; size--) {
      @Nullable Deviation best = null;
      for (int trading = told; trading > 0; trading = (trading - 1) & told) {
        if (Integer.bitCount(trading) == size) {
          @Nullable Deviation found = find(search, key, trading);
          if (found != null && (best == null || added(search, found) < added(search, best))) {
            best = found;
          }
        }
      }
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  private long added(Search search, Deviation deviation) {
    long sum = 0;
    for (int cell : deviation.cells()) {
      sum += isFree(search, cell) ? 0 : task.cost()[cell];
    }
    return sum;
  }

  private static boolean isFree(Search search, int cell) {
    return search.hidden()[cell] || search.before().containsKey(cell);
  }

  private @Nullable Deviation find(Search search, int[] key, int trading) {
    int[] from = new int[variables];
    int[] fixed = new int[variables];
    for (int v = 0; v < variables; v++) {
      if (key[v] > 0) {
        int leaf = leafBelow(v, key[v]);
        from[v] = (trading >> v & 1) == 1 ? leaf : 0;
        fixed[v] = (trading >> v & 1) == 1 ? 0 : leaf;
      }
    }
    Choice choice = new Choice(search, key, from, fixed, Integer.bitCount(trading));
    choice.choose(0);
    if (choice.best == NONE) {
      return null;
    }
    sketch.clear();
    draw(search, from, choice.bestTo, choice.bestRest);
    int[] cells = sketch.keySet().stream().mapToInt(Integer::intValue).toArray();
    long[] moved = sketch.values().stream().mapToLong(Long::longValue).toArray();
    return new Deviation(cells, moved);
  }

  private int leafBelow(int v, int node) {
    for (int leaf : geometry.leaves(v)) {
      if (isBelow(v, leaf, node)) {
        return leaf;
      }
    }
    throw new IllegalStateException("There is nothing below node %d.".formatted(node));
  }

  private boolean isBelow(int v, int leaf, int node) {
    for (int at = leaf; at > 0; at = geometry.parent(v, at)) {
      if (at == node) {
        return true;
      }
    }
    return false;
  }

  /**
   * Enumerates choices of other categories, variable by variable, with the best of the rest for
   * each.
   */
  private final class Choice {
    private final Search search;
    private final int[] key;
    private final int[] from;
    private final int[] fixed;
    private final int trading;
    private final int[] to = new int[variables];
    private long best = NONE;
    private int[] bestTo = to;
    private int[] bestRest = to;

    Choice(Search search, int[] key, int[] from, int[] fixed, int trading) {
      this.search = search;
      this.key = key;
      this.from = from;
      this.fixed = fixed;
      this.trading = trading;
    }

    void choose(int v) {
      if (v == variables) {
        complete();
      } else if (from[v] == 0) {
        choose(v + 1);
      } else {
        for (int leaf : geometry.leaves(v)) {
          if (!isBelow(v, leaf, key[v])) {
            to[v] = leaf;
            choose(v + 1);
          }
        }
        to[v] = 0;
      }
    }

    /** For variables that are not exchanged: chooses the category of the exchanged persons. */
    private void complete() {
      int[] rest = fixed.clone();
      long cost = cost(search, from, to, rest, NONE);
      for (int v = 0; v < variables && cost != NONE && trading < geometry.mostDimensions(); v++) {
        if (key[v] == 0) {
          long least = NONE;
          int chosen = 0;
          for (int leaf : geometry.leaves(v)) {
            rest[v] = leaf;
            long one = cost(search, from, to, rest, least);
            if (one < least) {
              least = one;
              chosen = leaf;
            }
          }
          rest[v] = chosen;
          cost = least;
        }
      }
      if (cost < best) {
        best = cost;
        bestTo = to.clone();
        bestRest = rest;
      }
    }
  }

  /**
   * The cost of suppressing all moved cells; NONE if one cannot be suppressed, or the limit is
   * exceeded.
   */
  private long cost(Search search, int[] from, int[] to, int[] rest, long limit) {
    sketch.clear();
    if (!draw(search, from, to, rest)) {
      return NONE;
    }
    long sum = 0;
    for (int cell : sketch.keySet()) {
      sum += isFree(search, cell) ? 1 : task.cost()[cell];
    }
    return sum < limit ? sum : NONE;
  }

  private boolean draw(Search search, int[] from, int[] to, int[] rest) {
    return draw(search, from, to, rest, new int[variables], 0, 0, search.by());
  }

  /**
   * All cells broken down by every exchanged variable, and for the others the total or their
   * position.
   */
  private boolean draw(
      Search search, int[] from, int[] to, int[] rest, int[] at, int v, int told, long by) {
    if (told > geometry.mostDimensions()) {
      return true;
    }
    if (v == variables) {
      int cell = geometry.cell(at);
      return cell < 0 || put(search, cell, by);
    }
    if (to[v] == 0) {
      at[v] = 0;
      boolean fits = draw(search, from, to, rest, at, v + 1, told, by);
      for (int node = rest[v]; node > 0 && fits; node = geometry.parent(v, node)) {
        at[v] = node;
        fits = draw(search, from, to, rest, at, v + 1, told + 1, by);
      }
      at[v] = 0;
      return fits;
    }
    boolean fits = true;
    for (int side = 0; side < 2; side++) {
      int other = side == 0 ? to[v] : from[v];
      for (int node = side == 0 ? from[v] : to[v];
          node > 0 && !isBelow(v, other, node) && fits;
          node = geometry.parent(v, node)) {
        at[v] = node;
        fits = draw(search, from, to, rest, at, v + 1, told + 1, side == 0 ? by : -by);
      }
    }
    at[v] = 0;
    return fits;
  }

  private boolean put(Search search, int cell, long by) {
    if (!moves(search, cell, by)) {
      return false;
    }
    for (int follower : geometry.followers(cell)) {
      if (!moves(search, follower, by)) {
        return false;
      }
    }
    return true;
  }

  private boolean moves(Search search, int cell, long by) {
    sketch.merge(cell, by, Long::sum);
    long reached = task.truth()[cell] + search.before().getOrDefault(cell, 0L) + by;
    boolean may = search.hidden()[cell] || task.mayBeHidden(cell);
    return may && !search.stay()[cell] && reached >= task.low()[cell];
  }
}
