package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside, or one who knows a cell, can work out of everything known together.
 *
 * <p>Bounds that follow sum by sum come first, then what hangs together is taken apart, and only
 * what is open goes to linear programming (Fischetti and Salazar 2001, section 2; Hundepool et al.
 * 2012, chapter 4). That an interval is wide is believed only where two tables of whole numbers
 * were found that fit all that is known and differ so much in the cell: no rounding error of a
 * solver can make an unsafe cell look safe. Not for several threads.
 */
public final class Attack {
  private static final int[] NOBODY = {};

  /** Above, whole numbers are not sought by branching. */
  private static final int MOST_FOR_WHOLE = 400;

  private final CellSystem system;
  private final boolean consistent;
  private final int[] partOf;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Integer, Program> programs = new HashMap<>();
  private final List<List<long[]>> worlds = new ArrayList<>();
  private final long @Nullable [] truth;
  private long programsRun;

  /**
   * An interval.
   *
   * @param low no whole number below fits what is known
   * @param high none above
   * @param proven whether whole numbers were found that reach both
   */
  public record Interval(long low, long high, boolean proven) {
    /** Greatest less least. */
    public long width() {
      return high - low;
    }
  }

  /**
   * Prepares the attack; O(size of the sums).
   *
   * @param known what is known; it is copied
   * @param truth values that fit it, to begin with; null where only what is published is at hand
   */
  public Attack(CellSystem known, long @Nullable [] truth) {
    long[] low = new long[known.size()];
    long[] high = new long[known.size()];
    Arrays.setAll(low, known::low);
    Arrays.setAll(high, known::high);
    this.system = known.with(low, high);
    this.truth = truth;
    this.consistent = Narrowing.run(system);
    partOf = new int[known.size()];
    Arrays.fill(partOf, -1);
    if (consistent) {
      for (int[] cells : system.connected()) {
        for (int cell : cells) {
          partOf[cell] = parts.size();
        }
        Part part = new Part(system, cells);
        parts.add(part);
        List<long[]> first = new ArrayList<>();
        if (truth != null) {
          first.add(Arrays.stream(cells).mapToLong(cell -> truth[cell]).toArray());
        }
        worlds.add(first);
      }
    }
  }

  /** Whether anything fits what is known, so far as bounds can tell. */
  public boolean isConsistent() {
    return consistent;
  }

  /** Whole numbers that fit all that is known; null where none were found. */
  public long @Nullable [] any() {
    long[] values = new long[system.size()];
    Arrays.setAll(values, system::low);
    for (int p = 0; p < parts.size(); p++) {
      int[] cells = parts.get(p).cells;
      if (worlds.get(p).isEmpty()) {
        interval(cells[0]);
      }
      if (worlds.get(p).isEmpty()) {
        long[] world = program(p).whole(0, parts.get(p).low[0], parts.get(p).high[0]);
        if (world == null) {
          return null;
        }
        worlds.get(p).add(world);
      }
      for (int i = 0; i < cells.length; i++) {
        values[cells[i]] = worlds.get(p).get(0)[i];
      }
    }
    return values;
  }

  /** How many linear programmes were solved so far. */
  public long programsRun() {
    return programsRun;
  }

  /** Takes values that fit into account, for all cells; what does not fit is left out. */
  public void offer(long[] values) {
    for (int p = 0; p < parts.size(); p++) {
      Part part = parts.get(p);
      long[] world = Arrays.stream(part.cells).mapToLong(cell -> values[cell]).toArray();
      if (part.fits(world)) {
        worlds.get(p).add(world);
      }
    }
  }

  /** The interval of a cell by linear programming, whole numbers sought at both ends. */
  public Interval interval(int cell) {
    if (partOf[cell] < 0) {
      return new Interval(system.low(cell), system.high(cell), true);
    }
    int p = partOf[cell];
    int i = parts.get(p).place(cell);
    long[] seen = seen(p, i, NOBODY);
    long low = end(p, i, false, seen);
    long high = end(p, i, true, seen);
    seen = seen(p, i, NOBODY);
    return new Interval(low, high, seen[0] == low && seen[1] == high);
  }

