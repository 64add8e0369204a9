package org.passerelle.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What each person adds to each cell of a table, where several rows may be of one person or amounts
 * are added up. O(rows × cells that contain a row).
 */
final class Contributions {
  private final Records records;
  private final Records.Rows rows;
  private final Grid grid;

  /** Sum of each cell. */
  final long[] sums;

  /** Number of persons in each cell. */
  final int[] persons;

  /** The largest contributions to each cell, descending. */
  final long[][] top;

  /** Sum of the numbers of the persons: in a cell with one of them, that person. */
  final long[] who;

  Contributions(Records records, Records.Rows rows, Grid grid) {
    this.records = records;
    this.rows = rows;
    this.grid = grid;
    sums = new long[grid.size()];
    persons = new int[grid.size()];
    top = new long[grid.size()][];
    who = new long[grid.size()];
    int from = 0;
    for (int to = 1; to <= records.size(); to++) {
      if (to == records.size() || rows.persons()[to] != rows.persons()[from]) {
        add(from, to);
        from = to;
      }
    }
  }

  private void add(int from, int to) {
    Map<Integer, Long> ofPerson = new HashMap<>();
    for (int r = from; r < to; r++) {
      for (int cell : grid.above(cell(r))) {
        ofPerson.merge(cell, records.weight(r), Long::sum);
      }
    }
    ofPerson.forEach(
        (cell, sum) -> {
          sums[cell] += sum;
          persons[cell]++;
          who[cell] += rows.persons()[from];
          if (top[cell] == null) {
            top[cell] = new long[Dominance.KEPT];
          }
          insert(top[cell], sum);
        });
  }

  private int cell(int r) {
    int cell = 0;
    for (int d = 0; d < grid.variables.length; d++) {
      cell += grid.places[d][records.node(grid.variables[d], r)] * grid.strides[d];
    }
    return cell;
  }

  private static void insert(long[] largest, long one) {
    if (one > largest[largest.length - 1]) {
      largest[largest.length - 1] = one;
      Arrays.sort(largest);
      for (int i = 0; i < largest.length / 2; i++) {
        long other = largest[largest.length - 1 - i];
        largest[largest.length - 1 - i] = largest[i];
        largest[i] = other;
      }
    }
  }

  /** How far above its sum the highest estimate of a cell must lie; 0 if it may be shown. */
  long distance(int cell) {
    Release release = records.release();
    boolean few = persons[cell] > 0 && persons[cell] < release.policy().threshold();
    if (!release.counting().isAmount()) {
      return few ? release.width() : 0;
    }
    if (persons[cell] == 0) {
      return 0;
    }
    long distance = release.policy().dominance().distance(sums[cell], top[cell], few);
    return distance > 0 ? Math.max(distance, release.width()) : 0;
  }
}
