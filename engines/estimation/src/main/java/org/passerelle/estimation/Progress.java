package org.passerelle.estimation;

/** Told how far a study has come; interrupting the thread that runs it ends it. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (step, share) -> {};

  /**
   * A step begins or has come so far.
   *
   * @param share of the whole study, from 0 to 1
   */
  void at(String step, double share);
}
