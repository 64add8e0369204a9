package org.passerelle.network;

import java.util.concurrent.CancellationException;

/** Receives the progress of a computation; interrupting its thread cancels it. */
@FunctionalInterface
public interface Progress {
  /** Ignores progress. */
  Progress SILENT = (step, share) -> {};

  /**
   * A step begins or has advanced.
   *
   * @param share share of the step, from 0 to 1
   */
  void at(String step, double share);

  /**
   * Reports the number of parts of a step that are done.
   *
   * @throws CancellationException if the thread was interrupted
   */
  default void on(String step, long done, long all) {
    stillWanted();
    at(step, all == 0 ? 1 : (double) done / all);
  }

  /**
   * Continues unless cancelled.
   *
   * @throws CancellationException if the thread was interrupted
   */
  static void stillWanted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The computation was cancelled.");
    }
  }
}
