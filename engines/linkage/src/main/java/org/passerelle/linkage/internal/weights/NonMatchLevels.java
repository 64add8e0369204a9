package org.passerelle.linkage.internal.weights;

import java.io.Serializable;
import java.util.Arrays;
import org.passerelle.linkage.internal.comparison.PairLevels;

/**
 * How levels occur among pairs of two persons, where traits depend on each other: two people of one
 * country share spellings, codes and places. A pair is of one of a few classes that nobody sees
 * (latent classes, Lazarsfeld 1950), and within a class each trait may depend on one other (a
 * mixture of trees, Meilă and Jordan 2000). A class tells of a pair what the tree cannot where the
 * country is missing.
 */
final class NonMatchLevels implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int ROUNDS = 30;
  private static final int WITH_TREE = 10;

  /** A rarer class would be the matches themselves. */
  private static final double LEAST_SHARE = 0.02;

  /** Pairs expected that weigh as much as what is known of all classes. */
  private static final double TRUST = 2;

  private final int[] parents;

  /** Traits, each after the one it depends on. */
  private final int[] order;

  private final double[] shares;

  /** By class, trait, the parent's level (missing included) and level. */
  private final double[][][][] u;

  /** How many classes are of strangers; after them come others. */
  private final int ofStrangers;

  private NonMatchLevels(int[] parents, double[] shares, double[][][][] u) {
    this(parents, shares, u, shares.length);
  }

  private NonMatchLevels(int[] parents, double[] shares, double[][][][] u, int ofStrangers) {
    this.parents = parents;
    this.order = TraitTree.order(parents);
    this.shares = shares;
    this.u = u;
    this.ofStrangers = ofStrangers;
  }

  /** With the classes of those who have something in common, in which no trait needs another. */
  NonMatchLevels and(RelatedPairClasses relatedPairClasses) {
    RelatedPairLevels[] more = relatedPairClasses.all();
    int n = shares.length;
    double[] with = Arrays.copyOf(shares, n + more.length);
    for (int c = 0; c < n; c++) {
      with[c] *= 1 - relatedPairClasses.share();
    }
    double[][][][] all = Arrays.copyOf(u, n + more.length);
    for (int c = 0; c < more.length; c++) {
      with[n + c] = more[c].share;
      all[n + c] = new double[parents.length][16][];
      for (int t = 0; t < parents.length; t++) {
        Arrays.fill(all[n + c][t], more[c].of(t));
      }
    }
    return new NonMatchLevels(parents, with, all, n);
  }

  /** How often each kind of pairs of two persons shows a vector. */
  RelatedPairShares parts(long vector) {
    double sum = 0;
    for (int c = 0; c < ofStrangers; c++) {
      sum += shares[c] * product(c, vector);
    }
    return new RelatedPairShares(sum, other(0, vector), other(1, vector), other(2, vector));
  }

  private double other(int which, long vector) {
    int of = ofStrangers + which;
    return of < shares.length && shares[of] > 0 ? shares[of] * product(of, vector) : 0;
  }

  private static int[] alone(int traits) {
    int[] parents = new int[traits];
    Arrays.fill(parents, -1);
    return parents;
  }

  /** No trait depends on another. */
  static NonMatchLevels independent(double[][] u) {
    int[] parents = alone(u.length);
    double[][][] one = new double[u.length][16][];
    for (int t = 0; t < u.length; t++) {
      Arrays.fill(one[t], u[t]);
    }
    return new NonMatchLevels(parents, new double[] {1}, new double[][][][] {one});
  }

  /**
   * From a sample of pairs.
   *
   * @param weights of each distinct vector: how many pairs of two persons show it
   * @param u how often each level occurs, whatever the others
   */
  static NonMatchLevels learnt(Patterns sample, double[] weights, double[][] u, int[] levels) {
    double[][] whole = {weights};
    int[] parents = TraitTree.of(sample, whole, levels);
    NonMatchLevels one = of(sample, whole, parents, u, levels);
    int root = TraitTree.root(sample, weights, levels);
    if (root < 0) {
      return one;
    }
    // classes first, or the tree takes what is theirs
    double[][] classes = start(sample, weights, root, levels);
    for (int round = 0; round < ROUNDS; round++) {
      classes = of(sample, classes, alone(levels.length), u, levels).classes(sample, weights);
    }
    NonMatchLevels two = of(sample, classes, TraitTree.of(sample, classes, levels), u, levels);
    for (int round = 0; round < WITH_TREE; round++) {
      classes = two.classes(sample, weights);
      two = of(sample, classes, TraitTree.of(sample, classes, levels), u, levels);
    }
    return Arrays.stream(two.shares).min().orElse(0) < LEAST_SHARE ? one : two;
  }

  /** Apart by whether they agree in the trait that tells most of the others. */
  private static double[][] start(Patterns sample, double[] weights, int root, int[] levels) {
    double[][] classes = new double[2][weights.length];
    for (int v = 0; v < weights.length; v++) {
      int level = PairLevels.level(sample.vectors[v], root);
      double near =
          level == PairLevels.MISSING ? 0.3 : 0.1 + 0.8 * level / Math.max(1, levels[root] - 1);
      classes[0][v] = (1 - near) * weights[v];
      classes[1][v] = near * weights[v];
    }
    return classes;
  }

  private double[][] classes(Patterns sample, double[] weights) {
    double[][] classes = new double[shares.length][weights.length];
    double[] odds = new double[shares.length];
    for (int v = 0; v < weights.length; v++) {
      double sum = 0;
      for (int c = 0; c < odds.length; c++) {
        odds[c] = shares[c] * product(c, sample.vectors[v]);
        sum += odds[c];
      }
      for (int c = 0; c < odds.length; c++) {
        classes[c][v] = weights[v] * odds[c] / sum;
      }
    }
    return classes;
  }

  private static NonMatchLevels of(
      Patterns sample, double[][] classes, int[] parents, double[][] u, int[] levels) {
    double[] shares = new double[classes.length];
    double[][][][] found = new double[classes.length][levels.length][][];
    double all = 0;
    for (int c = 0; c < classes.length; c++) {
      shares[c] = Arrays.stream(classes[c]).sum();
      all += shares[c];
      for (int t = 0; t < levels.length; t++) {
        double[][] joint = TraitTree.counts(sample, classes[c], parents[t], t);
        double[] own = new double[16];
        for (double[] row : joint) {
          for (int l = 0; l < levels[t]; l++) {
            own[l] += row[l];
          }
        }
        double[] usual = shrunk(own, u[t], levels[t]);
        found[c][t] = new double[16][];
        for (int k = 0; k < 16; k++) {
          found[c][t][k] = k == PairLevels.MISSING ? usual : shrunk(joint[k], usual, levels[t]);
        }
      }
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= Math.max(1e-9, all);
    }
    return new NonMatchLevels(parents, shares, found);
  }

  /** Shares of levels by their counts, the rarer the nearer to the usual ones. */
  private static double[] shrunk(double[] counts, double[] usual, int levels) {
    double seen = 0;
    for (int l = 0; l < levels; l++) {
      seen += counts[l];
    }
    double[] shares = new double[16];
    double sum = 0;
    for (int l = 0; l < levels; l++) {
      shares[l] = usual[l] * (counts[l] + TRUST) / (seen * usual[l] + TRUST);
      sum += shares[l];
    }
    for (int l = 0; l < levels; l++) {
      shares[l] /= sum;
    }
    return shares;
  }

  private double product(int of, long vector) {
    double product = 1;
    for (int t = 0; t < parents.length; t++) {
      product *= share(of, t, vector);
    }
    return product;
  }

  private double share(int of, int trait, long vector) {
    int level = PairLevels.level(vector, trait);
    if (level == PairLevels.MISSING) {
      return 1;
    }
    int parent = parents[trait];
    return u[of][trait][parent < 0 ? PairLevels.MISSING : PairLevels.level(vector, parent)][level];
  }

  /** The logarithm of how often pairs of two persons show a vector. */
  double log(long vector) {
    return parts(vector).log(Rarity.NONE);
  }

  /**
   * The same trait by trait, each given those before it.
   *
   * @return by trait; they add up to {@link #log}
   */
  double[] steps(long vector) {
    double[] steps = new double[parents.length];
    double[] odds = shares.clone();
    double before = 1;
    for (int trait : order) {
      double sum = 0;
      for (int c = 0; c < odds.length; c++) {
        odds[c] *= share(c, trait, vector);
        sum += odds[c];
      }
      steps[trait] = Math.log(sum / before);
      before = sum;
    }
    return steps;
  }
}
