package org.passerelle.linkage.internal.weights;

import org.passerelle.linkage.Match;

/**
 * How far the log-odds of a model are believed, and what follows from them.
 *
 * @param share of the log-odds that is believed, above 0
 */
public record Belief(double share) {
  private static final double BIT = Math.log(2);

  /** The probability that is believed of log-odds. */
  public double probability(double logOdds) {
    return FellegiSunter.probability(share * logOdds);
  }

  /** The log-odds that have to be there for a probability to be believed. */
  public double logOdds(double probability) {
    return Math.log(probability / (1 - probability)) / share;
  }

  /** What is believed of log-odds, in bits. */
  public double bits(double logOdds) {
    return share * logOdds / BIT;
  }

  /** Two records with the probability and the weight that are believed of them. */
  public Match match(int left, int right, double logOdds) {
    return new Match(left, right, probability(logOdds), bits(logOdds));
  }
}
