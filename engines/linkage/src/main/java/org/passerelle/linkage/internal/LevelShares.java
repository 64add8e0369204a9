package org.passerelle.linkage.internal;

import java.util.List;

/** How often each level occurs, by trait and level, counted and bounded. */
final class LevelShares {
  /** Pairs of one person whose first names, or dates of birth, have nothing in common. */
  private static final double MOST_DIFFERING = 0.15;

  private static final double MOST_OF_OTHER_SEX = 0.05;

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

  /** The largest share of level 0 among pairs of one person, by trait. */
  static double[] mostDiffering(List<Trait> traits) {
    double[] most = new double[traits.size()];
    for (int t = 0; t < most.length; t++) {
      most[t] =
          switch (traits.get(t).kind()) {
            case GIVEN_NAME, FULL_NAME, BIRTH_DATE, AGE -> MOST_DIFFERING;
            case SEX -> MOST_OF_OTHER_SEX;
            default -> 1;
          };
    }
    return most;
  }

  /** One person does not often differ in what is a person's own. */
  static void bound(double[][] m, int[] levels, double[] mostDiffering) {
    for (int t = 0; t < m.length; t++) {
      double most = mostDiffering[t];
      double before = m[t][0];
      for (int l = 0; l < levels[t] && before > most; l++) {
        m[t][l] *= l == 0 ? most / before : (1 - most) / (1 - before);
      }
    }
  }
}
