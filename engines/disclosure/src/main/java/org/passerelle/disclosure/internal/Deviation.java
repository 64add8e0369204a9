package org.passerelle.disclosure.internal;

import java.util.Arrays;

/**
 * By how much another table, which agrees in everything published, differs from the true one. Only
 * cells that differ stand here, ascending.
 */
public record Deviation(int[] cells, long[] by) {
  static Deviation of(long[] dense) {
    int[] cells =
        java.util.stream.IntStream.range(0, dense.length).filter(c -> dense[c] != 0).toArray();
    return new Deviation(cells, Arrays.stream(cells).mapToLong(c -> dense[c]).toArray());
  }

  long at(int cell) {
    int place = Arrays.binarySearch(cells, cell);
    return place < 0 ? 0 : by[place];
  }

  boolean touches(int cell) {
    return Arrays.binarySearch(cells, cell) >= 0;
  }

  boolean touchesAny(int[] some) {
    for (int cell : some) {
      if (touches(cell)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all that differs is hidden. */
  boolean within(boolean[] hidden) {
    for (int cell : cells) {
      if (!hidden[cell]) {
        return false;
      }
    }
    return true;
  }
}
