package org.passerelle.linkage.kernel;

/** Told of a pair that is near enough; calls come from several threads, one query at a time. */
@FunctionalInterface
public interface NearPair {
  /**
   * A pair.
   *
   * @param left number of the query
   * @param right number of the candidate
   * @param similarity from 0 to 1
   */
  void found(int left, int right, double similarity);
}
