package org.passerelle.disclosure.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes what an outsider, or an insider who knows a cell, can derive from everything published.
 *
 * <p>Bounds are first propagated sum by sum, then the system is divided into connected components,
 * and only open cells are passed to linear programming (Fischetti and Salazar 2001, section 2;
 * Hundepool et al. 2012, chapter 4). An interval is accepted as wide only if two integer tables
 * were found that fit everything published and differ by that much in the cell: no rounding error
 * of a solver can make an unsafe cell look safe. Not thread-safe.
 */
public final class Attack {
  /** Above this size, integer solutions are not searched by branching. */
  private static final int MOST_FOR_WHOLE = 700;

  private final CellSystem system;
  private final boolean consistent;
  private final IntegerTables tables;
  private final Map<Integer, Program> programs = new HashMap<>();
  private final @Nullable Cubes cubes;
  private final boolean[] open;
  private final boolean[] fixed;
  private long programsRun;

  /**
   * An interval.
   *
   * @param low no smaller integer fits
   * @param high no larger integer fits
   * @param proven whether integer tables were found that reach both ends
   */
  public record Interval(long low, long high, boolean proven) {
    /** Maximum minus minimum. */
    public long width() {
      return high - low;
    }
  }

  /**
   * Prepares the attack; O(size of the sums).
   *
   * @param known published information; copied
   * @param truth fitting values to start from; null if only the published figures are available
   * @param geometry positions of the cells, which saves most programmes; null if unknown
   */
  public Attack(CellSystem known, long @Nullable [] truth, @Nullable Geometry geometry) {
    long[] low = new long[known.size()];
    long[] high = new long[known.size()];
    Arrays.setAll(low, known::low);
    Arrays.setAll(high, known::high);
    system = known.with(low, high);
    consistent = Narrowing.run(system);
    tables = new IntegerTables(system, consistent, truth);
    open = new boolean[known.size()];
    fixed = new boolean[known.size()];
    cubes = geometry == null ? null : new Cubes(asTask(geometry));
  }

  /** A task in which every open cell may move within its bounds, and nothing else. */
  private Task asTask(Geometry geometry) {
    int size = system.size();
    long[] low = new long[size];
    int[] cost = new int[size];
    for (int cell = 0; cell < size; cell++) {
      low[cell] = system.low(cell);
      open[cell] = tables.partOf(cell) >= 0;
      fixed[cell] = !open[cell];
    }
    Arrays.fill(cost, 1);
    Insiders nobody = new Insiders(0, List.of());
    return new Task(
        tables.first,
        low,
        open,
        fixed,
        cost,
        List.of(),
        new long[0],
        new long[0],
        nobody,
        geometry);
  }

  /** Whether any table can fit, as far as bounds can tell. */
  public boolean isConsistent() {
    return consistent;
  }

  /** Whether a cell's component is so large that a programme may prove nothing. */
  public boolean isLarge(int cell) {
    return tables.partOf(cell) >= 0
        && tables.parts().get(tables.partOf(cell)).cells.length > MOST_FOR_WHOLE;
  }

  /** Number of linear programmes solved so far. */
  public long programsRun() {
    return programsRun;
  }

  /**
   * Searches a first table, if none was given, from which many others can be reached.
   *
   * @param width desired freedom of the cells
   * @param start one of several starting points, 0 to 3; in small systems all are equivalent
   */
  public void begin(long width, int start) {
    boolean large = tables.parts().stream().anyMatch(part -> part.cells.length > MOST_FOR_WHOLE);
    long[] found = large ? Dive.into(system, width, start) : null;
    if (found != null) {
      tables.begin(found);
      return;
    }
    for (int p = 0; p < tables.parts().size(); p++) {
      if (!tables.hasFirst(p) && !tables.parts().get(p).isTooLarge()) {
        programsRun++;
        tables.keep(p, program(p).roomy(width));
      }
    }
    any();
  }

  /** A fitting integer table; null if none was found. */
  public long @Nullable [] any() {
    long[] values = new long[system.size()];
    Arrays.setAll(values, system::low);
    for (int p = 0; p < tables.parts().size(); p++) {
      int[] cells = tables.parts().get(p).cells;
      if (!tables.hasFirst(p)) {
        interval(cells[0]);
      }
      if (!tables.hasFirst(p) && !tables.parts().get(p).isTooLarge()) {
        tables.keep(
            p, program(p).whole(0, tables.parts().get(p).low[0], tables.parts().get(p).high[0]));
      }
      if (!tables.hasFirst(p)) {
        return null;
      }
      for (int cell : cells) {
        values[cell] = tables.first[cell];
      }
    }
    return values;
  }

  /** Minimum and maximum of a cell in the tables found so far; empty if there is none. */
  public long[] seen(int cell) {
    int p = tables.partOf(cell);
    return p >= 0 && tables.hasFirst(p) ? tables.seen(cell) : new long[0];
  }

