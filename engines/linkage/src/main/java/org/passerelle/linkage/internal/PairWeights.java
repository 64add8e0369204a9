package org.passerelle.linkage.internal;

import java.util.List;

/** What speaks for two records being one person. Not for several threads. */
public interface PairWeights {
  /** Log-odds, in nats. */
  double weight(int i, int j);

  /** The steps from a random pair to this one, in nats; they add up to its weight. */
  List<Step> steps(int i, int j);

  /** One step of an explanation: what it is, and what it adds to the log-odds in nats. */
  record Step(String label, String level, String left, String right, double weight) {}
}
