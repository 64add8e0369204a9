package org.passerelle.linkage.internal.weights;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.Fixed;
import org.passerelle.linkage.internal.comparison.Population;

/** What is known of traits beforehand, by trait and level. Immutable. */
final class FixedTraits implements Serializable {
  private static final long serialVersionUID = 1;
  private final double[][] m;
  private final double[][] logU;
  private final double[][] weights;

  /** The bits of the traits that tell nothing of how two persons agree but what is fixed. */
  private final long apart;

  FixedTraits(Population population, Map<String, Fixed> fixed) {
    int traits = population.traits().size();
    m = new double[traits][];
    logU = new double[traits][];
    weights = new double[traits][];
    long mask = 0;
    for (int t = 0; t < traits; t++) {
      Fixed told = fixed.get(population.traits().get(t).label());
      if (told != null) {
        m[t] = array(told.m());
        logU[t] = array(told.u());
        weights[t] = array(told.weights());
        for (int l = 0; l < logU[t].length; l++) {
          logU[t][l] = Math.log(logU[t][l]);
        }
        mask |= told.u().isEmpty() && told.weights().isEmpty() ? 0 : 15L << (4 * t);
      }
    }
    apart = mask;
  }

  /** By level, with room for all; empty where nothing is told. */
  private static double[] array(List<Double> told) {
    double[] numbers = new double[told.isEmpty() ? 0 : 16];
    for (int l = 0; l < told.size(); l++) {
      numbers[l] = told.get(l);
    }
    return numbers;
  }

  /** Whether a trait's weights are all told, so that nothing else counts of it. */
  boolean isWeighed(int trait) {
    return weights[trait] != null && weights[trait].length > 0;
  }

  /** A vector as strangers are judged by it: what is fixed of them is missing there. */
  long ofStrangers(long vector) {
    return vector | apart;
  }

  /** Puts the m that is told in the place of what was learnt. */
  void fix(double[][] learnt) {
    for (int t = 0; t < m.length; t++) {
      if (m[t] != null && m[t].length > 0) {
        learnt[t] = m[t].clone();
      }
    }
  }

  /** What a level of a trait adds to the log-odds, besides what is learnt of strangers. */
  double weight(int trait, int level, double[][] logM) {
    if (isWeighed(trait)) {
      // what an explanation shows is what was told
      return weights[trait][level] * Math.log(2) / Scores.BELIEVED;
    }
    boolean told = logU[trait] != null && logU[trait].length > 0;
    return logM[trait][level] - (told ? logU[trait][level] : 0);
  }
}
