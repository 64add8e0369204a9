package org.passerelle.linkage.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.candidates.Candidates;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.weights.Agreements;
import org.passerelle.linkage.internal.weights.Patterns;

/**
 * The rival: Fellegi and Sunter as textbooks have it. Attributes are independent, m is learnt by
 * expectation maximisation over the candidates, u so, too, or from random pairs, whichever turns
 * out better; nothing is grouped, and the threshold is the best one. All three are chosen with the
 * labels.
 */
public final class PlainFellegiSunter {
  private static final int ROUNDS = 200;
  private final int[] levels;
  private final Pairs pairs;
  private final Patterns patterns;
  private final double[][] m;
  private final double[][] u;
  private final Population population;
  private double share;

  private PlainFellegiSunter(Population population) {
    this.population = population;
    Candidates candidates = new Candidates(population, Progress.SILENT);
    PairLevels of = new PairLevels(population);
    pairs =
        Pairs.found(
            candidates.byKeys().pairs().sorted(),
            candidates.byNearness(LinkSettings.usual().seed(), 1));
    pairs.compare(of, 0, pairs.size());
    patterns = pairs.patterns();
    levels = of.sizes();
    m = new double[levels.length][16];
    u = new double[levels.length][16];
  }

  private void start(boolean random) {
    share = 0.1;
    PairLevels of = new PairLevels(population);
    for (int t = 0; t < levels.length; t++) {
      Arrays.fill(m[t], 0, levels[t], 0.1 / (levels[t] - 1));
      Arrays.fill(u[t], 0, levels[t], 0.1 / (levels[t] - 1));
      m[t][of.comparison(t).same()] = 0.9;
      u[t][0] = 0.9;
    }
    if (random) {
      shares(Agreements.of(of, LinkSettings.usual().seed()).totals, u);
    }
  }

  /**
   * F1 of pairs at the best threshold.
   *
   * @param truth by record, who it is
   */
  public static double bestF1(Population population, int[] truth) {
    PlainFellegiSunter rival = new PlainFellegiSunter(population);
    return Math.max(rival.learnt(true).best(truth), rival.learnt(false).best(truth));
  }

  /**
   * The same if somebody tells it how often one person and two agree so far: no model that takes
   * attributes for independent can do better.
   *
   * @param truth by record, who it is
   */
  public static double toldF1(Population population, int[] truth) {
    PlainFellegiSunter rival = new PlainFellegiSunter(population);
    double[][] one = new double[rival.levels.length][16];
    double[][] two = new double[rival.levels.length][16];
    Pairs pairs = rival.pairs;
    for (int k = 0; k < pairs.size(); k++) {
      double[][] counts = truth[pairs.left(k)] == truth[pairs.right(k)] ? one : two;
      for (int t = 0; t < counts.length; t++) {
        counts[t][PairLevels.level(pairs.vectors[k], t)]++;
      }
    }
    rival.shares(one, rival.m);
    rival.shares(two, rival.u);
    return rival.best(truth);
  }

  /**
   * From the start.
   *
   * @param random whether u is what random pairs show, and not learnt with m
   */
  private PlainFellegiSunter learnt(boolean random) {
    start(random);
    for (int round = 0; round < ROUNDS; round++) {
      double[][] one = new double[levels.length][16];
      double[][] two = new double[levels.length][16];
      double found = 0;
      double all = 0;
      for (int v = 0; v < patterns.size(); v++) {
        double p = 1 / (1 + Math.exp(-weight(patterns.vectors[v]) - Math.log(share / (1 - share))));
        double count = patterns.counts[v];
        found += p * count;
        all += count;
        for (int t = 0; t < levels.length; t++) {
          int level = PairLevels.level(patterns.vectors[v], t);
          one[t][level] += p * count;
          two[t][level] += (1 - p) * count;
        }
      }
      share = found / all;
      shares(one, m);
      if (!random) {
        shares(two, u);
      }
    }
    return this;
  }

  private void shares(double[][] counts, double[][] into) {
    for (int t = 0; t < levels.length; t++) {
      double sum = 0;
      for (int l = 0; l < levels[t]; l++) {
        sum += counts[t][l] + 0.01;
      }
      for (int l = 0; l < levels[t]; l++) {
        into[t][l] = (counts[t][l] + 0.01) / sum;
      }
    }
  }

  private double weight(long vector) {
    double sum = 0;
    for (int t = 0; t < levels.length; t++) {
      int level = PairLevels.level(vector, t);
      sum += level == PairLevels.MISSING ? 0 : Math.log(m[t][level] / u[t][level]);
    }
    return sum;
  }

  private double best(int[] truth) {
    double[] weights = new double[pairs.size()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = weight(pairs.vectors[k]);
    }
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -weights[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = 0;
    int[] lefts = new int[truth.length];
    int[] sizes = new int[truth.length];
    for (int i = 0; i < truth.length; i++) {
      boolean left = i < population.left();
      all += !population.isTwoLists() ? sizes[truth[i]] : left ? 0 : lefts[truth[i]];
      sizes[truth[i]]++;
      lefts[truth[i]] += left ? 1 : 0;
    }
    double right = 0;
    double best = 0;
    for (int n = 0; n < order.length; n++) {
      right += truth[pairs.left(order[n])] == truth[pairs.right(order[n])] ? 1 : 0;
      boolean last = n + 1 == order.length || weights[order[n + 1]] < weights[order[n]];
      best = last ? Math.max(best, 2 * right / (n + 1 + all)) : best;
    }
    return best;
  }
}
