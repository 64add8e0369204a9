package org.passerelle.linkage.internal.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Slices;
import org.passerelle.linkage.internal.weights.FellegiSunter;
import org.passerelle.linkage.internal.weights.Scores;

/**
 * How many pairs of one person there are, found or not, from how those differ that were found. Some
 * records are written with care and others in a hurry, so that errors come together: a pair has a
 * number of its own, normally distributed, that makes every error of it more or less frequent
 * (capture and recapture with heterogeneity, Coull and Agresti 1999). What is learnt from pairs
 * that agree in much tells how many agree in too little to be found. Not for several threads.
 */
public final class HeterogeneousRecall {
  /** Nats by the levels alone, from which on a pair is surely found and nearly surely right. */
  private static final double CUT = 2;

  /** Fewer pairs tell nothing. */
  private static final int FEWEST = 30;

  private static final int ROUNDS = 40;
  private static final int DRAWS = 500;
  private static final double[] NODES = {-2.4, -1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4};

  /** Errors become more frequent by so much, in nats, where a pair's number is one. */
  private static final double PER_NUMBER = 2;

  private static final double MOST_HIDDEN = 0.95;

  private final FellegiSunter model;
  private final int traits;

  /** The vectors of the pairs found, and how many likely matches show each. */
  private final long[] vectors;

  private final double[] found;
  private final double all;

  /** By trait and level, what part of its evidence is lost there. */
  private final double[][] lost;

  /** Log-odds of the levels where a pair's number is 0. */
  private final double[][] usual;

  private double spread = 0.5;
  private double hidden;
  private final Map<Long, Boolean> sure = new HashMap<>();

  /** By node, trait and level. */
  private final double[][][] shares;

  private final double[] ofNodes = new double[NODES.length];

  private HeterogeneousRecall(FellegiSunter model, PairLevels of, long[] vectors, double[] found) {
    this.model = model;
    this.vectors = vectors;
    this.found = found;
    this.all = Arrays.stream(found).sum();
    this.traits = of.population().traits().size();
    this.lost = new double[traits][16];
    this.usual = new double[traits][16];
    this.shares = new double[NODES.length][traits][16];
    double sum = Arrays.stream(NODES).map(x -> Math.exp(-x * x / 2)).sum();
    for (int g = 0; g < NODES.length; g++) {
      ofNodes[g] = Math.exp(-NODES[g] * NODES[g] / 2) / sum;
    }
    for (int t = 0; t < traits; t++) {
      start(t, of.comparison(t).levels().size());
    }
  }

  /**
   * What part of the pairs of one person lies below the cut, and how many there are in all.
   *
   * @param share from 0 to 1
   * @param pairs of one person, found or not; 0 where too few were found to tell
   */
  public record Estimate(double share, double pairs) {
    static final Estimate NONE = new Estimate(0, 0);

    Estimate times(double factor) {
      return new Estimate(share, factor * pairs);
    }
  }

