package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Feasible integer tables found so far: for each component a first one, and others as deviations
 * from it.
 */
final class IntegerTables {
  private static final int[] NOBODY = {};
  private final CellSystem system;
  private final List<Part> parts = new ArrayList<>();
  private final int[] partOf;
  private final boolean[] hasFirst;
  private final Pool pool;

  /** The first tables of all components. */
  final long[] first;

  /** For a system whose bounds cannot be tightened further. */
  IntegerTables(CellSystem system, boolean consistent, long @Nullable [] truth) {
    this.system = system;
    pool = new Pool(system.size());
    partOf = new int[system.size()];
    Arrays.fill(partOf, -1);
    for (int[] cells : consistent ? system.connected() : List.<int[]>of()) {
      for (int cell : cells) {
        partOf[cell] = parts.size();
      }
      parts.add(new Part(system, cells));
    }
    first = truth == null ? new long[system.size()] : truth.clone();
    hasFirst = new boolean[parts.size()];
    Arrays.fill(hasFirst, truth != null);
  }

  List<Part> parts() {
    return parts;
  }

  /** The component of a cell; −1 if its value is known. */
  int partOf(int cell) {
    return partOf[cell];
  }

  boolean hasFirst(int p) {
    return hasFirst[p];
  }

  Pool pool() {
    return pool;
  }

  /** Starts from a table of the whole system. */
  void begin(long[] values) {
    System.arraycopy(values, 0, first, 0, first.length);
    Arrays.fill(hasFirst, true);
  }

  /** Stores a table of a component, in its numbering; null is ignored. */
  void keep(int p, long @Nullable [] world) {
    if (world == null) {
      return;
    }
    int[] cells = parts.get(p).cells;
    if (!hasFirst[p]) {
      hasFirst[p] = true;
      for (int i = 0; i < cells.length; i++) {
        first[cells[i]] = world[i];
      }
      return;
    }
    int many = 0;
    int[] differ = new int[cells.length];
    long[] by = new long[cells.length];
    for (int i = 0; i < cells.length; i++) {
      if (world[i] != first[cells[i]]) {
        differ[many] = cells[i];
        by[many++] = world[i] - first[cells[i]];
      }
    }
    pool.add(new Deviation(Arrays.copyOf(differ, many), Arrays.copyOf(by, many)));
  }

  /** Stores a deviation from the first table if it fits. */
  void offer(Deviation deviation) {
    boolean fits = true;
    for (int i = 0; i < deviation.cells().length && fits; i++) {
      int cell = deviation.cells()[i];
      long value = first[cell] + deviation.by()[i];
      fits = partOf[cell] >= 0 && value >= system.low(cell) && value <= system.high(cell);
    }
    if (fits && system.balances(deviation)) {
      pool.add(deviation);
    }
  }

  /** Minimum and maximum of a cell in the tables found. */
  long[] seen(int cell) {
    long[] reach = pool.reach(cell, NOBODY);
    return new long[] {first[cell] + reach[0], first[cell] + reach[1]};
  }

  boolean isWide(int cell, long width, int[] known) {
    long[] reach = pool.reach(cell, known);
    return reach[1] - reach[0] >= width;
  }
}
