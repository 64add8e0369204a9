package org.passerelle.linkage.internal;

import java.util.List;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.candidates.Candidates;
import org.passerelle.linkage.internal.candidates.LearningSample;
import org.passerelle.linkage.internal.candidates.NearPairs;
import org.passerelle.linkage.internal.candidates.Neighbours;
import org.passerelle.linkage.internal.candidates.PairFinder;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Slices;
import org.passerelle.linkage.internal.groups.Grouping;
import org.passerelle.linkage.internal.quality.ComparisonResult;
import org.passerelle.linkage.internal.weights.FellegiSunter;
import org.passerelle.linkage.internal.weights.Scores;
import org.passerelle.linkage.internal.weights.TermFrequencies;

/** Candidates, levels, model and weights, all in this process. */
public final class Linking implements PairFinder {
  @Override
  public ComparisonResult find(Population population, LinkSettings settings, Progress progress) {
    Candidates candidates = new Candidates(population, progress);
    Candidates.ByKeys byKeys = candidates.byKeys();
    Pairs pairs =
        Pairs.found(
            byKeys.pairs().sorted(), candidates.byNearness(settings.seed(), settings.threads()));
    PairLevels levels = new PairLevels(population);
    compare(pairs, levels, settings.threads(), progress, "comparing");
    progress.at("learning what agreement is worth", 0);
    LearningSample sample = LearningSample.of(pairs.size());
    FellegiSunter model =
        FellegiSunter.fit(population, pairs.sampled(sample), pairs.patterns(), settings);
    Scores scores = Scores.of(population, model, TermFrequencies.of(population));
    pairs.weigh(scores);
    // most candidates are of two persons, and need no memory from here on
    pairs = pairs.above(least(settings));
    for (int round = 0; round < rounds(population); round++) {
      Pairs closing =
          new Pairs(new Neighbours(population.size(), pairs).closing(population, pairs));
      compare(closing, levels, settings.threads(), progress, "comparing what shares a neighbour");
      closing.weigh(scores);
      pairs = pairs.with(closing);
    }
    Candidates.Met met = candidates.met(pairs, scores, model, settings.seed());
    return new ComparisonResult(
        pairs.above(least(settings)),
        model,
        met.share(),
        met.hidden(),
        List.of(byKeys.report(), met.line()));
  }

  /** How often the pairs that share a neighbour are added; not at all across two lists. */
  public static int rounds(Population population) {
    return population.isTwoLists() ? 0 : population.size() > NearPairs.ALL ? 1 : 2;
  }

  /** The weight below which no pair can become a match. */
  public static double least(LinkSettings settings) {
    Double p = settings.threshold();
    return p == null
        ? ComparisonResult.LEAST
        : Math.min(
            ComparisonResult.LEAST, Math.log(p / (1 - p)) / Scores.BELIEVED - Grouping.MOST_BONUS);
  }

  private static void compare(
      Pairs pairs, PairLevels levels, int threads, Progress progress, String step) {
    Slices.run(
        pairs.size(),
        threads,
        () -> {
          PairLevels own = levels.another();
          return (from, to) -> pairs.compare(own, from, to);
        },
        share -> progress.at(step, share));
  }
}
