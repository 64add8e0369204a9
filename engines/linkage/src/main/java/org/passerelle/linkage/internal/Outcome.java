package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.Expected;
import org.passerelle.linkage.Match;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.groups.AverageLinkage;
import org.passerelle.linkage.internal.groups.Grouping;
import org.passerelle.linkage.internal.groups.Groups;
import org.passerelle.linkage.internal.groups.HouseholdAlarm;
import org.passerelle.linkage.internal.groups.OneToOne;
import org.passerelle.linkage.internal.quality.ComparisonResult;
import org.passerelle.linkage.internal.quality.ModelIdentifiability;
import org.passerelle.linkage.internal.quality.StatedQuality;
import org.passerelle.linkage.internal.quality.UndecidablePairs;
import org.passerelle.linkage.internal.quality.UnmatchedProbability;
import org.passerelle.linkage.internal.quality.WeightBreakdown;
import org.passerelle.linkage.internal.weights.Belief;
import org.passerelle.linkage.internal.weights.PairWeights;

/** What a run of the engine found. Not for several threads. */
public final class Outcome {
  private final Population population;
  private final Pairs pairs;
  private final PairWeights scores;
  private final Belief belief;
  private final int[] groups;
  private final double bonus;
  private final double threshold;
  private final List<String> report;
  private final List<Match> matches = new ArrayList<>();
  private final Map<Integer, Double> means = new HashMap<>();
  private final StatedQuality quality = new StatedQuality();
  private final UndecidablePairs undecidable;
  private boolean onePartner;
  private @Nullable UnmatchedProbability unmatched;

  private Outcome(
      Population population,
      Pairs pairs,
      PairWeights scores,
      int[] groups,
      double bonus,
      double threshold,
      List<String> report) {
    this.population = population;
    this.pairs = pairs;
    this.scores = scores;
    this.belief = new Belief(scores.believed());
    this.groups = groups;
    this.bonus = bonus;
    this.threshold = threshold;
    this.report = new ArrayList<>(report);
    this.undecidable = new UndecidablePairs(population);
  }

  /** Of two lists; so many nats count for each pair that most records have a partner. */
  public static Outcome ofPairs(
      Population population,
      Pairs pairs,
      PairWeights scores,
      int[] chosen,
      boolean onePartner,
      double bonus,
      double threshold,
      List<String> report) {
    int[] groups = Groups.apart(population.size());
    Outcome outcome = new Outcome(population, pairs, scores, groups, bonus, threshold, report);
    outcome.onePartner = onePartner;
    for (int k : chosen) {
      if (onePartner || !outcome.isLeftApart(k)) {
        outcome.matches.add(outcome.match(k));
      }
    }
    return outcome;
  }

  public static Outcome ofGroups(
      Population population,
      Pairs pairs,
      PairWeights scores,
      int[] groups,
      double bonus,
      double threshold,
      List<String> report) {
    int[] kept = groups.clone();
    Outcome outcome = new Outcome(population, pairs, scores, kept, bonus, threshold, report);
    for (int[] members : Groups.members(groups)) {
      if (members.length == 2 && outcome.isLeftApart(pairs.find(members[0], members[1]))) {
        kept[members[1]] = members[1];
      } else {
        outcome.addAll(members);
      }
    }
    outcome.matches.sort(Comparator.comparingInt(Match::left).thenComparingInt(Match::right));
    return outcome;
  }

  private Match match(int k) {
    return belief.match(pairs.left(k), pairs.right(k), pairs.weights[k] + bonus);
  }

  /** Whether two records near the threshold that no third one holds together are left apart. */
  private boolean isLeftApart(int k) {
    return k >= 0
        && threshold == Grouping.EVEN
        && undecidable.isLeftApart(pairs.vectors[k], belief.probability(pairs.weights[k] + bonus));
  }

  private void addAll(int[] members) {
    double sum = 0;
    double[] own = new double[members.length * (members.length - 1) / 2];
    int n = 0;
    for (int a = 0; a < members.length; a++) {
      for (int b = a + 1; b < members.length; b++) {
        own[n] = own(members[a], members[b]);
        sum += Math.max(-Groups.CERTAIN, Math.min(Groups.CERTAIN, own[n++]));
      }
    }
    double mean = Math.max(sum / own.length, belief.logOdds(threshold) - bonus);
    means.put(groups[members[0]], mean);
    n = 0;
    for (int a = 0; a < members.length; a++) {
      for (int b = a + 1; b < members.length; b++) {
        matches.add(belief.match(members[a], members[b], Math.max(own[n++], mean) + bonus));
      }
    }
  }

  private double own(int i, int j) {
    int k = pairs.find(i, j);
    return k >= 0 ? pairs.weights[k] : (float) scores.weight(i, j);
  }

  /** The matches, in order of the records. */
  public List<Match> matches() {
    return List.copyOf(matches);
  }

  /** The group of each record, named by its first member; each its own where lists were linked. */
  public int[] groups() {
    return groups.clone();
  }

