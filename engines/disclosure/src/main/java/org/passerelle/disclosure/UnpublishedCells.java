package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of the unpublished table by all variables together, of which every published figure is
 * a sum. They are not protected themselves; but that none of them can be negative narrows what
 * several tables leave open (Dobra and Fienberg 2000).
 */
final class UnpublishedCells {
  /** More cells would make each query too slow; the attacker then ignores them. */
  private static final int MOST = 800;

  private final Release release;
  private final List<Grid> grids;
  private final int[] variables;
  private final int[][] leaves;
  private final long size;

  UnpublishedCells(Release release, List<Grid> grids) {
    this.release = release;
    this.grids = grids;
    variables =
        grids.stream().flatMapToInt(g -> Arrays.stream(g.variables)).sorted().distinct().toArray();
    leaves = new int[variables.length][];
    long all = 1;
    for (int i = 0; i < variables.length; i++) {
      Hierarchy tree = release.variables().get(variables[i]).tree();
      leaves[i] =
          java.util.stream.IntStream.range(1, tree.size()).filter(tree::isCategory).toArray();
      all = Math.min(Integer.MAX_VALUE, all * leaves[i].length);
    }
    size = all;
  }

  /** Whether there is such a table, it is not itself published, and it is small enough. */
  boolean isNeeded() {
    return size <= MOST
        && grids.stream().noneMatch(grid -> grid.variables.length == variables.length);
  }

  /** The nodes of its cells. */
  List<int[]> keys() {
    List<int[]> keys = new ArrayList<>();
    for (int cell = 0; cell < size; cell++) {
      int[] key = new int[release.variables().size()];
      int left = cell;
      for (int i = 0; i < variables.length; i++) {
        key[variables[i]] = leaves[i][left % leaves[i].length];
        left /= leaves[i].length;
      }
      keys.add(key);
    }
    return keys;
  }

  /** For each finest cell of each table: the cells behind it, of which it is the sum. */
  List<int[]> sums(int first) {
    List<int[]> keys = keys();
    List<int[]> sums = new ArrayList<>();
    for (Grid grid : grids) {
      List<List<Integer>> parts = new ArrayList<>();
      for (int cell = 0; cell < grid.size(); cell++) {
        parts.add(new ArrayList<>());
      }
      for (int k = 0; k < keys.size(); k++) {
        int cell = 0;
        for (int d = 0; d < grid.variables.length; d++) {
          cell += grid.places[d][keys.get(k)[grid.variables[d]]] * grid.strides[d];
        }
        parts.get(cell).add(first + k);
      }
      for (int cell = 0; cell < grid.size(); cell++) {
        if (!parts.get(cell).isEmpty()) {
          int[] sum = new int[parts.get(cell).size() + 1];
          sum[0] = grid.figures[cell];
          for (int i = 1; i < sum.length; i++) {
            sum[i] = parts.get(cell).get(i - 1);
          }
          sums.add(sum);
        }
      }
    }
    return sums;
  }

  /** Counts records by its cells, in enumeration order. */
  static void count(Records records, Layout layout, long[] counts) {
    if (layout.shown() == layout.size()) {
      return;
    }
    int[] first = layout.key(layout.shown());
    for (int r = 0; r < records.size(); r++) {
      int[] key = new int[first.length];
      for (int v = 0; v < key.length; v++) {
        key[v] = first[v] == Hierarchy.TOTAL ? Hierarchy.TOTAL : records.node(v, r);
      }
      counts[layout.figure(key)] += records.weight(r);
    }
  }
}
