package org.passerelle.linkage.internal.groups;

import java.util.Arrays;
import java.util.List;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.Outcome;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.weights.PairWeights;
import org.passerelle.linkage.internal.weights.Scores;

/** From weighted pairs to matches: one partner each across two lists, groups within one. */
public final class Grouping {
  /** Most that it counts for a pair that most records of a list have a partner, in nats. */
  public static final double MOST_BONUS = 3;

  /** The threshold that needs no labels. */
  public static final double EVEN = 0.5;

  private static final double NEARLY_CERTAIN = 0.94;
  private final Population population;
  private final LinkSettings settings;
  private final Progress progress;
  private double partners;

  public Grouping(Population population, LinkSettings settings, Progress progress) {
    this.population = population;
    this.settings = settings;
    this.progress = progress;
  }

  public Outcome outcome(Pairs pairs, PairWeights scores, List<String> report) {
    if (population.isTwoLists()) {
      return twoLists(pairs, scores, report);
    }
    return oneList(pairs, scores, Groups.averages(population, pairs, 0), report);
  }

  private Outcome twoLists(Pairs pairs, PairWeights scores, List<String> report) {
    double least = logOdds(threshold()) / scores.believed();
    boolean one =
        settings.matching() == LinkSettings.Matching.ONE_TO_ONE
            || (settings.matching() == LinkSettings.Matching.AUTO
                && OneToOne.fits(population, pairs));
    report.add(
        one ? "Each record has at most one partner." : "A record may have several partners.");
    if (!one) {
      return Outcome.ofPairs(
          population, pairs, scores, above(pairs, least), false, 0, threshold(), report);
    }
    if (!(scores instanceof Scores clear)) {
      int[] chosen = OneToOne.chosen(population, pairs, least);
      return Outcome.ofPairs(population, pairs, scores, chosen, true, 0, threshold(), report);
    }
    Scores told = clear;
    double ofStrangers = 0;
    for (int round = 0; round < 2; round++) {
      ofStrangers = bonus(alone(pairs, Math.min(population.left(), right())));
      told = clear.withPartners(ofStrangers);
      pairs.weigh(told);
    }
    double bonus = Math.max(0, bothFree(pairs) / scores.believed() - ofStrangers);
    int[] chosen = OneToOne.chosen(population, pairs, least - bonus);
    return Outcome.ofPairs(population, pairs, told, chosen, true, bonus, threshold(), report);
  }

  /**
   * What it counts for a pair that neither of its records has another partner, in nats: two persons
   * are seldom both without one where most have one. It is certain, whatever else is believed.
   */
  private double bothFree(Pairs pairs) {
    return bonus(alone(pairs, population.left()) * alone(pairs, right()));
  }

  private int right() {
    return population.size() - population.left();
  }

  /** What part of a list has no partner in the other. */
  private double alone(Pairs pairs, int records) {
    return 1 - OneToOne.chosen(population, pairs, 0).length / (double) Math.max(1, records);
  }

  /**
   * Groups of one list. A record that stands in a list where nearly everybody stands several times
   * has a partner somewhere: that shifts the odds of its likeliest pairs, up to a limit. It does so
   * less where a pair may be two of one household.
   *
   * @param first groups at even odds
   */
  public Outcome oneList(Pairs pairs, PairWeights scores, int[] first, List<String> report) {
    progress.at("grouping once more", 0);
    boolean components = settings.grouping() == LinkSettings.Grouping.COMPONENTS;
    double bonus = components ? 0 : bonus(Groups.alone(first));
    if (!components) {
      // who finds a partner now makes it likelier that others have one
      bonus = bonus(Groups.alone(Groups.averages(population, pairs, -bonus)));
    }
    partners = bonus;
    return oneList(pairs, scores, bonus, report);
  }

  /** What it counted that most records of a list have a partner, in nats. */
  public double partners() {
    return partners;
  }

  /**
   * The same where it is known what it counts that most records have a partner.
   *
   * @param bonus in nats, from 0 to {@value #MOST_BONUS}
   */
  public Outcome oneList(Pairs pairs, PairWeights scores, double bonus, List<String> report) {
    boolean components = settings.grouping() == LinkSettings.Grouping.COMPONENTS;
    double p = components ? Math.max(threshold(), NEARLY_CERTAIN) : threshold();
    double believable = logOdds(p) / scores.believed();
    if (scores instanceof Scores clear && bonus > 0) {
      Scores told = clear.withPartners(bonus);
      pairs.weigh(told);
      int[] groups = Groups.averages(population, pairs, believable);
      return Outcome.ofGroups(population, pairs, told, groups, 0, p, report);
    }
    double cut = believable - bonus;
    int[] groups =
        components
            ? Groups.components(population.size(), pairs, cut)
            : Groups.averages(population, pairs, cut);
    return Outcome.ofGroups(population, pairs, scores, groups, bonus, p, report);
  }

  private static double bonus(double alone) {
    return Math.min(MOST_BONUS, -Math.log(Math.max(1e-9, alone)));
  }

  private double threshold() {
    Double given = settings.threshold();
    return given == null ? EVEN : given;
  }

  private static int[] above(Pairs pairs, double least) {
    int[] all = new int[pairs.size()];
    int n = 0;
    for (int k = 0; k < all.length; k++) {
      if (pairs.weights[k] >= least) {
        all[n++] = k;
      }
    }
    return Arrays.copyOf(all, n);
  }

  private static double logOdds(double p) {
    return Math.log(p / (1 - p));
  }
}
