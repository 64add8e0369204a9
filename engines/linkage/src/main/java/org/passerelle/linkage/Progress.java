package org.passerelle.linkage;

/** Told how far a linkage has come; interrupting the thread that runs it ends it. */
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
}
