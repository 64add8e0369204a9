package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an outsider knows: integers with bounds, some of which are sums of others. A published
 * figure has equal bounds. Bounds can be tightened; the sums are fixed.
 */
public final class CellSystem {
  /** Represents no upper bound; sums of many of them do not overflow. */
  public static final long MUCH = 1L << 40;

  private final long[] low;
  private final long[] high;
  private final List<int[]> sums;
  private final int[][] sumsOf;

  /**
   * Copies the bounds.
   *
   * @param sums for each sum its cell, followed by its parts
   */
  public CellSystem(long[] low, long[] high, List<int[]> sums) {
    this(low.clone(), high.clone(), List.copyOf(sums), places(low.length, sums));
  }

  private CellSystem(long[] low, long[] high, List<int[]> sums, int[][] sumsOf) {
    this.low = low;
    this.high = high;
    this.sums = sums;
    this.sumsOf = sumsOf;
  }

  private static int[][] places(int cells, List<int[]> sums) {
    int[] many = new int[cells];
    sums.forEach(sum -> Arrays.stream(sum).forEach(cell -> many[cell]++));
    int[][] places = new int[cells][];
    Arrays.setAll(places, cell -> new int[many[cell]]);
    for (int s = sums.size() - 1; s >= 0; s--) {
      for (int cell : sums.get(s)) {
        places[cell][--many[cell]] = s;
      }
    }
    return places;
  }

  /** The same sums with other bounds. */
  public CellSystem with(long[] newLow, long[] newHigh) {
    return new CellSystem(newLow.clone(), newHigh.clone(), sums, sumsOf);
  }

  public int size() {
    return low.length;
  }

  /** The known lower bound of a cell. */
  public long low(int cell) {
    return low[cell];
  }

  /** The known upper bound of a cell. */
  public long high(int cell) {
    return high[cell];
  }

  public boolean isOpen(int cell) {
    return low[cell] < high[cell];
  }

  void tighten(int cell, long least, long most) {
    low[cell] = Math.max(low[cell], least);
    high[cell] = Math.min(high[cell], most);
  }

  public List<int[]> sums() {
    return sums;
  }

  /** The sums that contain a cell. */
  int[] sumsOf(int cell) {
    return sumsOf[cell];
  }

  /** Whether values satisfy all bounds and sums. O(size of the sums). */
  public boolean fits(long[] values) {
    for (int cell = 0; cell < low.length; cell++) {
      if (values[cell] < low[cell] || values[cell] > high[cell]) {
        return false;
      }
    }
    for (int[] sum : sums) {
      long parts = 0;
      for (int i = 1; i < sum.length; i++) {
        parts += values[sum[i]];
      }
      if (parts != values[sum[0]]) {
        return false;
      }
    }
    return true;
  }

  /** Whether every sum still holds after a deviation. */
  boolean balances(Deviation deviation) {
    for (int cell : deviation.cells()) {
      for (int s : sumsOf[cell]) {
        int[] sum = sums.get(s);
        long left = -deviation.at(sum[0]);
        for (int i = 1; i < sum.length; i++) {
          left += deviation.at(sum[i]);
        }
        if (left != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Connected components of the system; only open cells. */
  List<int[]> connected() {
    int[] group = new int[low.length];
    Arrays.fill(group, -1);
    List<int[]> parts = new ArrayList<>();
    int[] stack = new int[low.length];
    for (int first = 0; first < low.length; first++) {
      if (group[first] >= 0 || !isOpen(first)) {
        continue;
      }
      int many = 0;
      int done = 0;
      group[first] = parts.size();
      stack[many++] = first;
      while (done < many) {
        for (int s : sumsOf[stack[done++]]) {
          for (int cell : sums.get(s)) {
            if (group[cell] < 0 && isOpen(cell)) {
              group[cell] = parts.size();
              stack[many++] = cell;
            }
          }
        }
      }
      int[] cells = Arrays.copyOf(stack, many);
      Arrays.sort(cells);
      parts.add(cells);
    }
    return parts;
  }
}
