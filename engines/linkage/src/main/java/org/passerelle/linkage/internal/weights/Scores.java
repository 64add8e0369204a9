package org.passerelle.linkage.internal.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;

/** The weight of a pair, and what it is made of. Not for several threads. */
public final class Scores implements PairWeights {
  /**
   * Set on invented lists of several kinds (decision 0055); where the truth was known there,
   * log-odds of 5 and of -5 were 3 and -3, whatever the list.
   */
  public static final double BELIEVED = 0.6;

  private static final int MOST_REMEMBERED = 100_000;

  private final Population population;
  private final PairLevels levels;
  private final FellegiSunter model;
  private final TermFrequencies frequencies;
  private final double bonus;
  private final boolean encoded;
  private final double prior;

  /** Many pairs show one vector. */
  private final Map<Long, Remembered> memory = new HashMap<>();

  /** What does not depend on the values of a pair. */
  private record Remembered(double one, RelatedPairShares two) {}

  private Scores(
      PairLevels levels, FellegiSunter model, TermFrequencies frequencies, double bonus) {
    this.population = levels.population();
    this.levels = levels;
    this.model = model;
    this.frequencies = frequencies;
    this.bonus = bonus;
    this.prior = model.prior();
    this.encoded = population.indexOf(AttributeKind.ENCODED) >= 0;
  }

  /** By a model and the frequencies of values. */
  public static Scores of(Population population, FellegiSunter model, TermFrequencies frequencies) {
    return new Scores(new PairLevels(population), model, frequencies, 0);
  }

  /**
   * Where most records have a partner somewhere. As what is rare, that speaks against strangers and
   * not against those who live together.
   *
   * @param nats by which it is less likely that two are strangers
   */
  public Scores withPartners(double nats) {
    return new Scores(levels, model, frequencies, nats);
  }

  /** Log-odds, in nats, that two records are of one person. */
  @Override
  public double weight(int i, int j) {
    return weight(i, j, levels.vector(i, j));
  }

  public double weight(int i, int j, long vector) {
    Rarity rarity = Rarity.NONE;
    for (int t = 0; t < population.traits().size(); t++) {
      double nats = frequency(t, PairLevels.level(vector, t), i, j);
      rarity = nats == 0 ? rarity : model.rarity(rarity, t, nats);
    }
    return weight(vector, rarity);
  }

  /**
   * The same of two records that are not at hand.
   *
   * @param nats by trait, what it adds that the value they share is rare; 0 where they share none
   */
  public double weight(long vector, float[] nats) {
    Rarity rarity = Rarity.NONE;
    for (int t = 0; t < nats.length; t++) {
      boolean counts = nats[t] != 0 && !model.isWeighed(t);
      rarity = counts ? model.rarity(rarity, t, nats[t]) : rarity;
    }
    return weight(vector, rarity);
  }

  private double weight(long vector, Rarity rarity) {
    if (memory.size() > MOST_REMEMBERED) {
      memory.clear();
    }
    Remembered of = memory.computeIfAbsent(vector, this::of);
    return encoded
        ? prior + of.one - of.two.log(rarity) + bonus
        : prior + of.one - of.two.log(rarity.plus(bonus));
  }

  private Remembered of(long vector) {
    return new Remembered(model.ofOne(vector), model.ofTwo(vector));
  }

  /**
   * What it adds that most records have a partner. Of encodings little is told by a household, so
   * that it speaks against all others there.
   */
  private double partners(long vector, Rarity rarity) {
    return encoded
        ? bonus
        : model.weight(vector, rarity.plus(bonus)) - model.weight(vector, rarity);
  }

  @Override
  public double believed() {
    return BELIEVED;
  }

  private double frequency(int trait, int level, int i, int j) {
    if (!levels.comparison(trait).isSame(level) || model.isWeighed(trait)) {
      return 0;
    }
    return frequencies.same(trait, levels.code(trait, i), levels.code(trait, j));
  }

  /** The steps from a random pair to this one; they add up to its weight. */
  @Override
  public List<Step> steps(int i, int j) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("(any pair)", "before anything is compared", "", "", model.prior()));
    long vector = levels.vector(i, j);
    double[] weights = model.weights(vector);
    Rarity rarity = Rarity.NONE;
    for (int t = 0; t < weights.length; t++) {
      Trait trait = population.traits().get(t);
      int level = PairLevels.level(vector, t);
      String left = shown(trait, i);
      String right = shown(trait, j);
      if (level == PairLevels.MISSING) {
        boolean there = !left.isEmpty() && !right.isEmpty();
        steps.add(
            new Step(trait.label(), there ? "see the other name" : "missing", left, right, 0));
        continue;
      }
      steps.add(
          new Step(
              trait.label(), levels.comparison(t).levels().get(level), left, right, weights[t]));
      Rarity with = model.rarity(rarity, t, frequency(t, level, i, j));
      double frequency = model.weight(vector, with) - model.weight(vector, rarity);
      rarity = with;
      if (frequency != 0) {
        steps.add(
            new Step(
                trait.label(),
                frequency > 0 ? "rarer than most values" : "commoner than most values",
                left,
                right,
                frequency));
      }
    }
    double partners = partners(vector, rarity);
    if (partners > 0) {
      steps.add(new Step("(the list)", "most of its records have a partner", "", "", partners));
    }
    return steps;
  }

  private static String shown(Trait trait, int record) {
    int code = trait.codes()[record];
    return code < 0 ? "" : trait.shown().get(code);
  }
}
