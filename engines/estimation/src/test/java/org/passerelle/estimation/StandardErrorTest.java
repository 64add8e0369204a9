package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.estimation.internal.DegreeTwo;
import org.passerelle.estimation.internal.HierarchicalModels;
import org.passerelle.estimation.internal.ModelRanking;
import org.passerelle.estimation.internal.ModelRanking.Fitted;
import tools.jackson.databind.JsonNode;

/** Standard errors of sample coverage compared with CARE1, and the order of degree two. */
class StandardErrorTest {
  private static final int SEEDS = 100;

  /** Monte-Carlo standard errors, as permitted by SPEC §14 for chains. */
  private static final double ERRORS = 3;

  @Test
  void standardErrorsAgreeWithinThoseOfTheDraws() {
    if (!Reference.present()) {
      return;
    }
    int compared = 0;
    for (Reference.Run run : Reference.runs()) {
      if (run.method().equals("sample_coverage_boot200") && !run.result().has("error")) {
        compared += compare(run, "Indep", SampleCoverage.Which.INDEPENDENCE);
        compared += compare(run, "HSC", SampleCoverage.Which.HIGH);
        compared += compare(run, "LSC", SampleCoverage.Which.LOW);
      }
    }
    assertThat(compared).isEqualTo(8);
  }

  private static int compare(Reference.Run run, String name, SampleCoverage.Which which) {
    CaptureHistories table = Reference.table(run.dataset());
    double[] counts = table.values();
    JsonNode there = run.result().get(name);
    double estimate = which.of(SampleCoverage.points(counts, table.size()));
    if (Double.isNaN(estimate)) {
      // if the estimate fails, the reference prints the people seen and a meaningless error
      assertThat(there.get("est").asDouble()).isEqualTo((double) table.observed());
      return 0;
    }
    for (String limit : List.of("se", "cil", "ciu")) {
      double sum = 0;
      double squares = 0;
      for (int seed = 1; seed <= SEEDS; seed++) {
        double here = drawn(counts, table.size(), which, limit, seed);
        sum += here;
        squares += here * here;
      }
      double mean = sum / SEEDS;
      double error = Math.sqrt((squares / SEEDS - mean * mean) * SEEDS / (SEEDS - 1));
      // the reference is one simulation of 200 tables, as ours are
      assertThat(there.get(limit).asDouble())
          .as(run.dataset() + " " + name + " " + limit)
          .isBetween(mean - ERRORS * error, mean + ERRORS * error);
    }
    return 1;
  }

  private static double drawn(
      double[] counts, int t, SampleCoverage.Which which, String limit, int seed) {
    SampleCoverage.Spread spread =
        SampleCoverage.spread(counts, t, which, Settings.usual().withSeed(seed));
    return switch (limit) {
      case "se" -> spread.error();
      case "cil" -> spread.lower();
      default -> spread.upper();
    };
  }

  /** By definition, without keys: a neighbour is a model with one interaction more or less. */
  @Test
  void theOrderOfDegreeTwoIsThatOfTheBestNeighbour() {
    double[] counts = {0, 40, 30, 9, 50, 6, 11, 3, 25, 4, 0, 1, 7, 2, 1, 0};
    ModelRanking ranking = ModelRanking.of(counts, 4, HierarchicalModels.all(4, 3), 2);
    List<Fitted> ranked = ranking.fitted();
    List<Fitted> ordered = DegreeTwo.of(ranked, 4);
    assertThat(ordered).containsExactlyInAnyOrderElementsOf(ranked);
    assertThat(ordered.get(0)).isSameAs(ranked.get(0));
    int before = 0;
    int beforeOwn = -1;
    for (Fitted model : ordered) {
      int best = ranked.indexOf(model);
      for (int rank = 0; rank < ranked.size(); rank++) {
        best = areNeighbours(model, ranked.get(rank)) ? Math.min(best, rank) : best;
      }
      assertThat(best).isGreaterThanOrEqualTo(before);
      assertThat(best > before || ranked.indexOf(model) > beforeOwn).isTrue();
      before = best;
      beforeOwn = ranked.indexOf(model);
    }
  }

  private static boolean areNeighbours(Fitted one, Fitted other) {
    Set<Integer> ones = terms(one);
    Set<Integer> others = terms(other);
    Set<Integer> onlyOne = new HashSet<>(ones);
    onlyOne.removeAll(others);
    Set<Integer> onlyOther = new HashSet<>(others);
    onlyOther.removeAll(ones);
    return onlyOne.size() + onlyOther.size() == 1;
  }

  private static Set<Integer> terms(Fitted model) {
    Set<Integer> terms = new HashSet<>();
    for (int term : model.terms()) {
      terms.add(term);
    }
    return terms;
  }
}
