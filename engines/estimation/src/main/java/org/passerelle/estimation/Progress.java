package org.passerelle.estimation;

/** Receives the progress of a study; interrupting the thread that runs a study cancels it. */
@FunctionalInterface
public interface Progress {
  /** Ignores progress. */
  Progress SILENT = (step, share) -> {};

  /**
   * A step begins or has advanced.
   *
   * @param share share of the whole study, from 0 to 1
   */
  void at(String step, double share);
}
