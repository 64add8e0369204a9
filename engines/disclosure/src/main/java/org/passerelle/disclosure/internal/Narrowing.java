package org.passerelle.disclosure.internal;

import java.util.ArrayDeque;
import java.util.BitSet;

/**
 * Propagates bounds sum by sum to a fixed point: what a reader does with pencil and paper, and the
 * shuttle algorithm of Buzzigoli and Giusti (1999). The resulting bounds hold for integers, but may
 * be wider than those of linear programming. Each sum is processed a bounded number of times, so
 * that bounds which change by one at a time do not take forever.
 */
final class Narrowing {
  private static final int MOST_LOOKS = 40;
  private final CellSystem system;
  private final ArrayDeque<Integer> queue = new ArrayDeque<>();
  private final BitSet queued;
  private final int[] looks;

  private Narrowing(CellSystem system) {
    this.system = system;
    this.queued = new BitSet(system.sums().size());
    this.looks = new int[system.sums().size()];
  }

  /**
   * Tightens the bounds of a system.
   *
   * @return false if nothing fits them
   */
  static boolean run(CellSystem system) {
    return new Narrowing(system).run();
  }

  private boolean run() {
    for (int s = 0; s < looks.length; s++) {
      enqueue(s);
    }
    while (!queue.isEmpty()) {
      int s = queue.poll();
      queued.clear(s);
      if (!narrow(system.sums().get(s))) {
        return false;
      }
    }
    return true;
  }

  private void enqueue(int s) {
    if (looks[s] < MOST_LOOKS && !queued.get(s)) {
      looks[s]++;
      queued.set(s);
      queue.add(s);
    }
  }

  private boolean narrow(int[] sum) {
    long least = 0;
    long most = 0;
    for (int i = 1; i < sum.length; i++) {
      least += system.low(sum[i]);
      most += system.high(sum[i]);
    }
    if (!tighten(sum[0], least, most)) {
      return false;
    }
    long wholeLeast = system.low(sum[0]);
    long wholeMost = system.high(sum[0]);
    for (int i = 1; i < sum.length; i++) {
      long low = system.low(sum[i]);
      long high = system.high(sum[i]);
      if (!tighten(sum[i], wholeLeast - (most - high), wholeMost - (least - low))) {
        return false;
      }
      least += system.low(sum[i]) - low;
      most += system.high(sum[i]) - high;
    }
    return true;
  }

  private boolean tighten(int cell, long least, long most) {
    if (least <= system.low(cell) && most >= system.high(cell)) {
      return true;
    }
    system.tighten(cell, least, most);
    for (int s : system.sumsOf(cell)) {
      enqueue(s);
    }
    return system.low(cell) <= system.high(cell);
  }
}
