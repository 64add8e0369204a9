package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.estimation.internal.Bca;
import org.passerelle.estimation.internal.DegreeTwo;
import org.passerelle.estimation.internal.HierarchicalModels;
import org.passerelle.estimation.internal.Lattice;
import org.passerelle.estimation.internal.ModelRanking;
import org.passerelle.estimation.internal.ModelRanking.Fitted;
import org.passerelle.estimation.internal.PairSearch;
import org.passerelle.estimation.internal.PoissonFit;
import org.passerelle.estimation.internal.Profile;
import org.passerelle.estimation.internal.RankBootstrap;

/** The best hierarchical model by the Bayes information criterion, and all models close to it. */
final class AllModels {
  private static final int[] USUAL_ORDER = {0, 0, 1, 2, 3, 3, 2, 2, 2, 2};
  private static final int MOST_EXHAUSTIVE = 40_000;
  private static final int REFUSALS_NAMED = 10_000;

  private AllModels() {}

  static Estimate estimate(CaptureHistories table, Settings settings) {
    Estimate.Draft draft = new Estimate.Draft(table, "bic", settings.level(), System.nanoTime());
    double[] counts = table.values();
    ModelRanking ranking = ranking(draft, table, counts, settings);
    for (ModelRanking.Refused refused :
        ranking.refused().subList(0, Math.min(REFUSALS_NAMED, ranking.refused().size()))) {
      draft.refused(Model.ofTerms(table.size(), refused.terms()).name(), refused.code());
    }
    if (ranking.refused().size() > REFUSALS_NAMED) {
      draft.warning("many-refused", ranking.refused().size(), REFUSALS_NAMED);
    }
    if (ranking.unconverged() > 0) {
      draft.warning("unconverged", ranking.unconverged());
    }
    draft.detail("candidates", ranking.candidates()).detail("admissible", ranking.fitted().size());
    if (ranking.fitted().isEmpty()) {
      return draft.none("none-of-models", ranking.candidates()).done();
    }
    describe(draft, table, counts, ranking, settings);
    if (settings.bootstrap() > 0) {
      bootstrap(draft, table, counts, ranking, settings);
    }
    return draft.done();
  }

  private static ModelRanking ranking(
      Estimate.Draft draft, CaptureHistories table, double[] counts, Settings settings) {
    int lists = table.size();
    int order = settings.maxOrder() == 0 ? USUAL_ORDER[lists] : settings.maxOrder();
    if (lists >= 6 && order > 2) {
      draft.warning("beyond-pairs", lists);
      order = 2;
    } else if (lists >= 6 && settings.maxOrder() == 0) {
      draft.warning("pairs-only", lists);
    }
    if (order == 2 && lists > 2 && 1L << (lists * (lists - 1) / 2) > MOST_EXHAUSTIVE) {
      draft.warning("downhill", lists, 1L << (lists * (lists - 1) / 2));
      draft.detail("search", "downhill");
      return ModelRanking.downhill(counts, lists, order);
    }
    draft.detail("search", "exhaustive");
    return ModelRanking.of(counts, lists, HierarchicalModels.all(lists, order), settings.threads());
  }

  private static void describe(
      Estimate.Draft draft,
      CaptureHistories table,
      double[] counts,
      ModelRanking ranking,
      Settings settings) {
    Fitted first = ranking.fitted().get(0);
    double[] sums = counts.clone();
    Lattice.supersetSums(sums, table.size());
    PoissonFit fit = new PoissonFit(table.size(), first.terms().length);
    fit.fit(counts, sums, first.terms(), first.terms().length, null, PairSearch.EXACT);
    Model model = Model.ofTerms(table.size(), first.terms());
    Stepwise.describe(draft, table, model, fit, counts, sums, settings);
    Profile.Interval profile = Profile.of(counts, sums, first.terms(), settings.level());
    draft
        .detail("profileEstimate", profile.estimate())
        .detail("profileLower", profile.lower())
        .detail("profileUpper", profile.upper());
    List<Map<String, Object>> close = new ArrayList<>();
    List<Map<String, Object>> top = new ArrayList<>();
    double smallest = first.estimate();
    double largest = first.estimate();
    for (Fitted other : ranking.fitted()) {
      boolean within = other.bic() - first.bic() <= 10;
      if (!within && top.size() >= 10) {
        break;
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("model", Model.ofTerms(table.size(), other.terms()).name());
      entry.put("estimate", other.estimate());
      entry.put("bic", other.bic());
      if (top.size() < 10) {
        top.add(entry);
      }
      if (within && close.size() < 500) {
        close.add(entry);
        smallest = Math.min(smallest, other.estimate());
        largest = Math.max(largest, other.estimate());
      }
    }
    draft.detail("topModels", top).detail("withinTen", close);
    if (table.size() <= DegreeTwo.MOST_LISTS) {
      draft.detail(
          "degreeTwo",
          DegreeTwo.of(ranking.fitted(), table.size()).stream()
              .limit(10)
              .map(f -> Model.ofTerms(table.size(), f.terms()).name())
              .toList());
    }
    if (largest > 1.5 * smallest) {
      draft.warning("close-models", close.size(), smallest, largest);
    }
  }

  private static void bootstrap(
      Estimate.Draft draft,
      CaptureHistories table,
      double[] counts,
      ModelRanking ranking,
      Settings settings) {
    int lists = table.size();
    int usual = lists <= 3 ? Integer.MAX_VALUE : lists == 4 ? 20 : 100;
    List<Fitted> best = ranking.fitted().subList(0, Math.min(usual, ranking.fitted().size()));
    RankBootstrap bootstrap =
        RankBootstrap.of(
            counts, lists, best, settings.bootstrap(), settings.seed(), settings.threads());
    double estimate = best.get(0).estimate();
    Stepwise.interval(draft, bootstrap.among(bootstrap.top(), estimate, counts), settings);
    List<Map<String, Object>> settled = new ArrayList<>();
    double half = (1 - settings.level()) / 2;
    for (int k = 1; k <= bootstrap.top(); k++) {
      Bca bca = bootstrap.among(k, estimate, counts);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("models", k);
      for (double level : new double[] {half, 0.1, 0.9, 1 - half}) {
        double value = bca.limit(level).value();
        if (!Double.isNaN(value)) {
          entry.put(String.valueOf((float) level), value);
        }
      }
      settled.add(entry);
    }
    draft.detail("byNumberOfModels", settled);
  }
}
