package org.passerelle.linkage.internal.weights;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.comparison.DateComparison;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Trait;

/**
 * How levels occur among two persons who have something in common, a class of pairs of its own
 * besides those of one person and those of strangers: they live together, or bear one name. What
 * they have in common is learnt or as with one person; what is a person's own beside it is as among
 * strangers. So such a class can explain why much agrees, and never takes away what tells one
 * person from another. Immutable.
 */
public final class RelatedPairLevels implements Serializable {
  private static final long serialVersionUID = 1;

  /** What they have in common. */
  enum Bond {
    /** Surname, address, telephone: learnt. First names are another's, but for twins and sons. */
    HOUSEHOLD,
    /** All names, which are written in two ways as often as those of one person. */
    NAME,
    /** All that a household shares, and all names: a father and his son, a generation apart. */
    HEIR
  }

  /** Heirs whose years of birth are a generation apart; of the others one was written wrongly. */
  private static final double GENERATION = 0.97;

  /** Pairs of one household with one first name, or born on one day. */
  private static final double SAME_NAME = 0.003;

  private static final double TWINS = 0.02;

  /** The lowest level at which two surnames are likely one. */
  private static final int ALIKE = 3;

  /** What is known beforehand, as a number of pairs. */
  private static final double TRUST = 2;

  private final Bond bond;
  private final List<Shared> traits;
  private final int[] levels;
  private final double[][] shares;

  /** Of all pairs. */
  final double share;

  /**
   * What two of a class have in common in one trait.
   *
   * @param shared whether it is in common at all
   * @param named whether it is written in two ways as often as one person's
   * @param alike what part of the pairs agrees though it is not in common: twins, sons
   * @param from the lowest level at which they do
   * @param born whether the pairs are a generation apart in it
   * @param surname whether it tells who is related
   */
  private record Shared(
      boolean shared, boolean named, double alike, int from, boolean born, boolean surname)
      implements Serializable {
    static Shared of(Bond bond, Trait trait, int same) {
      AttributeKind kind = trait.told();
      boolean dated = kind == AttributeKind.BIRTH_DATE;
      double alike = dated ? TWINS : kind == AttributeKind.GIVEN_NAME ? SAME_NAME : 0;
      boolean years = trait.kind() == AttributeKind.BIRTH_DATE;
      return new Shared(
          isShared(bond, kind),
          bond != Bond.HOUSEHOLD && isOfName(kind),
          bond == Bond.HOUSEHOLD ? alike : 0,
          years ? DateComparison.DOES_NOT_CONTRADICT : same,
          bond == Bond.HEIR && trait.tellsGenerations(),
          kind == AttributeKind.SURNAME);
    }

    /** How often the levels occur, where those of strangers and of one person are known. */
    double[] of(double[] learnt, double[] m, double[] u, double kin) {
      if (born) {
        return generationApart(u);
      }
      double[] all = (shared ? named ? m : learnt : u).clone();
      double agreeing = 0;
      for (int l = from; l < PairLevels.MISSING; l++) {
        agreeing += m[l];
      }
      for (int l = 0; l < 16 && !shared; l++) {
        all[l] *= 1 - kin * alike;
        all[l] += l >= from && l < PairLevels.MISSING ? kin * alike * m[l] / agreeing : 0;
      }
      return all;
    }

    private static double[] generationApart(double[] u) {
      double[] all = u.clone();
      for (int l = 0; l < 16; l++) {
        all[l] = l == 0 ? GENERATION : (1 - GENERATION) * u[l] / Math.max(1e-9, 1 - u[0]);
      }
      return all;
    }
  }

  private RelatedPairLevels(
      Bond bond, List<Shared> traits, int[] levels, double[][] shares, double share) {
    this.bond = bond;
    this.traits = List.copyOf(traits);
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
  static RelatedPairLevels start(
      Bond bond, PairLevels of, double[][] m, double[][] u, double share) {
    List<Shared> common = new ArrayList<>();
    boolean together = false;
    boolean apart = false;
    for (Trait trait : of.population().traits()) {
      Shared one = Shared.of(bond, trait, of.comparison(common.size()).same());
      common.add(one);
      together |= one.shared;
      apart |= bond == Bond.HEIR ? one.born : tellsApart(bond, trait.told());
    }
    double told = together && apart ? share : 0;
    return new RelatedPairLevels(bond, common, of.sizes(), m, told).with(m, m, u, told);
  }

  /** Whether a kind is a person's own, and not what a household shares. */
  public static boolean isOwn(AttributeKind kind) {
    return switch (kind) {
      case GIVEN_NAME, FULL_NAME, BIRTH_DATE, AGE, SEX, DOCUMENT, ENCODED -> true;
      default -> false;
    };
  }

  private static boolean isShared(Bond bond, AttributeKind kind) {
    return switch (bond) {
      case HOUSEHOLD -> !isOwn(kind);
      // a name tells the sex, and often the country
      case NAME -> isOfName(kind);
      case HEIR -> !isOwn(kind) || isOfName(kind);
    };
  }

  private static boolean isOfName(AttributeKind kind) {
    return isName(kind) || kind == AttributeKind.SEX || kind == AttributeKind.NATIONALITY;
  }

  private static boolean isBirth(AttributeKind kind) {
    return kind == AttributeKind.BIRTH_DATE || kind == AttributeKind.AGE;
  }

  private static boolean isName(AttributeKind kind) {
    return switch (kind) {
      case GIVEN_NAME, SURNAME, FULL_NAME -> true;
      default -> false;
    };
  }

  private static boolean tellsApart(Bond bond, AttributeKind kind) {
    return bond == Bond.HOUSEHOLD ? isOwn(kind) : isBirth(kind) || kind == AttributeKind.DOCUMENT;
  }

  /** Whether there is such a class at all. */
  boolean isThere() {
    return share > 0;
  }

  /** Whether they have a trait in common, so that it tells nothing how rare its value is. */
  boolean isShared(int trait) {
    return traits.get(trait).shared;
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
  RelatedPairLevels learnt(
      double[][] found, double mass, double pairs, double[][] m, double[][] u) {
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
    return with(learnt, m, u, isThere() ? Math.max(1e-12, mass / pairs) : 0);
  }

  /** What part of the pairs is related, as far as a surname tells: twins and sons are. */
  private double kin(double[][] learnt) {
    for (int t = 0; t < learnt.length; t++) {
      if (traits.get(t).surname) {
        double agree = 0;
        for (int l = ALIKE; l < levels[t]; l++) {
          agree += learnt[t][l];
        }
        return agree;
      }
    }
    return 1;
  }

  private RelatedPairLevels with(double[][] learnt, double[][] m, double[][] u, double of) {
    double kin = kin(learnt);
    double[][] all = new double[m.length][];
    for (int t = 0; t < all.length; t++) {
      all[t] = traits.get(t).of(learnt[t], m[t], u[t], kin);
    }
    return new RelatedPairLevels(bond, traits, levels, all, of);
  }
}
