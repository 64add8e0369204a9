package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Integer tables that fit, as deviations from one of them, indexed by the cells that differ. For
 * all cells of a system.
 */
final class Pool {
  private final List<List<Deviation>> of;
  private final List<Deviation> all = new ArrayList<>();

  Pool(int size) {
    of = new ArrayList<>(size);
    for (int cell = 0; cell < size; cell++) {
      of.add(List.of());
    }
  }

  void add(Deviation deviation) {
    all.add(deviation);
    for (int cell : deviation.cells()) {
      if (of.get(cell).isEmpty()) {
        of.set(cell, new ArrayList<>(2));
      }
      of.get(cell).add(deviation);
    }
  }

  List<Deviation> all() {
    return all;
  }

  /** Deviations that differ in a cell. */
  List<Deviation> of(int cell) {
    return of.get(cell);
  }

  /** One that moves a cell by a width, if there is one; otherwise all that differ in it. */
  List<Deviation> enough(int cell, long width) {
    for (Deviation one : of.get(cell)) {
      if (Math.abs(one.at(cell)) >= width) {
        return List.of(one);
      }
    }
    return of.get(cell);
  }

  /**
   * The largest deviations of a cell downwards and upwards among those that leave some cells
   * unchanged.
   */
  long[] reach(int cell, int[] still) {
    long[] reach = new long[2];
    for (Deviation deviation : of.get(cell)) {
      long by = deviation.at(cell);
      if ((by < reach[0] || by > reach[1]) && !deviation.touchesAny(still)) {
        reach[0] = Math.min(reach[0], by);
        reach[1] = Math.max(reach[1], by);
      }
    }
    return reach;
  }
}
