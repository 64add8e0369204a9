package org.passerelle.evidence;

/** Receives the progress of long work. */
@FunctionalInterface
public interface Progress {
  /** Ignores progress. */
  Progress NONE = (step, share) -> {};

  /**
   * Reports the progress of a step.
   *
   * @param share from 0 to 1
   */
  void at(String step, double share);
}
