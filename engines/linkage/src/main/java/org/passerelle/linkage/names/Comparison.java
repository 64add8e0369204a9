package org.passerelle.linkage.names;

import java.util.List;

/**
 * Whether two written names are one name, and why.
 *
 * @param logOdds log-odds (nats) that they are one name
 * @param reasons what it is made of; adds up to the log-odds
 */
public record Comparison(double logOdds, List<Reason> reasons) {
  /** The reasons are kept as they are now. */
  public Comparison {
    reasons = List.copyOf(reasons);
  }

  /** Probability that the two are one name, 0 to 1; a share of pairs as hard as the published. */
  public double probability() {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** Rather one name than two. */
  public boolean same() {
    return logOdds >= 0;
  }
}
