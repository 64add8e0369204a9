package org.passerelle.linkage.internal.weights;

import java.io.Serializable;
import java.util.Arrays;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Slices;
import org.passerelle.linkage.internal.comparison.Trait;

/**
 * The model of Fellegi and Sunter (1969): for each trait and level, how often it occurs among pairs
 * of one person (m) and of two (u). m and the share of matches are found by expectation
 * maximisation (Dempster, Laird and Rubin 1977) over the candidates, without labels; pairs that are
 * not candidates count as non-matches, so that u is what random pairs show less the matches among
 * them.
 *
 * <p>The first rounds let the candidates of a record compete: a record that resembles a hundred
 * others matches none of them, so that a country is not taken for a person. From there u learns
 * which traits depend on each other, until the number of matches settles. Two persons who live
 * together are a class of their own throughout, and so are father and son of one name; two of one
 * name are where they are many ({@link RelatedPairClasses}).
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

  /** Namesakes to a match, before they are learnt. */
  private static final double NAMESAKES = 0.2;

  /**
   * Pairs of households to a match that a reader should know of. Fewer namesakes are as well
   * persons of whom one record was written in a hurry, and count as such.
   */
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
  private NonMatchLevels nonMatchLevels;
  private RelatedPairClasses relatedPairClasses;

  /** Strangers, households, namesakes and heirs: all that is not one person. */
  private NonMatchLevels others;

  private final AttributeKind[] kinds;
  private final boolean[] generation;
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
    this.kinds = of.population().traits().stream().map(Trait::told).toArray(AttributeKind[]::new);
    this.generation = LevelShares.tellGenerations(of.population().traits());
    this.m = LevelShares.start(levels);
    fixed.fix(m);
    this.remembered = m;
    this.logM = LevelShares.logs(m);
    this.u = LevelShares.ofOthers(all, new double[levels.length][16], levels);
    this.nonMatchLevels = NonMatchLevels.independent(u);
    this.relatedPairClasses = RelatedPairClasses.start(of, LevelShares.start(levels), u, share, 0);
    this.others = nonMatchLevels.and(relatedPairClasses);
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
    int[] levels = of.sizes();
    double found = Arrays.stream(patterns.counts).sum();
    double share = Math.min(0.1, Math.min(found / 4, population.size()) / population.pairs());
    Agreements all = Agreements.of(of, settings.seed());
    all.atLeast(patterns);
    FixedTraits fixed = new FixedTraits(population, settings.fixed());
    OneToOneCompetition oneToOneCompetition =
        new OneToOneCompetition(candidates, patterns, population.size());
    FellegiSunter tried = new FellegiSunter(all, of, levels, population.pairs(), share, fixed);
    tried.learnt(oneToOneCompetition, patterns, of, 0, NAMESAKES * tried.share);
    if (!tried.relatedPairClasses.namesakes().isThere()) {
      return tried;
    }
    double named =
        tried.namesakes() > NOTABLE * tried.matches
            ? tried.relatedPairClasses.namesakes().share
            : 0;
    return new FellegiSunter(all, of, levels, population.pairs(), share, fixed)
        .learnt(oneToOneCompetition, patterns, of, named, named);
  }

  /**
   * Learns until the number of matches settles.
   *
   * @param first share of namesakes that is given while candidates compete
   * @param then share from which on it is learnt
   */
  private FellegiSunter learnt(
      OneToOneCompetition oneToOneCompetition,
      Patterns patterns,
      PairLevels of,
      double first,
      double then) {
    named(of, first);
    for (int round = 0; round < COMPETING; round++) {
      maximise(patterns, oneToOneCompetition.matches(this), true);
      Slices.check();
    }
    remembered = m;
    remembers = REMEMBERED * matches;
    named(of, then);
    // each pair by itself, as a person with ten records has nine partners
    double before = 0;
    for (int round = 0;
        round < MOST_ROUNDS && Math.abs(matches - before) > SETTLED * before;
        round++) {
      before = matches;
      depend();
      maximise(patterns, expected(patterns), false);
      Slices.check();
    }
    return this;
  }

  private void named(PairLevels of, double share) {
    relatedPairClasses =
        relatedPairClasses.with(
            RelatedPairLevels.start(RelatedPairLevels.Bond.NAME, of, m, u, share));
    others = nonMatchLevels.and(relatedPairClasses);
  }

  /** For each vector, how many of its pairs are matches, each pair by itself. */
  private double[] expected(Patterns patterns) {
    double[] mass = new double[patterns.size()];
    for (int v = 0; v < mass.length; v++) {
      mass[v] = patterns.counts[v] * probability(prior() + weight(patterns.vectors[v]));
    }
    return mass;
  }

  private void maximise(Patterns patterns, double[] mass, boolean competing) {
    double[][] found = new double[levels.length][16];
    RelatedPairClasses.Found bound = new RelatedPairClasses.Found(levels.length);
    matches = 0;
    for (int v = 0; v < mass.length; v++) {
      long vector = patterns.vectors[v];
      RelatedPairShares parts = others.parts(fixed.ofStrangers(vector));
      bound.add(vector, parts, Math.max(0, patterns.counts[v] - mass[v]) / parts.sum());
      matches += mass[v];
      for (int t = 0; t < levels.length; t++) {
        found[t][PairLevels.level(vector, t)] += mass[v];
      }
    }
    housed = bound.housed();
    share = Math.max(1e-12, Math.min(0.5, matches / pairs));
    m = LevelShares.of(found, levels, matches);
    LevelShares.mix(m, matches, remembered, remembers);
    LevelShares.bound(m, levels, kinds, generation);
    fixed.fix(m);
    logM = LevelShares.logs(m);
    bound.addTo(found);
    u = LevelShares.ofOthers(all, found, levels);
    relatedPairClasses = relatedPairClasses.learnt(bound, pairs, m, u, competing);
    others = nonMatchLevels.and(relatedPairClasses);
  }

  /** Learns which traits depend on each other, from random pairs less the matches among them. */
  private void depend() {
    Patterns sample = all.sample;
    double[] weights = new double[sample.size()];
    for (int v = 0; v < weights.length; v++) {
      RelatedPairShares parts = others.parts(fixed.ofStrangers(sample.vectors[v]));
      weights[v] =
          sample.counts[v]
              * (1 - probability(prior() + weight(sample.vectors[v])))
              * parts.strangers()
              / parts.sum();
    }
    nonMatchLevels = NonMatchLevels.learnt(sample, weights, u, levels);
    others = nonMatchLevels.and(relatedPairClasses);
  }

  /** What a vector adds to the log-odds of a random pair, in nats. */
  public double weight(long vector) {
    return weight(vector, Rarity.NONE);
  }

  /** The same where values are rare. */
  public double weight(long vector, Rarity rarity) {
    return ofOne(vector) - ofTwo(vector).log(rarity);
  }

  /** The logarithm of how often pairs of one person show a vector. */
  double ofOne(long vector) {
    double sum = 0;
    for (int t = 0; t < levels.length; t++) {
      int level = PairLevels.level(vector, t);
      sum += level == PairLevels.MISSING ? 0 : fixed.weight(t, level, logM);
    }
    return sum;
  }

  /** How often pairs of two persons show a vector. */
  RelatedPairShares ofTwo(long vector) {
    return others.parts(fixed.ofStrangers(vector));
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

  /**
   * What it adds to how rare the values of a pair are that one of them is.
   *
   * @param nats of the value
   */
  Rarity rarity(Rarity before, int trait, double nats) {
    return relatedPairClasses.rarity(before, trait, nats);
  }

  /** From log-odds. */
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** The log-odds of a random pair. */
  public double prior() {
    return Math.log(share / (1 - share));
  }

  /** How many pairs there are likely to be of two persons of one name, where there are many. */
  public double namesakes() {
    return relatedPairClasses.namesakes().share * pairs;
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
