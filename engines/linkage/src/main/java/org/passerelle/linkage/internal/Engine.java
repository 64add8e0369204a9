package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;

/** One run of the linkage over records in clear, from candidates to matches. */
public final class Engine {
  /** Most pairs a run keeps; beyond, the records hardly tell persons apart. */
  private static final int MOST_PAIRS = 80_000_000;

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
    candidates.byNearness(settings.seed(), settings.threads());
    Linking linking = new Linking(population, settings.threads(), settings.seed(), progress);
    Linking.Learnt learnt = linking.run(candidates);
    Pairs pairs = learnt.pairs();
    List<String> report = new ArrayList<>(candidates.report(pairs));
    Grouping grouping = new Grouping(population, settings, progress);
    int[] groups = Groups.apart(population.size());
    if (population.isTwoLists()) {
      return grouping.outcome(pairs, linking.weigh(pairs, learnt.model(), groups), report);
    }
    progress.at("grouping", 0);
    groups = Groups.averages(population, pairs, 0);
    // frequencies anew, each person's values once
    Scores scores = linking.weigh(pairs, learnt.model(), groups);
    Outcome outcome = grouping.oneList(pairs, scores, groups, report);
    return outcome.found(candidates.found(outcome.groups()), candidates::isCandidate);
  }
}
