package org.passerelle.linkage.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The model of Fellegi and Sunter (1969): for each trait and level, how often it occurs among pairs
 * of one person (m) and of two (u). m and the share of matches are found by expectation
 * maximisation (Dempster, Laird and Rubin 1977) over the candidates, without labels; what is no
 * candidate counts as no match, so that u is what random pairs show less the matches among them.
 */
public final class FellegiSunter {
  private static final int ROUNDS = 300;
  private static final double ENOUGH = 1e-7;
  private final double[][] m;
  private final double[][] u;
  private final double share;
  private final double matches;

  private FellegiSunter(double[][] m, double[][] u, double share, double matches) {
    this.m = m;
    this.u = u;
    this.share = share;
    this.matches = matches;
  }

  /**
   * @param vectors of candidates
   * @param stands how many candidates each vector stands for
   */
  static FellegiSunter fit(
      long[] vectors, double stands, Agreements all, int[] levels, double pairs) {
    Map<Long, double[]> patterns = new HashMap<>();
    for (long v : vectors) {
      patterns.computeIfAbsent(v, key -> new double[1])[0] += stands;
    }
    long[] keys = new long[patterns.size()];
    double[] counts = new double[keys.length];
    int n = 0;
    for (var entry : patterns.entrySet()) {
      keys[n] = entry.getKey();
      counts[n++] = entry.getValue()[0];
    }
    double[][] m = start(levels);
    double[][] u = nonMatches(all, new double[levels.length][16], levels);
    double share = Math.min(0.1, vectors.length * stands / 4 / pairs);
    double matches = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[][] found = new double[levels.length][16];
      matches = 0;
      double[][] weights = weights(m, u, levels);
      double prior = Math.log(share / (1 - share));
      for (int k = 0; k < keys.length; k++) {
        double p = counts[k] * probability(prior + weight(keys[k], weights));
        matches += p;
        for (int t = 0; t < levels.length; t++) {
          found[t][PairLevels.level(keys[k], t)] += p;
        }
      }
      double before = share;
      share = Math.max(1e-12, Math.min(0.5, matches / pairs));
      m = shares(found, levels, matches);
      u = nonMatches(all, found, levels);
      if (Math.abs(share - before) < ENOUGH * share) {
        break;
      }
    }
    return new FellegiSunter(m, u, share, matches);
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

  private static double[][] weights(double[][] m, double[][] u, int[] levels) {
    double[][] weights = new double[levels.length][16];
    for (int t = 0; t < levels.length; t++) {
      for (int l = 0; l < levels[t]; l++) {
        weights[t][l] = Math.log(m[t][l] / u[t][l]);
      }
    }
    return weights;
  }

  private static double weight(long vector, double[][] weights) {
    double sum = 0;
    for (int t = 0; t < weights.length; t++) {
      sum += weights[t][PairLevels.level(vector, t)];
    }
    return sum;
  }

  /** From log-odds. */
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** What a trait's level adds to the log-odds, in nats; 0 where a value is missing. */
  public double weight(int trait, int level) {
    return level == PairLevels.MISSING ? 0 : Math.log(m[trait][level] / u[trait][level]);
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

  @Override
  public String toString() {
    return "share %s, m %s, u %s".formatted(share, Arrays.deepToString(m), Arrays.deepToString(u));
  }
}
