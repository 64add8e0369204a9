package org.passerelle.linkage.internal.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.passerelle.linkage.Match;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.groups.Groups;
import org.passerelle.linkage.internal.weights.FellegiSunter;

/**
 * How likely pairs are that were compared and not matched. A pair counts by what its two records
 * say, or by what their whole groups say of each other where that is less, their own weight once
 * more among them: whoever agrees with one record of a person and contradicts nine others is
 * somebody else, and who contradicts one other may have been written in a hurry. Not for several
 * threads.
 */
public final class UnmatchedProbability {
  private final Pairs pairs;
  private final int[] groups;
  private final double bonus;
  private final double believed;
  private final boolean[] matched;

  /** By record, how surely it has a partner that no other record can have. */
  private final double[] taken;

  private final int[] sizes;
  private final Map<Long, Double> sums = new HashMap<>();

  /**
   * After grouping.
   *
   * @param believed what part of a weight may be believed
   * @param onePartner whether a record has no other partner if it is rightly matched
   */
  public UnmatchedProbability(
      Population population,
      Pairs pairs,
      int[] groups,
      List<Match> matches,
      double bonus,
      double believed,
      boolean onePartner) {
    this.pairs = pairs;
    this.groups = groups;
    this.bonus = bonus;
    this.believed = believed;
    this.matched = new boolean[pairs.size()];
    this.taken = new double[population.size()];
    for (Match match : matches) {
      int k = pairs.find(match.left(), match.right());
      if (k >= 0) {
        matched[k] = true;
      }
      taken[match.left()] = onePartner ? match.probability() : 0;
      taken[match.right()] = onePartner ? match.probability() : 0;
    }
    this.sizes = new int[population.size()];
    for (int group : groups) {
      sizes[group]++;
    }
    for (int k = 0; k < matched.length; k++) {
      if (!matched[k] && several(k) > 1) {
        sums.merge(between(k), clipped(pairs.weights[k]) + Groups.CERTAIN, Double::sum);
      }
    }
  }

  /** How many pairs there are between the groups of a pair. */
  private double several(int k) {
    return (double) sizes[groups[pairs.left(k)]] * sizes[groups[pairs.right(k)]];
  }

  private long between(int k) {
    return Pairs.key(groups[pairs.left(k)], groups[pairs.right(k)]);
  }

  private static double clipped(double weight) {
    return Math.max(-Groups.CERTAIN, Math.min(Groups.CERTAIN, weight));
  }

  public boolean isMatched(int k) {
    return matched[k];
  }

  /** The probability that a pair that is not matched is one person. */
  public double probability(int k) {
    // who is matched has another partner only if the match is wrong
    double free = (1 - taken[pairs.left(k)]) * (1 - taken[pairs.right(k)]);
    double weight = pairs.weights[k];
    Double sum = sums.get(between(k));
    if (sum != null) {
      // its own records once more, or a group of two outweighs them by one error
      double own = clipped(weight) + Groups.CERTAIN;
      weight = Math.min(weight, (sum + own) / (several(k) + 1) - Groups.CERTAIN);
    }
    return free * FellegiSunter.probability(believed * (weight + bonus));
  }

  /** How many pairs of one person there are likely to be among some that are not matched. */
  double likely(LongPredicate some) {
    double sum = 0;
    for (int k = 0; k < pairs.size(); k++) {
      sum += !matched[k] && some.test(pairs.keys[k]) ? probability(k) : 0;
    }
    return sum;
  }

  /**
   * The log-odds from which on pairs by themselves agree best with the matches: what a threshold of
   * pairs would be if the matches were the truth.
   *
   * @param usual where there are no matches
   */
  public double bestCut(double usual) {
    Integer[] order = new Integer[pairs.size()];
    double all = 0;
    for (int k = 0; k < order.length; k++) {
      order[k] = k;
      all += matched[k] ? 1 : 0;
    }
    Arrays.sort(order, Comparator.comparingDouble(k -> -pairs.weights[k]));
    double best = 0;
    double cut = usual;
    double right = 0;
    for (int n = 0; n < order.length; n++) {
      right += matched[order[n]] ? 1 : 0;
      boolean last = n + 1 == order.length || weight(order[n + 1]) < weight(order[n]);
      double f1 = 2 * right / (n + 1 + all);
      if (last && f1 > best) {
        best = f1;
        cut = weight(order[n]);
      }
    }
    return cut;
  }

  private double weight(int k) {
    return pairs.weights[k] + bonus;
  }
}
