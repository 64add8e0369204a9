package org.passerelle.linkage.internal.candidates;

import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.quality.ComparisonResult;

/** Finds and weighs the pairs that may be one person; the result does not depend on where. */
@FunctionalInterface
public interface PairFinder {
  /**
   * Runs to the end.
   *
   * @throws org.passerelle.linkage.BadRecords if far too many records agree
   */
  ComparisonResult find(Population population, LinkSettings settings, Progress progress);
}
