package org.passerelle.disclosure.internal;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where deviations come from. */
final class Moves {
  private static final int QUICK = 1_500;
  private final Task task;
  private final CheapMove all;

  Moves(Task task) {
    this.task = task;
    int[] cells = IntStream.range(0, task.size()).filter(task::mayBeHidden).toArray();
    all = new CheapMove(task, cells, task.sums());
  }

  /** Whether there is time to look for a cheaper pattern. */
  boolean isQuick() {
    return task.size() <= QUICK;
  }

  @Nullable Deviation find(int cell, long by, boolean[] hidden, int[] still, boolean[] shown) {
    int[] stay =
        shown.length == 0
            ? still
            : IntStream.concat(
                    IntStream.of(still), IntStream.range(0, shown.length).filter(c -> shown[c]))
                .toArray();
    return all.find(cell, by, hidden, stay);
  }
}
