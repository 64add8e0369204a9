package org.passerelle.linkage.internal.weights;

import java.util.Arrays;
import org.passerelle.linkage.internal.candidates.Pairs;

/**
 * The candidates of each record share what one could have: a record that resembles a hundred others
 * matches none of them, so that a country is not taken for a person.
 */
final class OneToOneCompetition {
  private final Pairs candidates;
  private final Patterns patterns;
  private final int[] places;
  private final double[] sums;
  private final double scale;

  /**
   * Among some pairs.
   *
   * @param candidates those of a sample of records, or all
   * @param patterns of all candidates
   */
  OneToOneCompetition(Pairs candidates, Patterns patterns, int records) {
    this.candidates = candidates;
    this.patterns = patterns;
    this.places = patterns.places(candidates.vectors);
    this.sums = new double[records];
    this.scale = Arrays.stream(patterns.counts).sum() / Math.max(1, places.length);
  }

  /** For each vector, how many of its pairs are matches, as far as a model has learnt. */
  double[] matches(FellegiSunter model) {
    double[] odds = new double[patterns.size()];
    for (int v = 0; v < odds.length; v++) {
      odds[v] = Math.exp(Math.min(60, model.prior() + model.weight(patterns.vectors[v])));
    }
    Arrays.fill(sums, 0);
    for (int k = 0; k < candidates.size(); k++) {
      double o = odds[places[k]];
      sums[candidates.left(k)] += o;
      sums[candidates.right(k)] += o;
    }
    double[] mass = new double[odds.length];
    for (int k = 0; k < candidates.size(); k++) {
      int v = places[k];
      mass[v] +=
          scale * odds[v] / (1 + Math.max(sums[candidates.left(k)], sums[candidates.right(k)]));
    }
    return mass;
  }
}
