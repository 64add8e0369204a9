package org.passerelle.evidence;

/** Who is told how far long work is. */
@FunctionalInterface
public interface Progress {
  /** Nobody is told. */
  Progress NONE = (step, share) -> {};

  /**
   * A step is so far done.
   *
   * @param share from 0 to 1
   */
  void at(String step, double share);
}
