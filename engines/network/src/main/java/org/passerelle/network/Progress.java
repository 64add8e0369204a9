package org.passerelle.network;

import java.util.concurrent.CancellationException;

/** Told how far a computation has come; interrupting the thread that runs it ends it. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (step, share) -> {};

  /**
   * A step begins or has come so far.
   *
   * @param share of the step, from 0 to 1
   */
  void at(String step, double share);

  /**
   * So many of all parts of a step are done.
   *
   * @throws CancellationException if the thread was interrupted
   */
  default void on(String step, long done, long all) {
    stillWanted();
    at(step, all == 0 ? 1 : (double) done / all);
  }

  /**
   * Goes on unless somebody wants an end.
   *
   * @throws CancellationException if the thread was interrupted
   */
  static void stillWanted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The computation was cancelled.");
    }
  }
}