  /** Considers a table, given as a deviation from the truth, if it fits. */
  public void offer(Deviation deviation) {
    tables.offer(deviation);
  }

  /** The interval of a cell by linear programming, with integer solutions at both ends. */
  public Interval interval(int cell) {
    if (tables.partOf(cell) < 0) {
      return new Interval(system.low(cell), system.high(cell), true);
    }
    long low = end(cell, false);
    long high = end(cell, true);
    long[] seen = tables.seen(cell);
    return new Interval(low, high, seen[0] == low && seen[1] == high);
  }

  /** An end of the interval; keeps a table that reaches it. */
  private long end(int cell, boolean up) {
    int p = tables.partOf(cell);
    Part part = tables.parts().get(p);
    long limit = up ? system.high(cell) : system.low(cell);
    if (tables.parts().get(p).isTooLarge()
        || (tables.hasFirst(p) && tables.seen(cell)[up ? 1 : 0] == limit)) {
      return limit;
    }
    programsRun++;
    Program.@Nullable End end = program(p).end(part.place(cell), up);
    if (end == null) {
      return limit;
    }
    long[] world = end.world();
    if (world == null && part.cells.length <= MOST_FOR_WHOLE) {
      programsRun++;
      world = program(p).whole(part.place(cell), end.value(), end.value());
    }
    tables.keep(p, world);
    return end.value();
  }

  /**
   * Whether a cell is left with an interval of this width, proven by integer tables.
   *
   * @param insider cells, ascending, whose true value the attacker knows in addition; requires the
   *     truth
   */
  public boolean leaves(int cell, long width, int[] insider) {
    if (Arrays.binarySearch(insider, cell) >= 0) {
      return true;
    }
    if (tables.partOf(cell) < 0 || system.high(cell) - system.low(cell) < width) {
      return false;
    }
    int p = tables.partOf(cell);
    int[] known = Arrays.stream(insider).filter(one -> tables.partOf(one) == p).toArray();
    return tables.isWide(cell, width, known)
        || tradesAreWide(cell, width, known)
        || (!tables.parts().get(p).isTooLarge() && search(cell, width, known));
  }

  /** Exchanges of persons among suppressed cells: found without a programme. */
  private boolean tradesAreWide(int cell, long width, int[] known) {
    if (cubes == null || !tables.hasFirst(tables.partOf(cell))) {
      return false;
    }
    boolean[] stay = fixed.clone();
    for (int one : known) {
      stay[one] = true;
    }
    long down = Math.min(width, tables.first[cell] - system.low(cell));
    for (long by : new long[] {width, -down, width - down}) {
      @Nullable Deviation found = by == 0 ? null : cubes.find(cell, by, open, stay);
      if (found != null) {
        tables.offer(found);
      }
      if (tables.isWide(cell, width, known)) {
        return true;
      }
    }
    return false;
  }

  /** An insider for whom a cell is too narrow, knowing their own cells; null if there is none. */
  public int @Nullable [] whoNarrows(int cell, long width, Insiders insiders) {
    for (int[] insider : insiders.touchedBy(tables.pool().enough(cell, width), cell)) {
      if (!leaves(cell, width, insider)) {
        return insider;
      }
    }
    return null;
  }

  private boolean search(int cell, long width, int[] known) {
    int p = tables.partOf(cell);
    Part part = tables.parts().get(p);
    Program program = program(p);
    for (int one : known) {
      program.hold(part.place(one), tables.first[one]);
    }
    try {
      long[] ends = {system.low(cell), system.high(cell)};
      for (boolean up : new boolean[] {true, false}) {
        programsRun++;
        Program.@Nullable End end = program.end(part.place(cell), up);
        if (end == null) {
          return false;
        }
        ends[up ? 1 : 0] = end.value();
        tables.keep(p, end.world());
        if (tables.isWide(cell, width, known)) {
          return true;
        }
      }
      return ends[1] - ends[0] >= width
          && part.cells.length <= MOST_FOR_WHOLE
          && wholeEnds(cell, width, known, ends);
    } finally {
      program.releaseAll();
    }
  }

  /** If the programme's solutions are not integer, searches integer ones from the ends inwards. */
  private boolean wholeEnds(int cell, long width, int[] known, long[] ends) {
    int p = tables.partOf(cell);
    int i = tables.parts().get(p).place(cell);
    for (long slack = Math.min(8, ends[1] - ends[0] - width); slack >= 0; slack--) {
      long most =
          Math.max(tables.first[cell] + tables.pool().reach(cell, known)[1], ends[1] - slack);
      programsRun += 2;
      tables.keep(p, program(p).whole(i, most, ends[1]));
      most = Math.max(most, tables.first[cell] + tables.pool().reach(cell, known)[1]);
      tables.keep(p, program(p).whole(i, ends[0], most - width));
      if (tables.isWide(cell, width, known)) {
        return true;
      }
    }
    return false;
  }

  private Program program(int p) {
    return programs.computeIfAbsent(p, one -> new Program(tables.parts().get(one)));
  }
}
