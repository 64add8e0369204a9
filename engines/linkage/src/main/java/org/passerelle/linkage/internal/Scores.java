package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.List;

/** The weight of a pair, and what it is made of. Not for several threads. */
public final class Scores implements PairWeights {
  private final Population population;
  private final PairLevels levels;
  private final FellegiSunter model;
  private final TermFrequencies frequencies;
  private final int[] parents;
  private final double[][][] weights;

  Scores(PairLevels levels, FellegiSunter model, TermFrequencies frequencies) {
    this.population = levels.population();
    this.levels = levels;
    this.model = model;
    this.frequencies = frequencies;
    this.parents = new int[population.traits().size()];
    this.weights = new double[parents.length][16][16];
    for (int t = 0; t < weights.length; t++) {
      parents[t] = model.parent(t);
      for (int k = 0; k < 16; k++) {
        for (int l = 0; l < levels.comparison(t).levels().size(); l++) {
          weights[t][k][l] = model.weight(t, l, k);
        }
      }
    }
  }

  private double levelWeight(int trait, long vector) {
    int parent = parents[trait] < 0 ? PairLevels.MISSING : PairLevels.level(vector, parents[trait]);
    return weights[trait][parent][PairLevels.level(vector, trait)];
  }

  /** Log-odds, in nats, that two records are of one person. */
  @Override
  public double weight(int i, int j) {
    return weight(i, j, levels.vector(i, j));
  }

  double weight(int i, int j, long vector) {
    double sum = model.prior();
    for (int t = 0; t < weights.length; t++) {
      sum += levelWeight(t, vector) + frequency(t, PairLevels.level(vector, t), i);
    }
    return sum;
  }

  private double frequency(int trait, int level, int i) {
    Trait one = population.traits().get(trait);
    return level == levels.comparison(trait).same() ? frequencies.same(trait, one.codes()[i]) : 0;
  }

  /** The steps from a random pair to this one; they add up to its weight. */
  @Override
  public List<Step> steps(int i, int j) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("(any pair)", "before anything is compared", "", "", model.prior()));
    long vector = levels.vector(i, j);
    for (int t = 0; t < weights.length; t++) {
      Trait trait = population.traits().get(t);
      int level = PairLevels.level(vector, t);
      String left = shown(trait, i);
      String right = shown(trait, j);
      if (level == PairLevels.MISSING) {
        steps.add(new Step(trait.label(), "missing", left, right, 0));
        continue;
      }
      steps.add(
          new Step(
              trait.label(),
              levels.comparison(t).levels().get(level),
              left,
              right,
              levelWeight(t, vector)));
      double frequency = frequency(t, level, i);
      if (frequency != 0) {
        steps.add(
            new Step(
                trait.label(),
                frequency > 0 ? "rarer than most values" : "commoner than most values",
                left,
                right,
                frequency));
      }
    }
    return steps;
  }

  private static String shown(Trait trait, int record) {
    int code = trait.codes()[record];
    return code < 0 ? "" : trait.shown().get(code);
  }
}
