package org.passerelle.linkage.internal.weights;

import java.util.List;
import java.util.Locale;
import org.passerelle.linkage.internal.candidates.NearPairs;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Measure;

/**
 * The weight of a similarity, without labels: among the pairs of a similarity, those that random
 * pairs would give are no matches and the rest are (a local false discovery rate, Efron 2001),
 * never falling as the similarity rises.
 */
public final class EncodedScores implements PairWeights {
  private static final int STEPS = 512;
  private static final double MOST = 14;
  private final BitColumns store;
  private final Measure measure;
  private final double[] weights = new double[STEPS + 1];

  /**
   * From the pairs found.
   *
   * @param similarities of all pairs from the threshold on
   * @param random what random pairs show
   * @param near gives the threshold and what share of pairs was found
   */
  public EncodedScores(
      BitColumns store, Measure measure, double[] similarities, NearPairs near, double pairs) {
    this.store = store;
    this.measure = measure;
    double[] observed = new double[STEPS + 1];
    for (double s : similarities) {
      observed[step(s)] += 1 / Math.max(0.02, near.found(s));
    }
    double[] expected = new double[STEPS + 1];
    for (int k = 0; k <= STEPS; k++) {
      double low = Math.max(near.threshold(), (k - 0.5) / STEPS);
      double high = (k + 0.5) / STEPS;
      expected[k] =
          low >= high ? 0 : pairs * (near.random().above(low) - near.random().above(high)) + 1e-6;
    }
    fill(observed, expected, step(near.threshold()));
  }

  private static int step(double similarity) {
    return (int) Math.round(similarity * STEPS);
  }

  /** Odds over windows that hold enough pairs, made monotone from above. */
  private void fill(double[] observed, double[] expected, int first) {
    double before = MOST;
    for (int k = STEPS; k >= 0; k--) {
      if (k < first) {
        weights[k] = -MOST;
        continue;
      }
      double seen = 0;
      double null0 = 0;
      for (int w = 0; w < 24 && (seen < 40 || w < 3); w++) {
        for (int at : w == 0 ? new int[] {k} : new int[] {k - w, k + w}) {
          if (at >= first && at <= STEPS) {
            seen += observed[at];
            null0 += expected[at];
          }
        }
      }
      double matches = Math.max(seen - null0, 0.02 * Math.max(seen, 0.5));
      double weight = Math.log(matches / Math.max(null0, 1e-6));
      before = Math.max(-MOST, Math.min(before, weight));
      weights[k] = before;
    }
  }

  @Override
  public double weight(int i, int j) {
    return store.bitCount(i) == 0 || store.bitCount(j) == 0
        ? -MOST
        : weights[step(store.similarity(measure, i, j))];
  }

  @Override
  public double believed() {
    return 1;
  }

  @Override
  public List<Step> steps(int i, int j) {
    String similarity =
        String.format(
            Locale.ROOT,
            "%s similarity %.3f",
            measure.name().toLowerCase(Locale.ROOT),
            store.similarity(measure, i, j));
    return List.of(new Step("(the encodings)", similarity, "", "", weight(i, j)));
  }
}
