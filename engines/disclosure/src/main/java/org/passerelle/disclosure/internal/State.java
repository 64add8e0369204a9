package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is hidden so far, and the deviations that it allows. */
final class State {
  static final int[] NOBODY = {};
  final boolean[] hidden;
  private final Task task;
  private final List<Deviation> deviations = new ArrayList<>();
  private final List<List<Deviation>> of;

  State(Task task) {
    this(task, task.must().clone());
  }

  private State(Task task, boolean[] hidden) {
    this.task = task;
    this.hidden = hidden;
    this.of = new ArrayList<>();
    for (int cell = 0; cell < task.size(); cell++) {
      of.add(List.of());
    }
  }

  /** Hides what a deviation touches. */
  void take(Deviation deviation) {
    deviations.add(deviation);
    for (int cell : deviation.cells()) {
      hidden[cell] = true;
      if (of.get(cell).isEmpty()) {
        of.set(cell, new ArrayList<>());
      }
      of.get(cell).add(deviation);
    }
  }

  /** What a deviation would cost besides what is hidden. */
  long added(Deviation deviation) {
    long sum = 0;
    for (int cell : deviation.cells()) {
      sum += hidden[cell] ? 0 : task.cost()[cell];
    }
    return sum;
  }

  /** Whether a cell has its width, for one who knows these cells. */
  boolean isWide(int cell, int[] still) {
    long up = 0;
    long down = 0;
    for (Deviation deviation : of.get(cell)) {
      if (!deviation.touchesAny(still)) {
        up = Math.max(up, deviation.at(cell));
        down = Math.max(down, -deviation.at(cell));
      }
    }
    long reach = task.reach()[cell];
    return up + down >= task.width()[cell]
        || (reach > 0 && up >= reach)
        || (reach < 0 && down >= -reach);
  }

  /** An insider to whom a cell is too narrow; null where there is none. */
  int @Nullable [] whoNarrows(int cell) {
    for (int[] insider : task.insiders()) {
      if (Arrays.binarySearch(insider, cell) < 0
          && touched(cell, insider)
          && !isWide(cell, insider)) {
        return insider;
      }
    }
    return null;
  }

  private boolean touched(int cell, int[] insider) {
    for (Deviation deviation : of.get(cell)) {
      if (deviation.touchesAny(insider)) {
        return true;
      }
    }
    return false;
  }

  /** The same, one cell shown again. */
  State without(int cell) {
    boolean[] fewer = hidden.clone();
    fewer[cell] = false;
    return kept(fewer);
  }

  /** Another pattern, with the deviations that it allows. */
  State in(boolean[] pattern) {
    return kept(pattern.clone());
  }

  private State kept(boolean[] fewer) {
    State other = new State(task, fewer);
    for (Deviation deviation : deviations) {
      if (deviation.within(fewer)) {
        other.take(deviation);
      }
    }
    return other;
  }

  /** The same, without cells that no deviation needs. */
  State withoutNeedless(int[] small) {
    boolean[] needed = task.must().clone();
    State bare = new State(task, needed.clone());
    for (int cell : small) {
      bare.takeFor(cell, this);
    }
    return kept(bare.hidden);
  }

  /** Takes over the deviations that a cell needs, those first that cost least. */
  private void takeFor(int cell, State from) {
    List<Deviation> left = new ArrayList<>(from.of.get(cell));
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

  List<long[]> worlds() {
    List<long[]> worlds = new ArrayList<>();
    for (Deviation deviation : deviations) {
      long[] world = task.truth().clone();
      for (int i = 0; i < deviation.cells().length; i++) {
        world[deviation.cells()[i]] += deviation.by()[i];
      }
      worlds.add(world);
    }
    return worlds;
  }
}
