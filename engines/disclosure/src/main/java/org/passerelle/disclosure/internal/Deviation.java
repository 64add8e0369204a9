package org.passerelle.disclosure.internal;

import java.util.Arrays;

/**
 * The difference between the true table and another one that agrees in everything published.
 * Contains only the differing cells, ascending.
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

  /** Whether all differing cells are suppressed. */
  boolean within(boolean[] hidden) {
    for (int cell : cells) {
      if (!hidden[cell]) {
        return false;
      }
    }
    return true;
  }
}
