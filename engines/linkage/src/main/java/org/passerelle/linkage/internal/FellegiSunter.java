package org.passerelle.linkage.internal;

import java.io.Serializable;
import java.util.Arrays;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.LinkSettings;

/**
 * The model of Fellegi and Sunter (1969): for each trait and level, how often it occurs among pairs
 * of one person (m) and of two (u). m and the share of matches are found by expectation
 * maximisation (Dempster, Laird and Rubin 1977) over the candidates, without labels; what is no
 * candidate counts as no match, so that u is what random pairs show less the matches among them.
 *
 * <p>The first rounds let the candidates of a record compete: whoever is like a hundred others is
 * no match of any, so that a country is not taken for a person. From there u learns which traits
 * depend on each other, until the number of matches settles. Two persons who live together are a
 * class of their own throughout ({@link Household}).
 */
public final class FellegiSunter implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int COMPETING = 25;
  private static final int MOST_ROUNDS = 40;
  private static final double SETTLED = 1e-3;

  /**
   * How much it counts what was learnt of one person while candidates competed, as a multiple of
   * the matches found then. Without it the class of one person drifts to whatever is frequent.
   */
  private static final double REMEMBERED = 3;

  /** Pairs of households to a match. */
  private static final double NOTABLE = 0.05;

  private final int[] levels;
  private final Agreements all;
  private final double pairs;
  private double[][] m;

  /** m as it was when candidates no longer competed, and what it weighs. */
  private double[][] remembered;

  private double remembers;
  private double[][] logM;
  private double[][] u;
  private Strangers strangers;
  private Household household;

  /** Strangers and households: all that is not one person. */
  private Strangers others;

  private final AttributeKind[] kinds;
  private final FixedTraits fixed;
  private double share;
  private double matches;
  private double housed;

  private FellegiSunter(
      Agreements all, PairLevels of, int[] levels, double pairs, double share, FixedTraits fixed) {
    this.fixed = fixed;
    this.all = all;
    this.levels = levels;
    this.pairs = pairs;
    this.share = share;
    this.kinds = of.population().traits().stream().map(Trait::kind).toArray(AttributeKind[]::new);
    this.m = LevelShares.start(levels);
    fixed.fix(m);
    this.remembered = m;
    this.logM = LevelShares.logs(m);
    this.u = LevelShares.ofOthers(all, new double[levels.length][16], levels);
    this.strangers = Strangers.independent(u);
    this.household = Household.start(of, LevelShares.start(levels), u, share);
    this.others = strangers.and(household);
  }

  /**
   * Learns without labels.
   *
   * @param candidates those of a sample of records, or all
   * @param patterns of all candidates
   * @param settings with what is known beforehand, and the seed of the random pairs
   */
  public static FellegiSunter fit(
      Population population, Pairs candidates, Patterns patterns, LinkSettings settings) {
    PairLevels of = new PairLevels(population);
    int[] levels = new int[population.traits().size()];
    for (int t = 0; t < levels.length; t++) {
      levels[t] = of.comparison(t).levels().size();
    }
    double found = Arrays.stream(patterns.counts).sum();
    FellegiSunter model =
        new FellegiSunter(
            Agreements.of(of, settings.seed()),
            of,
            levels,
            population.pairs(),
            Math.min(0.1, Math.min(found / 4, population.size()) / population.pairs()),
            new FixedTraits(population, settings.fixed()));
    model.all.atLeast(patterns);
    model.learn(candidates, patterns, population.size());
    return model;
  }

  private void learn(Pairs candidates, Patterns patterns, int records) {
    int[] places = patterns.places(candidates.vectors);
    double scale = Arrays.stream(patterns.counts).sum() / Math.max(1, places.length);
    for (int round = 0; round < COMPETING; round++) {
      maximise(patterns, competing(candidates, places, patterns, records, scale));
      Slices.check();
    }
    remembered = m;
    remembers = REMEMBERED * matches;
    // each pair by itself, as a person with ten records has nine partners
    double before = 0;
    for (int round = 0;
        round < MOST_ROUNDS && Math.abs(matches - before) > SETTLED * before;
        round++) {
      before = matches;
      depend();
      maximise(patterns, expected(patterns));
      Slices.check();
    }
  }

  /** For each vector, how many of its pairs are matches, each pair by itself. */
  private double[] expected(Patterns patterns) {
    double[] mass = new double[patterns.size()];
    for (int v = 0; v < mass.length; v++) {
      mass[v] = patterns.counts[v] * probability(prior() + weight(patterns.vectors[v]));
    }
    return mass;
  }

  /**
   * For each vector, how many of its pairs are matches, where the candidates of a record share what
   * one could have.
   */
  private double[] competing(
      Pairs candidates, int[] places, Patterns patterns, int records, double scale) {
    double[] odds = new double[patterns.size()];
    for (int v = 0; v < odds.length; v++) {
      odds[v] = Math.exp(Math.min(60, prior() + weight(patterns.vectors[v])));
    }
    double[] sums = new double[records];
    for (int k = 0; k < candidates.size(); k++) {
      double o = odds[places[k]];
      sums[candidates.left(k)] += o;
      sums[candidates.right(k)] += o;
    }
    double[] mass = new double[patterns.size()];
    for (int k = 0; k < candidates.size(); k++) {
      int v = places[k];
      mass[v] +=
          scale * odds[v] / (1 + Math.max(sums[candidates.left(k)], sums[candidates.right(k)]));
    }
    return mass;
  }

  private void maximise(Patterns patterns, double[] mass) {
    double[][] found = new double[levels.length][16];
    double[][] together = new double[levels.length][16];
    matches = 0;
    housed = 0;
    for (int v = 0; v < mass.length; v++) {
      long vector = patterns.vectors[v];
      double living =
          Math.max(0, patterns.counts[v] - mass[v]) * others.household(fixed.ofStrangers(vector));
      matches += mass[v];
      housed += living;
      for (int t = 0; t < levels.length; t++) {
        found[t][PairLevels.level(vector, t)] += mass[v];
        together[t][PairLevels.level(vector, t)] += living;
      }
    }
    share = Math.max(1e-12, Math.min(0.5, matches / pairs));
    m = LevelShares.of(found, levels, matches);
    LevelShares.mix(m, matches, remembered, remembers);
    LevelShares.bound(m, levels, kinds);
    fixed.fix(m);
    logM = LevelShares.logs(m);
    for (int t = 0; t < levels.length; t++) {
      for (int l = 0; l < levels[t]; l++) {
        found[t][l] += together[t][l];
      }
    }
    u = LevelShares.ofOthers(all, found, levels);
    household = household.learnt(together, housed, pairs, u);
    others = strangers.and(household);
  }

  /** Learns which traits depend on each other, from random pairs less the matches among them. */
  private void depend() {
    Patterns sample = all.sample;
    double[] weights = new double[sample.size()];
    for (int v = 0; v < weights.length; v++) {
      weights[v] =
          sample.counts[v]
              * (1 - probability(prior() + weight(sample.vectors[v])))
              * (1 - others.household(fixed.ofStrangers(sample.vectors[v])));
    }
    strangers = Strangers.learnt(sample, weights, u, levels);
    others = strangers.and(household);
  }

  /** What a vector adds to the log-odds of a random pair, in nats. */
  double weight(long vector) {
    return weight(vector, 0);
  }

  /**
   * The same where what a household shares is rare: two strangers are then less likely to share it,
   * and two of one household as likely as ever.
   *
   * @param rarity in nats
   */
  double weight(long vector, double rarity) {
    double sum = -others.log(fixed.ofStrangers(vector), rarity);
    for (int t = 0; t < levels.length; t++) {
      int level = PairLevels.level(vector, t);
      sum += level == PairLevels.MISSING ? 0 : fixed.weight(t, level, logM);
    }
    return sum;
  }

  /** The same trait by trait, each given those before it; 0 where a value is missing. */
  double[] weights(long vector) {
    double[] weights = others.steps(fixed.ofStrangers(vector));
    for (int t = 0; t < weights.length; t++) {
      int level = PairLevels.level(vector, t);
      weights[t] = level == PairLevels.MISSING ? 0 : fixed.weight(t, level, logM) - weights[t];
    }
    return weights;
  }

  /** Whether all that a trait adds is told, so that it does not matter how rare its values are. */
  boolean isWeighed(int trait) {
    return fixed.isWeighed(trait);
  }

  /** Whether a trait is a person's own, and not what a household shares. */
  boolean isOwn(int trait) {
    return household.isOwn(trait);
  }

  /** From log-odds. */
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** The log-odds of a random pair. */
  public double prior() {
    return Math.log(share / (1 - share));
  }

  /** How many pairs there are likely to be of two persons who live together. */
  public double housed() {
    return housed;
  }

  /** Whether there are so many of them that a reader should know. */
  public boolean isOfHouseholds() {
    return housed > NOTABLE * matches;
  }

  /** How many pairs of one person there are likely to be. */
  public double matches() {
    return matches;
  }

  public double m(int trait, int level) {
    return m[trait][level];
  }

  public double u(int trait, int level) {
    return u[trait][level];
  }
}
