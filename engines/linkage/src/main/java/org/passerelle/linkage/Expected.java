package org.passerelle.linkage;

/**
 * What the model expects of its own matches, without labels. As good as the model's assumptions.
 *
 * @param precision share of the matches that are right
 * @param recall share of the pairs of one person that are matched
 * @param doubt why neither can be known, so that the two numbers mean nothing; empty where they do
 */
public record Expected(double precision, double recall, String doubt) {
  /** Whether the numbers may be stated. */
  public boolean isKnown() {
    return doubt.isEmpty();
  }
}
