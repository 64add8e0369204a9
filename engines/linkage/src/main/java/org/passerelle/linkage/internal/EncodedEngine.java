package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.internal.candidates.NearPairs;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.LongSet;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Slices;
import org.passerelle.linkage.internal.groups.Grouping;
import org.passerelle.linkage.internal.weights.EncodedScores;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Measure;

/** Links encodings of whole records, of which nothing is known but how near they are. */
public final class EncodedEngine {
  private static final double PER_RECORD = 12;
  private final BitColumns store;
  private final Population population;
  private final Measure measure;
  private final LinkSettings settings;
  private final Progress progress;

  public EncodedEngine(
      BitColumns store,
      Population population,
      Measure measure,
      LinkSettings settings,
      Progress progress) {
    this.store = store;
    this.population = population;
    this.measure = measure;
    // of encodings nothing tells whether a list holds a person twice
    this.settings =
        settings.matching() == LinkSettings.Matching.AUTO
            ? settings.withMatching(LinkSettings.Matching.ONE_TO_ONE)
            : settings;
    this.progress = progress;
  }

  /** Runs to the end. */
  public Outcome run() {
    NearPairs near =
        new NearPairs(store, population, measure, PER_RECORD, settings.seed(), settings.threads());
    LongSet found = new LongSet();
    near.collect(found, share -> progress.at("comparing encodings", share));
    Slices.check();
    Pairs pairs = new Pairs(found.sorted());
    double[] similarities = new double[pairs.size()];
    for (int k = 0; k < similarities.length; k++) {
      similarities[k] = store.similarity(measure, pairs.left(k), pairs.right(k));
    }
    EncodedScores scores =
        new EncodedScores(store, measure, similarities, near, population.pairs());
    for (int k = 0; k < pairs.size(); k++) {
      pairs.weights[k] = (float) scores.weight(pairs.left(k), pairs.right(k));
    }
    List<String> report = new ArrayList<>();
    report.add(
        population.size() <= NearPairs.ALL
            ? "Every record was compared with every other."
            : "Candidates by tables of equal bits; of pairs of similarity %.2f they find %.0f %%, of %.2f %.0f %%."
                .formatted(0.8, 100 * near.found(0.8), 0.9, 100 * near.found(0.9)));
    report.add(
        "Caution: encodings of whole records do not tell members of a family apart; where a list"
            + " holds families, many of these matches are two persons. Maybe encode both lists with"
            + " --scheme attributes, in a unit that both trust.");
    return new Grouping(population, settings, progress)
        .outcome(pairs, scores, report)
        .doubtful("whole records are compared as one thing");
  }
}
