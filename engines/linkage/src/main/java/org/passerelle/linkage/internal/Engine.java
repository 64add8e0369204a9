package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.candidates.PairFinder;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;
import org.passerelle.linkage.internal.groups.Grouping;
import org.passerelle.linkage.internal.groups.Groups;
import org.passerelle.linkage.internal.quality.ComparisonResult;
import org.passerelle.linkage.internal.weights.Scores;
import org.passerelle.linkage.internal.weights.TermFrequencies;

/** One run of the linkage over records in clear, from candidates to matches. */
public final class Engine {
  private final Population population;
  private final LinkSettings settings;
  private final Progress progress;
  private @Nullable Learnt learnt;

  public Engine(Population population, LinkSettings settings, Progress progress) {
    this.population = population;
    this.settings = settings;
    this.progress = progress;
  }

  /** What a run taught of one list; empty before it and where two were linked. */
  public Optional<Learnt> learnt() {
    return Optional.ofNullable(learnt);
  }

  /**
   * Runs to the end.
   *
   * @throws org.passerelle.linkage.BadRecords if far too many records agree
   */
  public Outcome run(PairFinder finder) {
    ComparisonResult comparisonResult = finder.find(population, settings, progress);
    Pairs pairs = comparisonResult.pairs();
    List<String> report = new ArrayList<>(comparisonResult.report());
    if (population.traits().stream().noneMatch(t -> t.kind().tellsPersonsApart())) {
      report.add(
          "Caution: only words are compared (%s), which two persons or things may share. Look at the"
                  .formatted(
                      population.traits().stream()
                          .map(Trait::label)
                          .collect(Collectors.joining(", ")))
              + " matches (--review) before anything rests on them.");
    }
    Grouping grouping = new Grouping(population, settings, progress);
    if (population.isTwoLists()) {
      return grouping
          .outcome(
              pairs,
              Scores.of(population, comparisonResult.model(), TermFrequencies.of(population)),
              report)
          .found(comparisonResult)
          .examined(comparisonResult.model().isOfHouseholds());
    }
    progress.at("grouping", 0);
    int[] groups = Groups.averages(population, pairs, 0);
    // frequencies anew, each person's values once
    Scores scores =
        Scores.of(population, comparisonResult.model(), new TermFrequencies(population, groups));
    pairs.weigh(scores);
    if (comparisonResult.model().isOfHouseholds()) {
      report.add(
          String.format(
              Locale.ROOT,
              "About %.0f pairs of records look like two persons who share a household or a place; they are none.",
              comparisonResult.model().housed()));
    }
    if (comparisonResult.model().namesakes() > 0) {
      report.add(
          String.format(
              Locale.ROOT,
              "About %.0f pairs of records look like two persons of one name; they are none.",
              comparisonResult.model().namesakes()));
    }
    Outcome outcome = grouping.oneList(pairs, scores, groups, report);
    learnt = new Learnt(comparisonResult.model(), grouping.partners());
    return outcome.found(comparisonResult).examined(comparisonResult.model().isOfHouseholds());
  }
}
