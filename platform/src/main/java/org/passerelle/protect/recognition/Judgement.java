package org.passerelle.protect.recognition;

import java.util.List;

/**
 * What speaks for and against two files being of one person.
 *
 * @param start bits for any two files of the organisation before anything is compared; negative
 * @param agreements what each attribute adds; what is missing in one file is not among them
 */
public record Judgement(double start, List<Agreement> agreements) {
  public Judgement {
    agreements = List.copyOf(agreements);
  }

  /** The weight in bits: the logarithm of the odds. */
  public double bits() {
    return start + agreements.stream().mapToDouble(Agreement::bits).sum();
  }

  /** Probability that both are of one person, 0 to 1. */
  public double probability() {
    return 1 / (1 + Math.pow(2, -bits()));
  }
}
