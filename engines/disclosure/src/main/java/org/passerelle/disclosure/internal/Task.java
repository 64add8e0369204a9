package org.passerelle.disclosure.internal;

import java.util.List;

/**
 * What is to be hidden, on plain arrays.
 *
 * @param truth the true values
 * @param low what is known of each cell once it is hidden; no more than the truth
 * @param must cells that must be hidden
 * @param fixed cells that cannot be hidden
 * @param cost of hiding each cell, from 1
 * @param sums each the cell that is a sum, then its parts
 * @param width least width of each cell's interval; 0 where it is not protected
 * @param reach how far from the truth, up or down, another table must get if the cell's interval is
 *     narrower than its width; 0 where nothing but the width will do
 * @param insiders persons who alone fill cells
 * @param geometry where the cells stand; cells beyond it have no place
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

  /** What is known when these cells are hidden. */
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

  /** The cost of all that is hidden. */
  public long cost(boolean[] hidden) {
    long sum = 0;
    for (int cell = 0; cell < hidden.length; cell++) {
      sum += hidden[cell] ? cost[cell] : 0;
    }
    return sum;
  }
}
