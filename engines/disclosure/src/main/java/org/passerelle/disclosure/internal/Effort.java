package org.passerelle.disclosure.internal;

import java.util.concurrent.CancellationException;

/**
 * How much a search may take, in steps and never in seconds: the same task ends alike on every
 * machine. A step is a cell looked at, or an entry of a linear programme. Not thread-safe.
 */
final class Effort {
  /** A search for whole numbers branches: it solves many programmes of its size. */
  static final int WHOLE = 50;

  private final long most;
  private long spent;

  Effort(long most) {
    this.most = most;
  }

  /**
   * Counts steps before they are taken.
   *
   * @return false if no more are permitted
   * @throws CancellationException if the thread was interrupted
   */
  boolean spend(long steps) {
    heedInterrupt();
    if (spent < most) {
      spent += steps;
      return true;
    }
    return false;
  }

  boolean isSpent() {
    return spent >= most;
  }

  /** Ends a long computation whose thread was interrupted. */
  static void heedInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}
