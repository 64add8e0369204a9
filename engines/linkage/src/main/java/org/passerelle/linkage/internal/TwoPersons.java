package org.passerelle.linkage.internal;

import java.io.Serializable;
import java.util.List;
import org.passerelle.linkage.AttributeKind;

/**
 * How levels occur among two persons who have something in common, a class of pairs of its own
 * besides those of one person and those of strangers: they live together, or bear one name. What
 * they have in common is learnt or as with one person; what is a person's own beside it is as among
 * strangers. So such a class can explain why much agrees, and never takes away what tells one
 * person from another. Immutable.
 */
final class TwoPersons implements Serializable {
  private static final long serialVersionUID = 1;

  /** What they have in common. */
  enum Bond {
    /** Surname, address, telephone: learnt. First names are another's, but for twins and sons. */
    HOUSEHOLD,
    /** All names, which are written in two ways as often as those of one person. */
    NAME
  }

  /** Pairs of one household with one first name, or born on one day. */
  private static final double SAME_NAME = 0.003;

  private static final double TWINS = 0.02;

  /** What is known beforehand, as a number of pairs. */
  private static final double TRUST = 2;

  private final Bond bond;

  /** By trait, whether it is in common. */
  private final boolean[] shared;

  private final double[] alike;
  private final int[] same;
  private final int[] levels;
  private final double[][] shares;

  /** Of all pairs. */
  final double share;

  private TwoPersons(
      Bond bond,
      boolean[] shared,
      double[] alike,
      int[] same,
      int[] levels,
      double[][] shares,
      double share) {
    this.bond = bond;
    this.shared = shared;
    this.alike = alike;
    this.same = same;
    this.levels = levels;
    this.shares = shares;
    this.share = share;
  }

  /**
   * Before anything is learnt.
   *
   * @param m how often each level occurs among pairs of one person
   * @param share of all pairs; none where the list has nothing that they have in common, or nothing
   *     that tells them apart
   */
  static TwoPersons start(Bond bond, PairLevels of, double[][] m, double[][] u, double share) {
    List<Trait> traits = of.population().traits();
    int n = traits.size();
    boolean[] shared = new boolean[n];
    double[] alike = new double[n];
    int[] same = new int[n];
    boolean together = false;
    boolean apart = false;
    for (int t = 0; t < n; t++) {
      AttributeKind kind = traits.get(t).told();
      shared[t] = isShared(bond, kind);
      together |= shared[t];
      apart |= tellsApart(bond, kind);
      alike[t] =
          kind == AttributeKind.BIRTH_DATE
              ? TWINS
              : kind == AttributeKind.GIVEN_NAME ? SAME_NAME : 0;
      same[t] = of.comparison(t).same();
    }
    double told = together && apart ? share : 0;
    return new TwoPersons(bond, shared, alike, same, of.sizes(), m, told).with(m, u, told);
  }

  /** Whether a kind is a person's own, and not what a household shares. */
  static boolean isOwn(AttributeKind kind) {
    return switch (kind) {
      case GIVEN_NAME, FULL_NAME, BIRTH_DATE, AGE, SEX, DOCUMENT, ENCODED -> true;
      default -> false;
    };
  }

  private static boolean isShared(Bond bond, AttributeKind kind) {
    return switch (bond) {
      case HOUSEHOLD -> !isOwn(kind);
      // a name tells the sex, and often the country
      case NAME -> isName(kind) || kind == AttributeKind.SEX || kind == AttributeKind.NATIONALITY;
    };
  }

  private static boolean isName(AttributeKind kind) {
    return switch (kind) {
      case GIVEN_NAME, SURNAME, FULL_NAME -> true;
      default -> false;
    };
  }

  private static boolean tellsApart(Bond bond, AttributeKind kind) {
    return switch (bond) {
      case HOUSEHOLD -> isOwn(kind);
      case NAME ->
          kind == AttributeKind.BIRTH_DATE
              || kind == AttributeKind.AGE
              || kind == AttributeKind.DOCUMENT;
    };
  }

  /** Whether there is such a class at all. */
  boolean isThere() {
    return share > 0;
  }

  /** Whether they have a trait in common, so that it tells nothing how rare its value is. */
  boolean isShared(int trait) {
    return shared[trait];
  }

  double[] of(int trait) {
    return shares[trait];
  }

  /**
   * Learnt from what pairs of this class show.
   *
   * @param found by trait and level, how many
   * @param m of pairs of one person
   * @param pairs of all
   */
  TwoPersons learnt(double[][] found, double mass, double pairs, double[][] m, double[][] u) {
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
    return with(bond == Bond.NAME ? m : learnt, u, isThere() ? Math.max(1e-12, mass / pairs) : 0);
  }

  private TwoPersons with(double[][] ofShared, double[][] u, double of) {
    double[][] all = new double[ofShared.length][];
    for (int t = 0; t < all.length; t++) {
      all[t] = ofShared[t].clone();
      double twins = bond == Bond.HOUSEHOLD ? alike[t] : 0;
      for (int l = 0; l < 16 && !shared[t]; l++) {
        all[t][l] = (1 - twins) * u[t][l] + (l == same[t] ? twins : 0);
      }
    }
    return new TwoPersons(bond, shared, alike, same, levels, all, of);
  }
}