  public List<String> report() {
    return List.copyOf(report);
  }

  /** The least probability of a match. */
  public double threshold() {
    return threshold;
  }

  /**
   * The same of a pair by itself, where nothing is known of its group or of other partners: where
   * pairs agree best with the matches, unless a threshold was told.
   */
  public double pairThreshold() {
    boolean told = threshold != Grouping.EVEN || matches.isEmpty();
    return told ? threshold : belief.probability(stated().bestCut(0));
  }

  /** The steps from a random pair to this one, in bits; they add up to the weight of the match. */
  public List<PairWeights.Step> steps(int i, int j) {
    Double mean = groups[i] == groups[j] ? means.get(groups[i]) : null;
    return WeightBreakdown.of(scores, i, j, bonus, mean);
  }

  /** Tells how pairs were found, which tells of those that were not. */
  Outcome found(ComparisonResult compared) {
    quality.found(compared, groups, matches, stated());
    return this;
  }

  /** Tells why precision and recall cannot be known; empty where they can. */
  Outcome doubtful(String why) {
    quality.doubt(why);
    return this;
  }

  /**
   * Says where matches look like households, of which nothing can be stated.
   *
   * @param households whether there are pairs of two who live together
   */
  Outcome examined(boolean households) {
    long[] vectors = vectors();
    List<String> alarms = HouseholdAlarm.of(population, vectors);
    report.addAll(alarms);
    return doubtful(
        alarms.isEmpty()
            ? ModelIdentifiability.doubt(population, vectors, households)
            : "the matches look like families");
  }

  /** The levels of each match; most are known from comparing. */
  private long[] vectors() {
    PairLevels levels = new PairLevels(population);
    return matches.stream().mapToLong(m -> pairs.vector(m.left(), m.right(), levels)).toArray();
  }

  /**
   * What the model expects of its matches: the mean of their probabilities, and what part they are
   * of all that it holds likely.
   */
  public Expected expected() {
    return quality.expected(matches, stated());
  }

  private UnmatchedProbability stated() {
    if (unmatched == null) {
      unmatched =
          new UnmatchedProbability(
              population, pairs, groups, matches, bonus, scores.believed(), onePartner);
    }
    return unmatched;
  }

  /**
   * Pairs that a person should look at: matched or not, and not far from the threshold; the most
   * doubtful first.
   */
  public List<Match> review(double lowest, double highest) {
    List<Match> band = new ArrayList<>(matches);
    band.removeIf(match -> match.probability() > highest);
    for (int k = 0; k < pairs.size(); k++) {
      // whoever has a partner surely has no other
      double p = onePartner ? stated().probability(k) : match(k).probability();
      if (!stated().isMatched(k) && p >= lowest) {
        band.add(match(k));
      }
    }
    double cut = belief.bits(belief.logOdds(threshold));
    band.sort(Comparator.comparingDouble(match -> Math.abs(match.weight() - cut)));
    return band;
  }

  /**
   * Pairs that are not matched, that may well be one person, and of which nobody can state how many
   * are: for a person to decide, in order of the records.
   */
  public List<Match> undecided() {
    return IntStream.range(0, pairs.size())
        .filter(this::isUndecided)
        .mapToObj(this::match)
        .toList();
  }

  private boolean isUndecided(int k) {
    return !stated().isMatched(k)
        && undecidable.isUndecided(pairs.vectors[k], stated().probability(k));
  }

  /** The candidates' weights, for judging thresholds: records and probability of each. */
  public void eachPair(ProbabilitySink sink) {
    for (int k = 0; k < pairs.size(); k++) {
      sink.pair(pairs.left(k), pairs.right(k), belief.probability(pairs.weights[k] + bonus));
    }
  }

  /**
   * All pairs of which a probability was stated: the matches, and what was compared besides, but
   * for what is for a person to decide.
   */
  public void eachStated(ProbabilitySink sink) {
    for (Match match : matches) {
      sink.pair(match.left(), match.right(), match.probability());
    }
    for (int k = 0; k < pairs.size(); k++) {
      if (!stated().isMatched(k) && !isUndecided(k)) {
        sink.pair(pairs.left(k), pairs.right(k), stated().probability(k));
      }
    }
  }

  /** The groups at other thresholds, for judging thresholds. */
  public List<int[]> groupsAt(double... ps) {
    double lowest = belief.logOdds(Arrays.stream(ps).min().orElse(threshold)) - bonus;
    List<AverageLinkage.Union> unions = Groups.unions(population, pairs, lowest);
    return Arrays.stream(ps)
        .mapToObj(p -> Groups.at(population.size(), unions, belief.logOdds(p) - bonus))
        .toList();
  }

  /** The matches at another threshold where two lists were linked: places of left and right. */
  public List<Match> matchesAt(double p) {
    return Arrays.stream(OneToOne.chosen(population, pairs, belief.logOdds(p) - bonus))
        .mapToObj(this::match)
        .toList();
  }
}
