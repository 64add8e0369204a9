package org.passerelle.linkage.internal.groups;

import java.util.Arrays;

/**
 * The assignment of rows to columns with the least sum of costs, by shortest augmenting paths (Kuhn
 * 1955, Munkres 1957; in the form of Jonker and Volgenant 1987). Takes {@code r²·c} steps.
 */
public final class Assignment {
  private Assignment() {}

  /**
   * The column of each row.
   *
   * @param costs by row and column; no more rows than columns
   */
  public static int[] least(float[][] costs) {
    int rows = costs.length;
    int columns = rows == 0 ? 0 : costs[0].length;
    if (rows > columns) {
      throw new IllegalArgumentException(
          "%d rows cannot have a column of their own among %d.".formatted(rows, columns));
    }
    double[] rowPrice = new double[rows + 1];
    double[] columnPrice = new double[columns + 1];
    int[] rowOf = new int[columns + 1];
    int[] way = new int[columns + 1];
    double[] least = new double[columns + 1];
    boolean[] used = new boolean[columns + 1];
    for (int r = 1; r <= rows; r++) {
      rowOf[0] = r;
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      Arrays.fill(used, false);
      int column = 0;
      while (rowOf[column] != 0) {
        used[column] = true;
        int row = rowOf[column];
        float[] cost = costs[row - 1];
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int c = 1; c <= columns; c++) {
          if (!used[c]) {
            double reduced = cost[c - 1] - rowPrice[row] - columnPrice[c];
            if (reduced < least[c]) {
              least[c] = reduced;
              way[c] = column;
            }
            if (least[c] < delta) {
              delta = least[c];
              next = c;
            }
          }
        }
        for (int c = 0; c <= columns; c++) {
          if (used[c]) {
            rowPrice[rowOf[c]] += delta;
            columnPrice[c] -= delta;
          } else {
            least[c] -= delta;
          }
        }
        column = next;
      }
      while (column != 0) {
        rowOf[column] = rowOf[way[column]];
        column = way[column];
      }
    }
    int[] result = new int[rows];
    for (int c = 1; c <= columns; c++) {
      if (rowOf[c] > 0) {
        result[rowOf[c] - 1] = c - 1;
      }
    }
    return result;
  }
}
