package org.passerelle.linkage.files;

import java.util.List;

/**
 * Evidence for and against two files being of one person.
 *
 * @param start prior weight in bits of any two files of the organisation; negative
 * @param agreements weight of each attribute; attributes missing in one file are left out
 */
public record Judgement(double start, List<Agreement> agreements) {
  public Judgement {
    agreements = List.copyOf(agreements);
  }

  /** The weight in bits: the binary logarithm of the odds. */
  public double bits() {
    return start + agreements.stream().mapToDouble(Agreement::bits).sum();
  }

  /** Probability that both are of one person, 0 to 1. */
  public double probability() {
    return 1 / (1 + Math.pow(2, -bits()));
  }
}