  /** From the pairs of which some count. */
  public static Estimate of(FellegiSunter model, PairLevels levels, Pairs pairs) {
    LongList sure = new LongList();
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] >= ComparisonResult.LEAST && isSure(model, pairs.vectors[k])) {
        sure.add(pairs.vectors[k]);
      }
    }
    long[] vectors = sure.distinct();
    double[] found = new double[vectors.length];
    for (int k = 0; k < pairs.size(); k++) {
      int at = Arrays.binarySearch(vectors, pairs.vectors[k]);
      if (at >= 0 && pairs.weights[k] >= ComparisonResult.LEAST) {
        found[at] += FellegiSunter.probability(Scores.BELIEVED * pairs.weights[k]);
      }
    }
    HeterogeneousRecall hidden = new HeterogeneousRecall(model, levels, vectors, found);
    return hidden.all < FEWEST ? Estimate.NONE : hidden.learnt();
  }

  /** Whether a pair agrees in so much that it is surely found, and nearly surely one person. */
  static boolean isSure(FellegiSunter model, long vector) {
    return model.prior() + model.weight(vector) > CUT;
  }

  private void start(int trait, int levels) {
    double[] evidence = new double[16];
    double most = 0;
    double least = 0;
    for (int l = 0; l < levels; l++) {
      double odds = Math.max(1e-6, model.m(trait, l)) / Math.max(1e-9, model.u(trait, l));
      evidence[l] = Math.max(-4, Math.min(12, Math.log(odds)));
      most = Math.max(most, evidence[l]);
      least = Math.min(least, evidence[l]);
    }
    double[] counts = new double[16];
    for (int v = 0; v < vectors.length; v++) {
      counts[PairLevels.level(vectors[v], trait)] += found[v];
    }
    Arrays.fill(usual[trait], Double.NEGATIVE_INFINITY);
    for (int l = 0; l < 16; l++) {
      if (l < levels || l == PairLevels.MISSING) {
        lost[trait][l] = most > least ? (most - evidence[l]) / (most - least) : 0;
        usual[trait][l] = Math.log((counts[l] + 0.3) / (all + 0.3 * levels));
      }
    }
  }

  private Estimate learnt() {
    for (int round = 0; round < ROUNDS; round++) {
      share();
      maximise();
      Slices.check();
    }
    return new Estimate(hidden, all / (1 - hidden));
  }

  private void share() {
    for (int g = 0; g < NODES.length; g++) {
      for (int t = 0; t < traits; t++) {
        double sum = 0;
        for (int l = 0; l < 16; l++) {
          double more = PER_NUMBER * spread * NODES[g] * lost[t][l];
          shares[g][t][l] = Math.exp(usual[t][l] + more);
          sum += shares[g][t][l];
        }
        for (int l = 0; l < 16; l++) {
          shares[g][t][l] /= sum;
        }
      }
    }
  }

  /** How often a vector occurs, by node, and their sum. */
  private double of(long vector, double[] each) {
    double sum = 0;
    for (int g = 0; g < NODES.length; g++) {
      double product = ofNodes[g];
      for (int t = 0; t < traits; t++) {
        product *= shares[g][t][PairLevels.level(vector, t)];
      }
      each[g] = product;
      sum += product;
    }
    return sum;
  }

  private void maximise() {
    double[][] wanted = new double[traits][16];
    double[] nodes = new double[NODES.length];
    double[] each = new double[NODES.length];
    for (int v = 0; v < vectors.length; v++) {
      double sum = of(vectors[v], each);
      count(vectors[v], each, found[v] / Math.max(1e-300, sum), wanted, nodes);
    }
    below(wanted, nodes);
    double second = 0;
    double expected = 0;
    double pairs = Arrays.stream(nodes).sum();
    for (int g = 0; g < NODES.length; g++) {
      second += nodes[g] * NODES[g] * NODES[g];
      expected += pairs * ofNodes[g] * NODES[g] * NODES[g];
    }
    for (int t = 0; t < traits; t++) {
      for (int l = 0; l < 16; l++) {
        double have = 0;
        for (int g = 0; g < NODES.length; g++) {
          have += nodes[g] * shares[g][t][l];
        }
        usual[t][l] += Math.log((wanted[t][l] + 0.05) / (have + 0.05));
      }
    }
    spread = Math.max(0.02, spread * second / expected);
  }

  /** Adds as many as lie below the cut, shared out as the model has them now. */
  private void below(double[][] wanted, double[] nodes) {
    // the same chances in every round, so that rounds settle
    SplittableRandom random = new SplittableRandom(1);
    double[][] drawn = new double[traits][16];
    double[] of = new double[NODES.length];
    double sum = 0;
    for (int g = 0; g < NODES.length; g++) {
      double each = ofNodes[g] / DRAWS;
      for (int k = 0; k < DRAWS; k++) {
        long vector = 0;
        for (int t = 0; t < traits; t++) {
          vector |= (long) level(shares[g][t], random.nextDouble()) << (4 * t);
        }
        if (!sure.computeIfAbsent(vector, v -> isSure(model, v))) {
          sum += each;
          of[g] += each;
          for (int t = 0; t < traits; t++) {
            drawn[t][PairLevels.level(vector, t)] += each;
          }
        }
      }
    }
    hidden = Math.min(MOST_HIDDEN, sum);
    double scale = all / (1 - hidden);
    for (int g = 0; g < NODES.length; g++) {
      nodes[g] += scale * of[g];
    }
    for (int t = 0; t < traits; t++) {
      for (int l = 0; l < 16; l++) {
        wanted[t][l] += scale * drawn[t][l];
      }
    }
  }

  private static void count(
      long vector, double[] each, double scale, double[][] wanted, double[] nodes) {
    double mass = 0;
    for (int g = 0; g < nodes.length; g++) {
      nodes[g] += scale * each[g];
      mass += scale * each[g];
    }
    for (int t = 0; t < wanted.length; t++) {
      wanted[t][PairLevels.level(vector, t)] += mass;
    }
  }

  private static int level(double[] shares, double at) {
    double sum = 0;
    for (int l = 0; l < PairLevels.MISSING; l++) {
      sum += shares[l];
      if (at < sum) {
        return l;
      }
    }
    return PairLevels.MISSING;
  }
}
