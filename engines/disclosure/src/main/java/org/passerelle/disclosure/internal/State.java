package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells suppressed so far, and the deviations they permit. */
final class State {
  static final int[] NOBODY = {};
  final boolean[] hidden;
  private final Task task;
  private final Pool pool;

  State(Task task) {
    this(task, task.must().clone());
  }

  private State(Task task, boolean[] hidden) {
    this.task = task;
    this.hidden = hidden;
    this.pool = new Pool(task.size());
  }

  /** Suppresses the cells of a deviation. */
  void take(Deviation deviation) {
    pool.add(deviation);
    for (int cell : deviation.cells()) {
      hidden[cell] = true;
    }
  }

  /** The additional cost of a deviation. */
  long added(Deviation deviation) {
    long sum = 0;
    for (int cell : deviation.cells()) {
      sum += hidden[cell] ? 0 : task.cost()[cell];
    }
    return sum;
  }

  /** Whether a cell has its width, for an insider who knows these cells. */
  boolean isWide(int cell, int[] still) {
    long[] found = pool.reach(cell, still);
    long reach = task.reach()[cell];
    return found[1] - found[0] >= task.width()[cell]
        || (reach > 0 && found[1] >= reach)
        || (reach < 0 && found[0] <= reach);
  }

  /** Whether a cell has this width for outsiders. */
  boolean isWide(int cell, long width) {
    long[] found = pool.reach(cell, NOBODY);
    return found[1] - found[0] >= width;
  }

  /** An insider for whom a cell is too narrow; null if there is none. */
  int @Nullable [] whoNarrows(int cell) {
    List<Deviation> some = pool.enough(cell, task.width()[cell]);
    for (int[] insider : task.insiders().touchedBy(some, cell)) {
      if (!isWide(cell, insider)) {
        return insider;
      }
    }
    return null;
  }

  /** A copy with one cell shown again. */
  State without(int cell) {
    boolean[] fewer = hidden.clone();
    fewer[cell] = false;
    return kept(fewer);
  }

  /** Another pattern, with the deviations it permits. */
  State in(boolean[] pattern) {
    return kept(pattern.clone());
  }

  private State kept(boolean[] fewer) {
    State other = new State(task, fewer);
    for (Deviation deviation : pool.all()) {
      if (deviation.within(fewer)) {
        other.take(deviation);
      }
    }
    return other;
  }

  /** A copy without cells that no deviation needs. */
  State withoutNeedless(int[] small) {
    boolean[] needed = task.must().clone();
    State bare = new State(task, needed.clone());
    for (int cell : small) {
      bare.takeFor(cell, this);
    }
    return kept(bare.hidden);
  }

  /** Adopts the deviations that a cell needs, cheapest first. */
  private void takeFor(int cell, State from) {
    List<Deviation> left = new ArrayList<>(from.pool.of(cell));
    while (!(isWide(cell, NOBODY) && whoNarrows(cell) == null) && !left.isEmpty()) {
      Deviation next = left.get(0);
      for (Deviation one : left) {
        if (added(one) < added(next)) {
          next = one;
        }
      }
      left.remove(next);
      take(next);
    }
  }

  List<Deviation> deviations() {
    return pool.all();
  }
}
