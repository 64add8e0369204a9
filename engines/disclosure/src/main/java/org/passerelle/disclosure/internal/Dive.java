package org.passerelle.disclosure.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches an integer table that fits a large system, and from which others can be reached: cells
 * in most sums are fixed at values well inside their remaining intervals, one after the other,
 * until the components are small enough for programmes. It may fail although a table exists.
 */
final class Dive {
  private static final int SMALL = 250;

  /** First value tried within a cell's interval, in twelfths, by starting point. */
  private static final int[] STARTS = {6, 4, 8, 3, 5, 7};

  private final long width;
  private final int start;
  private CellSystem system;

  private Dive(CellSystem system, long width, int start) {
    this.system = copy(system);
    this.width = width;
    this.start = STARTS[start];
  }

  /**
   * A fitting table; null if none was found.
   *
   * @param start one of several starting points; each may find another table
   */
  static long @Nullable [] into(CellSystem system, long width, int start) {
    long[] found = null;
    for (int one = start; one < STARTS.length && found == null; one++) {
      found = new Dive(system, width, one).run();
    }
    return found;
  }

  private static CellSystem copy(CellSystem system) {
    long[] low = new long[system.size()];
    long[] high = new long[system.size()];
    Arrays.setAll(low, system::low);
    Arrays.setAll(high, system::high);
    return system.with(low, high);
  }

  private long @Nullable [] run() {
    for (int[] large = largest(); large.length > SMALL; large = largest()) {
      if (!settle(knot(large))) {
        return null;
      }
    }
    for (int[] cells : system.connected()) {
      Part part = new Part(system, cells);
      long[] world = world(new Program(part), part);
      if (world == null) {
        return null;
      }
      for (int i = 0; i < cells.length; i++) {
        system.tighten(cells[i], world[i], world[i]);
      }
    }
    long[] values = new long[system.size()];
    Arrays.setAll(values, system::low);
    return system.fits(values) ? values : null;
  }

  private long @Nullable [] world(Program program, Part part) {
    long[] world = program.roomy(width);
    if (world == null) {
      Program.@Nullable End end = program.end(0, false);
      world = end == null ? null : end.world();
    }
    return world == null ? program.whole(0, part.low[0], part.high[0]) : world;
  }

  private int[] largest() {
    List<int[]> parts = system.connected();
    int[] largest = {};
    for (int[] part : parts) {
      largest = part.length > largest.length ? part : largest;
    }
    return largest;
  }

  /** The cell contained in most sums. */
  private int knot(int[] cells) {
    int knot = cells[0];
    for (int cell : cells) {
      if (system.sumsOf(cell).length > system.sumsOf(knot).length) {
        knot = cell;
      }
    }
    return knot;
  }

  private boolean settle(int cell) {
    long low = system.low(cell);
    long high = Math.min(system.high(cell), low + 1_000_000);
    long quarter = (high - low) / 4;
    long middle = low + (high - low) * start / 12;
    for (long value :
        new long[] {middle, middle - quarter, middle + quarter, low + 1, high - 1, low, high}) {
      CellSystem next = copy(system);
      next.tighten(cell, value, value);
      if (Narrowing.run(next)) {
        system = next;
        return true;
      }
    }
    return false;
  }
}
