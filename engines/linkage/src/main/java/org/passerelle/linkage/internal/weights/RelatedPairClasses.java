package org.passerelle.linkage.internal.weights;

import java.io.Serializable;
import org.passerelle.linkage.internal.comparison.PairLevels;

/**
 * The classes of pairs of two persons who have something in common. Immutable.
 *
 * @param household two who live together
 * @param namesakes two of one name, where there are many
 * @param heirs two of one name who live together, a generation apart: father and son
 */
record RelatedPairClasses(
    RelatedPairLevels household, RelatedPairLevels namesakes, RelatedPairLevels heirs)
    implements Serializable {
  /** None are known yet. */
  static RelatedPairClasses start(
      PairLevels of, double[][] m, double[][] u, double share, double named) {
    return new RelatedPairClasses(
        RelatedPairLevels.start(RelatedPairLevels.Bond.HOUSEHOLD, of, m, u, share),
        RelatedPairLevels.start(RelatedPairLevels.Bond.NAME, of, m, u, named),
        RelatedPairLevels.start(RelatedPairLevels.Bond.HEIR, of, m, u, HEIRS * share));
  }

  /** Heirs to a pair of one person, before they are learnt. */
  private static final double HEIRS = 0.1;

  double share() {
    return household.share + namesakes.share + heirs.share;
  }

  /** In the order in which they are counted: household, namesakes, heirs. */
  RelatedPairLevels[] all() {
    return new RelatedPairLevels[] {household, namesakes, heirs};
  }

  RelatedPairClasses with(RelatedPairLevels others) {
    return new RelatedPairClasses(household, others, heirs);
  }

  /**
   * What it adds to how rare the values of a pair are that one of them is: what two have in common
   * they share however rare it is.
   */
  Rarity rarity(Rarity before, int trait, double nats) {
    return new Rarity(
        before.strangers() + nats,
        before.household() + (household.isShared(trait) ? 0 : nats),
        before.namesakes() + (namesakes.isShared(trait) ? 0 : nats),
        before.heirs() + (heirs.isShared(trait) ? 0 : nats));
  }

  /**
   * After a round of learning.
   *
   * @param competing whether candidates compete: losing a competition does not make a pair
   *     namesakes
   */
  RelatedPairClasses learnt(
      Found found, double pairs, double[][] m, double[][] u, boolean competing) {
    double called = competing ? namesakes.share * pairs : found.masses[1];
    return new RelatedPairClasses(
        household.learnt(found.levels[0], found.masses[0], pairs, m, u),
        namesakes.learnt(found.levels[1], called, pairs, m, u),
        heirs.learnt(found.levels[2], found.masses[2], pairs, m, u));
  }

  /** How many pairs of each class were found, and at which levels. Not for several threads. */
  static final class Found {
    private final double[][][] levels;
    private final double[] masses = new double[3];

    Found(int traits) {
      levels = new double[3][traits][16];
    }

    /** Some pairs of a vector, shared among the classes as they show it. */
    void add(long vector, RelatedPairShares parts, double pairs) {
      double[] of = {pairs * parts.household(), pairs * parts.namesakes(), pairs * parts.heirs()};
      for (int c = 0; c < of.length; c++) {
        masses[c] += of[c];
        for (int t = 0; t < levels[c].length; t++) {
          levels[c][t][PairLevels.level(vector, t)] += of[c];
        }
      }
    }

    /** Adds what was found to counts by trait and level. */
    void addTo(double[][] counts) {
      for (double[][] some : levels) {
        for (int t = 0; t < counts.length; t++) {
          for (int l = 0; l < counts[t].length; l++) {
            counts[t][l] += some[t][l];
          }
        }
      }
    }

    double housed() {
      return masses[0] + masses[2];
    }
  }
}
