package org.passerelle.disclosure.internal;

import java.util.List;

/**
 * A suppression task on plain arrays.
 *
 * @param truth true values
 * @param low known lower bound of each cell once it is suppressed; at most the truth
 * @param must cells that must be suppressed
 * @param fixed cells that cannot be suppressed
 * @param cost cost of suppressing each cell, from 1
 * @param sums for each sum its cell, followed by its parts
 * @param width minimum width of each cell's interval; 0 if it needs no protection
 * @param reach required distance of another table from the truth, up or down, if the cell's
 *     interval is narrower than its width; 0 if only the width counts
 * @param insiders persons who are alone in cells
 * @param geometry positions of the cells; cells beyond it have none
 */
public record Task(
    long[] truth,
    long[] low,
    boolean[] must,
    boolean[] fixed,
    int[] cost,
    List<int[]> sums,
    long[] width,
    long[] reach,
    Insiders insiders,
    Geometry geometry) {

  int size() {
    return truth.length;
  }

  /** What is known when these cells are suppressed. */
  public CellSystem published(boolean[] hidden) {
    long[] least = truth.clone();
    long[] most = truth.clone();
    for (int cell = 0; cell < truth.length; cell++) {
      if (hidden[cell]) {
        least[cell] = low[cell];
        most[cell] = CellSystem.MUCH;
      }
    }
    return new CellSystem(least, most, sums);
  }

  boolean mayBeHidden(int cell) {
    return !fixed[cell];
  }

  /** The total cost of the suppressed cells. */
  public long cost(boolean[] hidden) {
    long sum = 0;
    for (int cell = 0; cell < hidden.length; cell++) {
      sum += hidden[cell] ? cost[cell] : 0;
    }
    return sum;
  }
}
