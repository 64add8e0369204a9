package org.passerelle.linkage.internal;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The model of Fellegi and Sunter (1969): for each trait and level, how often it occurs among pairs
 * of one person (m) and of two (u). m and the share of matches are found by expectation
 * maximisation (Dempster, Laird and Rubin 1977) over the candidates, without labels; what is no
 * candidate counts as no match, so that u is what random pairs show less the matches among them.
 *
 * <p>The first rounds let the candidates of a record compete: whoever is like a hundred others is
 * no match of any, so that a country or a family is not taken for a person. From there u learns
 * which traits depend on each other, until the number of matches settles.
 */
public final class FellegiSunter implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int COMPETING = 25;
  private static final int MOST_ROUNDS = 40;
  private static final double SETTLED = 1e-3;
  private final int[] levels;
  private final Agreements all;
  private final double pairs;
  private double[][] m;
  private double[][] logM;
  private double[][] u;
  private Strangers strangers;
  private double share;
  private double matches;

  private FellegiSunter(Agreements all, int[] levels, double pairs, double share) {
    this.all = all;
    this.levels = levels;
    this.pairs = pairs;
    this.share = share;
    this.m = start(levels);
    this.logM = logs(m);
    this.u = nonMatches(all, new double[levels.length][16], levels);
    this.strangers = Strangers.independent(u);
  }

  /**
   * Learns without labels.
   *
   * @param candidates those of a sample of records, or all
   * @param patterns of all candidates
   * @param seed of the random pairs
   */
  public static FellegiSunter fit(
      Population population, Pairs candidates, Patterns patterns, long seed) {
    PairLevels of = new PairLevels(population);
    int[] levels = new int[population.traits().size()];
    for (int t = 0; t < levels.length; t++) {
      levels[t] = of.comparison(t).levels().size();
    }
    double found = Arrays.stream(patterns.counts).sum();
    FellegiSunter model =
        new FellegiSunter(
            Agreements.of(of, seed),
            levels,
            population.pairs(),
            Math.min(0.1, Math.min(found / 4, population.size()) / population.pairs()));
    model.all.atLeast(patterns);
    model.learn(candidates, patterns, population.size());
    return model;
  }

  private void learn(Pairs candidates, Patterns patterns, int records) {
    int[] places = patterns.places(candidates.vectors);
    double scale = Arrays.stream(patterns.counts).sum() / Math.max(1, places.length);
    for (int round = 0; round < COMPETING; round++) {
      maximise(patterns, competing(candidates, places, patterns, records, scale));
      Slices.check();
    }
    // each pair by itself, as a person with ten records has nine partners
    double before = 0;
    for (int round = 0;
        round < MOST_ROUNDS && Math.abs(matches - before) > SETTLED * before;
        round++) {
      before = matches;
      depend();
      maximise(patterns, expected(patterns));
      Slices.check();
    }
  }

  /** For each vector, how many of its pairs are matches, each pair by itself. */
  private double[] expected(Patterns patterns) {
    double[] mass = new double[patterns.size()];
    for (int v = 0; v < mass.length; v++) {
      mass[v] = patterns.counts[v] * probability(prior() + weight(patterns.vectors[v]));
    }
    return mass;
  }

  /**
   * For each vector, how many of its pairs are matches, where the candidates of a record share what
   * one could have.
   */
  private double[] competing(
      Pairs candidates, int[] places, Patterns patterns, int records, double scale) {
    double[] odds = new double[patterns.size()];
    for (int v = 0; v < odds.length; v++) {
      odds[v] = Math.exp(Math.min(60, prior() + weight(patterns.vectors[v])));
    }
    double[] sums = new double[records];
    for (int k = 0; k < candidates.size(); k++) {
      double o = odds[places[k]];
      sums[candidates.left(k)] += o;
      sums[candidates.right(k)] += o;
    }
    double[] mass = new double[patterns.size()];
    for (int k = 0; k < candidates.size(); k++) {
      int v = places[k];
      mass[v] +=
          scale * odds[v] / (1 + Math.max(sums[candidates.left(k)], sums[candidates.right(k)]));
    }
    return mass;
  }

  private void maximise(Patterns patterns, double[] mass) {
    double[][] found = new double[levels.length][16];
    matches = 0;
    for (int v = 0; v < mass.length; v++) {
      matches += mass[v];
      for (int t = 0; t < levels.length; t++) {
        found[t][PairLevels.level(patterns.vectors[v], t)] += mass[v];
      }
    }
    share = Math.max(1e-12, Math.min(0.5, matches / pairs));
    m = shares(found, levels, matches);
    logM = logs(m);
    u = nonMatches(all, found, levels);
  }

  /** Learns which traits depend on each other, from random pairs less the matches among them. */
  private void depend() {
    Patterns sample = all.sample;
    double[] weights = new double[sample.size()];
    for (int v = 0; v < weights.length; v++) {
      weights[v] = sample.counts[v] * (1 - probability(prior() + weight(sample.vectors[v])));
    }
    strangers = Strangers.learnt(sample, weights, u, levels);
  }

  private static double[][] start(int[] levels) {
    double[][] m = new double[levels.length][16];
    for (int t = 0; t < levels.length; t++) {
      double sum = 0;
      for (int l = 0; l < levels[t]; l++) {
        m[t][l] = l == 0 ? 0.15 : Math.pow(2.2, l - levels[t]);
        sum += m[t][l];
      }
      for (int l = 0; l < levels[t]; l++) {
        m[t][l] /= sum;
      }
    }
    return m;
  }

  private static double[][] logs(double[][] m) {
    double[][] logs = new double[m.length][16];
    for (int t = 0; t < m.length; t++) {
      for (int l = 0; l < 16; l++) {
        logs[t][l] = Math.log(m[t][l]);
      }
    }
    return logs;
  }

  private static double[][] shares(double[][] found, int[] levels, double matches) {
    double[][] m = new double[levels.length][16];
    double give = 0.5 + 0.001 * matches;
    for (int t = 0; t < levels.length; t++) {
      double sum = 0;
      for (int l = 0; l < levels[t]; l++) {
        sum += found[t][l];
      }
      for (int l = 0; l < levels[t]; l++) {
        m[t][l] = (found[t][l] + give / levels[t]) / (sum + give);
      }
    }
    return m;
  }

  private static double[][] nonMatches(Agreements all, double[][] matches, int[] levels) {
    double[][] u = new double[levels.length][16];
    for (int t = 0; t < levels.length; t++) {
      double sum = 0;
      for (int l = 0; l < levels[t]; l++) {
        // less than half a sampled pair cannot be told from none
        u[t][l] = Math.max(all.totals[t][l] - matches[t][l], 0.5 * Math.max(1, all.scale / 4));
        sum += u[t][l];
      }
      for (int l = 0; l < levels[t]; l++) {
        u[t][l] /= sum;
      }
    }
    return u;
  }

  /** What a vector adds to the log-odds of a random pair, in nats. */
  double weight(long vector) {
    double sum = -strangers.log(vector);
    for (int t = 0; t < levels.length; t++) {
      int level = PairLevels.level(vector, t);
      sum += level == PairLevels.MISSING ? 0 : logM[t][level];
    }
    return sum;
  }

  /** The same trait by trait, each given those before it; 0 where a value is missing. */
  double[] weights(long vector) {
    double[] weights = strangers.steps(vector);
    for (int t = 0; t < weights.length; t++) {
      int level = PairLevels.level(vector, t);
      weights[t] = level == PairLevels.MISSING ? 0 : logM[t][level] - weights[t];
    }
    return weights;
  }

  /** From log-odds. */
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** The log-odds of a random pair. */
  public double prior() {
    return Math.log(share / (1 - share));
  }

  /** How many pairs of one person there are likely to be. */
  public double matches() {
    return matches;
  }

  public double m(int trait, int level) {
    return m[trait][level];
  }

  public double u(int trait, int level) {
    return u[trait][level];
  }
}
