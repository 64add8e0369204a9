package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;

/** One run of the linkage over a population, from candidates to matches. */
public final class Engine {
  /** Most pairs a run keeps; beyond, the records hardly tell persons apart. */
  private static final int MOST_PAIRS = 80_000_000;

  private static final double MOST_BONUS = 3;
  private final Population population;
  private final LinkSettings settings;
  private final Progress progress;

  public Engine(Population population, LinkSettings settings, Progress progress) {
    this.population = population;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Runs to the end.
   *
   * @throws BadRecords if far too many records agree
   */
  public Outcome run() {
    Candidates candidates = new Candidates(population, progress);
    candidates.byTokens(MOST_PAIRS);
    Linking linking = new Linking(population, settings.threads(), settings.seed(), progress);
    Linking.Learnt learnt = linking.run(candidates);
    List<String> report = new ArrayList<>(candidates.report());
    return population.isTwoLists()
        ? twoLists(linking, learnt, report)
        : oneList(linking, learnt, report);
  }

  private Outcome twoLists(Linking linking, Linking.Learnt learnt, List<String> report) {
    Pairs pairs = learnt.pairs();
    Scores scores = linking.weigh(pairs, learnt.model(), Groups.apart(population.size()));
    double least = logOdds(threshold());
    boolean one =
        settings.matching() == LinkSettings.Matching.ONE_TO_ONE
            || (settings.matching() == LinkSettings.Matching.AUTO
                && OneToOne.fits(population, pairs));
    report.add(
        one ? "Each record has at most one partner." : "A record may have several partners.");
    int[] chosen = one ? OneToOne.chosen(population, pairs, least) : above(pairs, least);
    return Outcome.ofPairs(population, pairs, scores, chosen, threshold(), report);
  }

  private Outcome oneList(Linking linking, Linking.Learnt learnt, List<String> report) {
    Pairs pairs = learnt.pairs();
    progress.at("grouping", 0);
    boolean components = settings.grouping() == LinkSettings.Grouping.COMPONENTS;
    int[] groups = Groups.averages(population, pairs, 0);
    Scores scores = linking.weigh(pairs, learnt.model(), groups);
    progress.at("grouping", 0.5);
    double bonus =
        components ? 0 : Math.min(MOST_BONUS, -Math.log(Math.max(1e-9, Groups.alone(groups))));
    double p = components ? Math.max(threshold(), 0.99) : threshold();
    double cut = logOdds(p) - bonus;
    int[] last =
        components
            ? Groups.components(population.size(), pairs, cut)
            : Groups.averages(population, pairs, cut);
    return Outcome.ofGroups(population, pairs, scores, last, bonus, p, report);
  }

  private double threshold() {
    Double given = settings.threshold();
    return given == null ? 0.5 : given;
  }

  private static int[] above(Pairs pairs, double least) {
    int[] all = new int[pairs.size()];
    int n = 0;
    for (int k = 0; k < all.length; k++) {
      if (pairs.weights[k] >= least) {
        all[n++] = k;
      }
    }
    return java.util.Arrays.copyOf(all, n);
  }

  private static double logOdds(double p) {
    return Math.log(p / (1 - p));
  }
}
