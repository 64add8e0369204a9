package org.passerelle.linkage.internal;

import java.io.Serializable;
import java.util.List;
import org.passerelle.linkage.AttributeKind;

/**
 * How levels occur among two persons who live together, a class of pairs of its own besides those
 * of one person and those of strangers. What a household shares (surname, address, telephone) is
 * learnt; what is a person's own (first name, date of birth, sex, papers) is as among strangers,
 * but for twins and sons called like their fathers. So a household can explain why much agrees, and
 * never takes away what tells one person from another. Immutable.
 */
final class Household implements Serializable {
  private static final long serialVersionUID = 1;

  /** Pairs of one household with one first name, or born on one day. */
  private static final double SAME_NAME = 0.003;

  private static final double TWINS = 0.02;

  /** What is known beforehand, as a number of pairs. */
  private static final double TRUST = 2;

  private final boolean[] own;
  private final double[] alike;
  private final int[] same;
  private final int[] levels;
  private final double[][] shares;

  /** Of all pairs. */
  final double share;

  private Household(
      boolean[] own, double[] alike, int[] same, int[] levels, double[][] shares, double share) {
    this.own = own;
    this.alike = alike;
    this.same = same;
    this.levels = levels;
    this.shares = shares;
    this.share = share;
  }

  /**
   * Before anything is learnt.
   *
   * @param start how often each level occurs where much agrees
   * @param share of all pairs; none where the list has nothing that is a person's own, or nothing
   *     that a household shares
   */
  static Household start(PairLevels of, double[][] start, double[][] u, double share) {
    List<Trait> traits = of.population().traits();
    int n = traits.size();
    boolean[] own = new boolean[n];
    double[] alike = new double[n];
    int[] same = new int[n];
    int[] levels = new int[n];
    int owned = 0;
    for (int t = 0; t < n; t++) {
      AttributeKind kind = traits.get(t).told();
      own[t] = isOwn(kind);
      owned += own[t] ? 1 : 0;
      alike[t] =
          kind == AttributeKind.BIRTH_DATE
              ? TWINS
              : kind == AttributeKind.GIVEN_NAME ? SAME_NAME : 0;
      same[t] = of.comparison(t).same();
      levels[t] = of.comparison(t).levels().size();
    }
    boolean told = owned > 0 && owned < n;
    Household unknown = new Household(own, alike, same, levels, start, told ? share : 0);
    return unknown.with(start, u, unknown.share);
  }

  /** Whether a kind is a person's own, and not what a household shares. */
  static boolean isOwn(AttributeKind kind) {
    return switch (kind) {
      case GIVEN_NAME, FULL_NAME, BIRTH_DATE, AGE, SEX, DOCUMENT, ENCODED -> true;
      default -> false;
    };
  }

  /** Whether there is such a class at all. */
  boolean isThere() {
    return share > 0;
  }

  /** Whether a trait is a person's own. */
  boolean isOwn(int trait) {
    return own[trait];
  }

  double[] of(int trait) {
    return shares[trait];
  }

  /**
   * Learnt from what pairs of this class show.
   *
   * @param found by trait and level, how many
   * @param pairs of all
   */
  Household learnt(double[][] found, double mass, double pairs, double[][] u) {
    double[][] learnt = new double[found.length][16];
    for (int t = 0; t < found.length; t++) {
      double sum = 0;
      for (int l = 0; l < levels[t]; l++) {
        sum += found[t][l];
      }
      for (int l = 0; l < levels[t]; l++) {
        learnt[t][l] = (found[t][l] + TRUST / levels[t]) / (sum + TRUST);
      }
    }
    return with(learnt, u, isThere() ? Math.max(1e-12, mass / pairs) : 0);
  }

  private Household with(double[][] learnt, double[][] u, double of) {
    double[][] all = new double[learnt.length][];
    for (int t = 0; t < all.length; t++) {
      all[t] = learnt[t].clone();
      if (own[t]) {
        for (int l = 0; l < 16; l++) {
          all[t][l] = (1 - alike[t]) * u[t][l] + (l == same[t] ? alike[t] : 0);
        }
      }
    }
    return new Household(own, alike, same, levels, all, of);
  }
}
