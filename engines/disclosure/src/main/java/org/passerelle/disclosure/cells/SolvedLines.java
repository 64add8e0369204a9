package org.passerelle.disclosure.cells;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.passerelle.disclosure.cells.CellSystem.Node;

/**
 * Derives hidden counts from several sums together: equations are reduced to row echelon form as
 * they are added, O(lines² × counts). Coefficients stay small, so that floating point is
 * sufficient. For a single protection run.
 */
final class SolvedLines {
  private static final double NOTHING = 1e-7;
  private final IdentityHashMap<Node, Integer> column = new IdentityHashMap<>();
  private final List<double[]> rows = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  SolvedLines(List<Node> unknown) {
    unknown.forEach(node -> column.put(node, column.size()));
  }

  /** Adds an equation: the last node is the sum of the others. */
  void add(List<Node> line) {
    double[] row = new double[column.size()];
    for (int i = 0; i < line.size(); i++) {
      Integer at = column.get(line.get(i));
      if (at != null) {
        row[at] += i == line.size() - 1 ? -1 : 1;
      }
    }
    reduce(row);
    int pivot = first(row);
    if (pivot < 0) {
      return;
    }
    scale(row, pivot);
    for (double[] before : rows) {
      subtract(before, row, before[pivot]);
    }
    rows.add(row);
    pivots.add(pivot);
  }

  /**
   * Whether the equations determine a hidden count exactly.
   *
   * @param parts the count, or two counts whose difference is tested
   * @param difference whether the difference is tested
   */
  boolean determines(List<Node> parts, boolean difference) {
    double[] asked = new double[column.size()];
    for (int i = 0; i < parts.size(); i++) {
      asked[column.getOrDefault(parts.get(i), 0)] = difference && i == 1 ? -1 : 1;
    }
    reduce(asked);
    return first(asked) < 0;
  }

  private void reduce(double[] row) {
    for (int i = 0; i < rows.size(); i++) {
      subtract(row, rows.get(i), row[pivots.get(i)]);
    }
  }

  private static void subtract(double[] from, double[] row, double times) {
    if (Math.abs(times) > NOTHING) {
      for (int c = 0; c < row.length; c++) {
        from[c] -= times * row[c];
      }
    }
  }

  private static void scale(double[] row, int pivot) {
    double by = row[pivot];
    for (int c = 0; c < row.length; c++) {
      row[c] /= by;
    }
  }

  private static int first(double[] row) {
    for (int c = 0; c < row.length; c++) {
      if (Math.abs(row[c]) > NOTHING) {
        return c;
      }
    }
    return -1;
  }
}