  /** An end of the interval, a world that reaches it being kept. */
  private long end(int p, int i, boolean up, long[] seen) {
    Part part = parts.get(p);
    long limit = up ? part.high[i] : part.low[i];
    if (seen[up ? 1 : 0] == limit && seen[0] <= seen[1]) {
      return limit;
    }
    programsRun++;
    Program.@Nullable End end = program(p).end(i, up);
    if (end == null) {
      return limit;
    }
    long[] world = end.world();
    if (world == null && part.cells.length <= MOST_FOR_WHOLE) {
      programsRun++;
      world = program(p).whole(i, end.value(), end.value());
    }
    if (world != null) {
      worlds.get(p).add(world);
    }
    return end.value();
  }

  /**
   * Whether everything known leaves a cell an interval of this width, proven by whole numbers.
   *
   * @param insider cells whose true value the attacker knows besides; the truth must be known then
   */
  public boolean leaves(int cell, long width, int[] insider) {
    if (partOf[cell] < 0) {
      return false;
    }
    int p = partOf[cell];
    Part part = parts.get(p);
    int i = part.place(cell);
    int[] known =
        Arrays.stream(insider).filter(k -> partOf[k] == p).map(part::place).sorted().toArray();
    if (Arrays.binarySearch(known, i) >= 0) {
      return true;
    }
    if (isWide(p, i, width, known)) {
      return true;
    }
    if (part.high[i] - part.low[i] < width) {
      return false;
    }
    return search(p, i, width, known);
  }

  private boolean search(int p, int i, long width, int[] known) {
    Program program = program(p);
    long[] values = truth;
    for (int k : known) {
      program.hold(k, java.util.Objects.requireNonNull(values)[parts.get(p).cells[k]]);
    }
    try {
      long[] reached = {parts.get(p).low[i], parts.get(p).high[i]};
      for (boolean up : new boolean[] {true, false}) {
        programsRun++;
        Program.@Nullable End end = program.end(i, up);
        if (end == null) {
          return false;
        }
        reached[up ? 1 : 0] = end.value();
        if (end.world() != null) {
          worlds.get(p).add(end.world());
        }
        if (isWide(p, i, width, known)) {
          return true;
        }
      }
      return reached[1] - reached[0] >= width
          && parts.get(p).cells.length <= MOST_FOR_WHOLE
          && wholeEnds(p, i, width, known, reached);
    } finally {
      for (int k : known) {
        program.release(k);
      }
    }
  }

  /** The programme's corners were no whole numbers: they are looked for, from the ends inwards. */
  private boolean wholeEnds(int p, int i, long width, int[] known, long[] reached) {
    for (long slack = reached[1] - reached[0] - width; slack >= 0; slack--) {
      long[] seen = seen(p, i, known);
      long most = Math.max(seen[1], reached[1] - slack);
      for (long[] range :
          new long[][] {{most, reached[1]}, {reached[0], Math.max(most, seen[1]) - width}}) {
        programsRun++;
        long[] world = program(p).whole(i, range[0], range[1]);
        if (world != null) {
          worlds.get(p).add(world);
        }
      }
      if (isWide(p, i, width, known)) {
        return true;
      }
      if (slack > 3) {
        slack /= 2;
      }
    }
    return false;
  }

  private Program program(int p) {
    return programs.computeIfAbsent(p, one -> new Program(parts.get(one)));
  }

  private boolean isWide(int p, int i, long width, int[] known) {
    long[] seen = seen(p, i, known);
    return seen[1] - seen[0] >= width;
  }

  /** Least and most of a cell in the worlds found so far that one who knows these cells allows. */
  private long[] seen(int p, int i, int[] known) {
    long[] seen = {Long.MAX_VALUE / 4, Long.MIN_VALUE / 4};
    Part part = parts.get(p);
    for (long[] world : worlds.get(p)) {
      boolean possible = true;
      for (int k : known) {
        possible &= truth != null && world[k] == truth[part.cells[k]];
      }
      if (possible) {
        seen[0] = Math.min(seen[0], world[i]);
        seen[1] = Math.max(seen[1], world[i]);
      }
    }
    return seen;
  }

  /** The worlds found so far, of whole systems: what a part does not tell stands as it is. */
  public List<long[]> worlds() {
    List<long[]> all = new ArrayList<>();
    if (truth == null) {
      return all;
    }
    for (int p = 0; p < parts.size(); p++) {
      for (long[] world : worlds.get(p)) {
        long[] values = truth.clone();
        for (int i = 0; i < world.length; i++) {
          values[parts.get(p).cells[i]] = world[i];
        }
        all.add(values);
      }
    }
    return all;
  }
}
