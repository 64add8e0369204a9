package org.passerelle.linkage.internal.quality;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.internal.weights.Belief;
import org.passerelle.linkage.internal.weights.PairWeights;

/** What a weight is made of, in bits as far as they are believed. */
public final class WeightBreakdown {
  private WeightBreakdown() {}

  /**
   * The steps from a random pair to this one; they add up to the weight of the match.
   *
   * @param bonus in nats, what it counts that most records of the list have a partner
   * @param mean of the group of both, in nats; none where they are in two
   */
  public static List<PairWeights.Step> of(
      PairWeights scores, int i, int j, double bonus, @Nullable Double mean) {
    List<PairWeights.Step> steps = new ArrayList<>();
    double sum = 0;
    for (PairWeights.Step step : scores.steps(i, j)) {
      steps.add(inBits(scores, step));
      sum += step.weight();
    }
    if (bonus > 0) {
      steps.add(
          inBits(
              scores,
              new PairWeights.Step(
                  "(the list)", "most of its records have a partner", "", "", bonus)));
    }
    if (mean != null && mean > sum) {
      steps.add(
          inBits(
              scores,
              new PairWeights.Step(
                  "(the group)", "both agree with the others of it", "", "", mean - sum)));
    }
    return steps;
  }

  private static PairWeights.Step inBits(PairWeights scores, PairWeights.Step step) {
    double bits = new Belief(scores.believed()).bits(step.weight());
    return new PairWeights.Step(step.label(), step.level(), step.left(), step.right(), bits);
  }
}
