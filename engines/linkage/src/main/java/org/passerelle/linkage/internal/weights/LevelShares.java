package org.passerelle.linkage.internal.weights;

import java.util.List;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.comparison.Trait;

/** How often each level occurs, by trait and level, counted and bounded. */
final class LevelShares {
  /** Pairs of one person whose first names, or dates of birth, have nothing in common. */
  private static final double MOST_DIFFERING = 0.15;

  /** Pairs of one person whose years of birth lie a generation apart: slips of the tens' digit. */
  private static final double MOST_A_GENERATION = 0.01;

  private static final double MOST_OF_OTHER_SEX = 0.05;

  /** Pairs of one person of whom one record has the surname before marriage, or another. */
  private static final double LEAST_OF_OTHER_SURNAME = 0.03;

  private LevelShares() {}

  /** Before anything is learnt of those of one person. */
  static double[][] start(int[] levels) {
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

  static double[][] logs(double[][] m) {
    double[][] logs = new double[m.length][16];
    for (int t = 0; t < m.length; t++) {
      for (int l = 0; l < 16; l++) {
        logs[t][l] = Math.log(m[t][l]);
      }
    }
    return logs;
  }

  /** Of counts of matches. */
  static double[][] of(double[][] found, int[] levels, double matches) {
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

  /** Of all pairs less those that are known to be something else. */
  static double[][] ofOthers(Agreements all, double[][] known, int[] levels) {
    double[][] u = new double[levels.length][16];
    for (int t = 0; t < levels.length; t++) {
      double sum = 0;
      for (int l = 0; l < levels[t]; l++) {
        // less than half a sampled pair cannot be told from none
        u[t][l] = Math.max(all.totals[t][l] - known[t][l], 0.5 * Math.max(1, all.scale / 4));
        sum += u[t][l];
      }
      for (int l = 0; l < levels[t]; l++) {
        u[t][l] /= sum;
      }
    }
    return u;
  }

  /** The mean of two, by weights. */
  static void mix(double[][] some, double weight, double[][] others, double otherWeight) {
    double all = weight + otherWeight;
    for (int t = 0; t < some.length && otherWeight > 0; t++) {
      for (int l = 0; l < 16; l++) {
        some[t][l] = (some[t][l] * weight + others[t][l] * otherWeight) / all;
      }
    }
  }

  /**
   * One person does not often differ in what is a person's own, and sometimes in the surname.
   *
   * @param m how often each level occurs among pairs of one person; changed
   * @param kinds what the traits tell, also where they are encoded
   * @param generation by trait, whether a generation apart is its lowest level
   */
  static void bound(double[][] m, int[] levels, AttributeKind[] kinds, boolean[] generation) {
    for (int t = 0; t < m.length; t++) {
      if (generation[t]) {
        bound(m[t], levels[t], 0, Math.min(MOST_A_GENERATION, m[t][0]));
      }
      int differs = generation[t] ? 1 : 0;
      bound(m[t], levels[t], differs, bounded(kinds[t], m[t][differs]));
    }
  }

  /** By trait, whether its lowest level is a generation apart; an encoded date cannot tell. */
  static boolean[] tellGenerations(List<Trait> traits) {
    boolean[] tell = new boolean[traits.size()];
    for (int t = 0; t < tell.length; t++) {
      AttributeKind kind = traits.get(t).kind();
      tell[t] = kind == AttributeKind.BIRTH_DATE || kind == AttributeKind.AGE;
    }
    return tell;
  }

  /** Gives one level a share, and leaves the others in proportion. */
  private static void bound(double[] m, int levels, int level, double share) {
    double before = m[level];
    for (int l = 0; l < levels && share != before; l++) {
      m[l] *= l == level ? share / before : (1 - share) / (1 - before);
    }
  }

  private static double bounded(AttributeKind kind, double differing) {
    return switch (kind) {
      case GIVEN_NAME, FULL_NAME, BIRTH_DATE, AGE -> Math.min(MOST_DIFFERING, differing);
      case SEX -> Math.min(MOST_OF_OTHER_SEX, differing);
      case SURNAME -> Math.max(LEAST_OF_OTHER_SURNAME, differing);
      default -> differing;
    };
  }
}
