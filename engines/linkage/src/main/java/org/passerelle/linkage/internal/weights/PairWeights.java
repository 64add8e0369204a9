package org.passerelle.linkage.internal.weights;

import java.util.List;

/** What speaks for two records being one person. Not for several threads. */
public interface PairWeights {
  /** Log-odds, in nats. */
  double weight(int i, int j);

  /**
   * What part of a weight may be believed. A model in which errors are independent of each other is
   * too sure on both sides: who copies a list by hand errs in several fields of one record. It is
   * the inverse of a temperature (Guo, Pleiss, Sun and Weinberger 2017).
   */
  double believed();

  /** The steps from a random pair to this one, in nats; they add up to its weight. */
  List<Step> steps(int i, int j);

  /** One step of an explanation: what it is, and what it adds to the log-odds in nats. */
  record Step(String label, String level, String left, String right, double weight) {}
}
