package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.estimation.internal.Existence;
import org.passerelle.estimation.internal.HierarchicalModels;
import org.passerelle.estimation.internal.Lattice;
import tools.jackson.databind.JsonNode;

/** Every comparable value of the reference beside ours. */
final class Comparison {
  private final ComparedValues values = new ComparedValues();
  private final Map<String, Estimate> done = new LinkedHashMap<>();

  /** Exact values only: no chains, no bootstrap. */
  static List<ComparedValues.Row> points() {
    Comparison comparison = new Comparison();
    for (Reference.Run run : Reference.runs()) {
      if (run.result() != null && run.result().isObject() && !run.result().has("error")) {
        comparison.point(run);
      }
    }
    return comparison.values.all();
  }

  private Estimate estimate(Reference.Run run, Study.Method method, Settings settings) {
    return done.computeIfAbsent(
        run.dataset() + method + settings,
        key -> new Study(Reference.table(run.dataset()), settings).estimate(method));
  }

  private void point(Reference.Run run) {
    Settings settings = Settings.usual().withBootstrap(0);
    JsonNode result = run.result();
    String method = run.method();
    if (method.equals("stepwise_p0.02_point") || method.equals("main_effects_point")) {
      boolean main = method.startsWith("main");
      Estimate e =
          estimate(run, Study.Method.STEPWISE, main ? settings.withThreshold(0) : settings);
      values.number(
          run,
          "N",
          result.path("popest").isMissingNode() ? result.get("estimate") : result.get("popest"),
          e.estimate(),
          1e-7);
      values.number(run, "AIC", result.get("aic"), e.aic(), 1e-7);
      values.number(run, "BIC", result.get("bic"), e.bic(), 1e-7);
      values.number(run, "deviance", result.get("deviance"), e.deviance(), 1e-7);
      values.text(run, "model", result.get("model"), e.model());
      if (result.has("wald")) {
        wald(run, result.get("wald").get("2.5%"), result.get("wald").get("97.5%"), e);
      }
    } else if (method.startsWith("stepwise_threshold_")) {
      double threshold = Double.parseDouble(method.substring("stepwise_threshold_".length()));
      Estimate e = estimate(run, Study.Method.STEPWISE, settings.withThreshold(threshold));
      values.number(run, "N", result.get("N"), e.estimate(), 1e-7);
      values.number(run, "AIC", result.get("aic"), e.aic(), 1e-7);
      values.number(run, "deviance", result.get("deviance"), e.deviance(), 1e-7);
      wald(run, result.get("wald").get(0), result.get("wald").get(1), e);
      values.text(run, "terms", strings(result.get("terms")), e.terms().toString());
    } else if (method.equals("bic_point")) {
      bic(run, estimate(run, Study.Method.BIC, settings));
    } else if (method.equals("closedp.t")) {
      closed(run, estimate(run, Study.Method.LOGLINEAR, settings));
    } else if (method.equals("closedp.bc_Mth_Chao")) {
      Estimate e = estimate(run, Study.Method.CHAO, settings);
      values.number(
          run,
          "Mth Chao, bias-corrected",
          result.get("Mth Chao (LB)").get("abundance"),
          (Double) e.details().get("mthChaoBiasCorrected"),
          1e-7);
    } else if (method.equals("closedpCI.t_bestBIC")) {
      Estimate e = estimate(run, Study.Method.BIC, settings);
      if (result.get("model").asString().equals(e.model())) {
        JsonNode profile = result.get("profileCI");
        values.number(
            run,
            "profile estimate",
            profile.get("abundance"),
            (Double) e.details().get("profileEstimate"),
            1e-3);
        values.number(
            run,
            "profile lower",
            profile.get("infCL"),
            (Double) e.details().get("profileLower"),
            1e-3);
        values.number(
            run,
            "profile upper",
            profile.get("supCL"),
            (Double) e.details().get("profileUpper"),
            1e-3);
      }
    } else if (method.equals("sample_coverage_points")) {
      coverage(run, estimate(run, Study.Method.COVERAGE, settings));
    } else if (method.equals("bma_full_delta2^-p")) {
      dga(run, estimate(run, Study.Method.DGA, settings));
    } else if (method.equals("existence_all_pairwise")) {
      existence(run);
    } else if (method.startsWith("closedpMS.t")) {
      closedMs(
          run,
          estimate(
              run, Study.Method.BIC, method.endsWith("2") ? settings.withMaxOrder(2) : settings));
    } else if (method.endsWith("BCa1000") && result.has("ahat") && method.startsWith("stepwise")) {
      Estimate e = estimate(run, Study.Method.STEPWISE, Settings.usual());
      values.number(
          run, "acceleration", result.get("ahat"), (Double) e.details().get("acceleration"), 1e-6);
      JsonNode z0 = result.get("z0");
      Double here = (Double) e.details().get("z0");
      values.add(
          new ComparedValues.Row(
              run.tool(),
              run.dataset(),
              method + ": z0",
              z0.asString(),
              String.valueOf(here),
              here == null ? 9 : Math.abs(z0.asDouble() - here),
              0.15,
              "absolute"));
    }
  }

  private void wald(Reference.Run run, JsonNode lower, JsonNode upper, Estimate e) {
    List<?> wald = (List<?>) e.details().get("wald");
    values.number(run, "Wald lower", lower, wald == null ? null : (Double) wald.get(0), 1e-4);
    values.number(run, "Wald upper", upper, wald == null ? null : (Double) wald.get(1), 1e-4);
  }

  private void bic(Reference.Run run, Estimate e) {
    JsonNode result = run.result();
    values.number(run, "N", result.get("popest"), e.estimate(), 1e-7);
    values.number(run, "BIC", result.get("BIC"), e.bic(), 1e-7);
    values.text(run, "model", result.get("model"), e.model());
    values.text(
        run,
        "models without refusal",
        result.get("n_admissible_models"),
        String.valueOf(e.details().get("admissible")));
    values.text(
        run,
        "candidates",
        result.get("n_candidates"),
        String.valueOf(e.details().get("candidates")));
    List<?> top = (List<?>) e.details().getOrDefault("topModels", List.of());
    for (int i = 0; i < result.get("top10").size(); i++) {
      Map<?, ?> here = i < top.size() ? (Map<?, ?>) top.get(i) : Map.of();
      JsonNode there = result.get("top10").get(i);
      values.text(run, "rank " + (i + 1), there.get("model"), String.valueOf(here.get("model")));
      values.number(
          run, "rank " + (i + 1) + " N", there.get("N"), (Double) here.get("estimate"), 1e-7);
      values.number(
          run, "rank " + (i + 1) + " BIC", there.get("BIC"), (Double) here.get("bic"), 1e-7);
    }
  }

  private void closedMs(Reference.Run run, Estimate e) {
    JsonNode top = run.result().get("topBIC");
    for (Object one : (List<?>) e.details().getOrDefault("topModels", List.of())) {
      Map<?, ?> here = (Map<?, ?>) one;
      for (JsonNode there : top) {
        if (there.get("model").asString().equals(here.get("model"))) {
          values.number(
              run,
              here.get("model") + " N",
              there.get("abundance"),
              (Double) here.get("estimate"),
              1e-7);
          values.number(
              run, here.get("model") + " BIC", there.get("BIC"), (Double) here.get("bic"), 1e-7);
        }
      }
    }
  }

  private void closed(Reference.Run run, Estimate e) {
    for (Object one : (List<?>) e.details().getOrDefault("models", List.of())) {
      Map<?, ?> here = (Map<?, ?>) one;
      JsonNode there = run.result().get((String) here.get("model"));
      if (there != null && there.has("abundance")) {
        String name = String.valueOf(here.get("model"));
        closedN(run, name, there.get("abundance"), (Double) here.get("estimate"));
        values.number(
            run, name + " deviance", there.get("deviance"), (Double) here.get("deviance"), 1e-7);
        values.number(run, name + " AIC", there.get("AIC"), (Double) here.get("aic"), 1e-7);
        values.number(run, name + " BIC", there.get("BIC"), (Double) here.get("bic"), 1e-7);
      }
    }
  }

  /** If the reference stopped early, its own stopping rule must reproduce its number. */
  private void closedN(
      Reference.Run run,
      String name,
      JsonNode reference,
      @org.jspecify.annotations.Nullable Double here) {
    values.number(run, name + " N", reference, here, 1e-7);
    ComparedValues.Row last = values.last();
    if (last.agrees() || !last.what().endsWith(name + " N")) {
      return;
    }
    double stopped = EarlyStop.estimate(Reference.table(run.dataset()), name);
    double difference = Math.abs(stopped - reference.asDouble()) / reference.asDouble();
    if (difference < 1e-9) {
      values.replaceLast(
          new ComparedValues.Row(
              last.tool(),
              last.dataset(),
              last.what(),
              last.reference(),
              last.here(),
              last.difference(),
              5e-7,
              "the reference stops at a deviance that changes by 1e-8; stopped there, this program"
                  + " gives "
                  + stopped));
    }
  }

  private void coverage(Reference.Run run, Estimate e) {
    JsonNode result = run.result();
    values.number(run, "coverage", result.get("Chat"), (Double) e.details().get("coverage"), 1e-7);
    values.number(
        run, "independence", result.get("Indep"), (Double) e.details().get("independence"), 1e-7);
    values.number(run, "low coverage", result.get("LSC"), (Double) e.details().get("low"), 1e-7);
    Double high = (Double) e.details().get("high");
    double there = result.get("HSC").isNumber() ? result.get("HSC").asDouble() : Double.NaN;
    if (Double.isNaN(there) || there == e.observed()) {
      values.text(run, "high coverage fails", "true", String.valueOf(high == null));
    } else {
      values.number(run, "high coverage", result.get("HSC"), high, 1e-7);
    }
    int i = 0;
    for (JsonNode pair : result.get("pairs")) {
      Map<?, ?> here =
          (Map<?, ?>) ((List<?>) e.details().getOrDefault("pairs", List.of())).get(i++);
      values.number(
          run,
          here.get("lists") + " Chapman",
          pair.get("Chapman"),
          (Double) here.get("chapman"),
          1e-7);
      values.number(
          run,
          here.get("lists") + " s.e.",
          pair.get("se"),
          (Double) here.get("standardError"),
          1e-7);
    }
  }

  private void dga(Reference.Run run, Estimate e) {
    JsonNode result = run.result();
    Map<?, ?> quantiles = (Map<?, ?>) e.details().getOrDefault("quantiles", Map.of());
    values.number(run, "median", result.get("median"), (Double) quantiles.get("0.5"), 0);
    values.number(run, "2.5 %", result.get("q025"), (Double) quantiles.get("0.025"), 0);
    values.number(run, "10 %", result.get("q10"), (Double) quantiles.get("0.1"), 0);
    values.number(run, "90 %", result.get("q90"), (Double) quantiles.get("0.9"), 0);
    values.number(run, "97.5 %", result.get("q975"), (Double) quantiles.get("0.975"), 0);
    values.number(run, "mean", result.get("mean"), (Double) e.details().get("mean"), 1e-8);
    values.text(run, "graphs", result.get("ngraphs"), String.valueOf(e.details().get("graphs")));
  }

  private void existence(Reference.Run run) {
    CaptureHistories table = Reference.table(run.dataset());
    double[] counts = table.values();
    double[] sums = counts.clone();
    Lattice.supersetSums(sums, table.size());
    Existence existence = new Existence(table.size());
    Map<Integer, Integer> codes = new java.util.TreeMap<>();
    for (int[] terms : HierarchicalModels.all(table.size(), 2)) {
      codes.merge(existence.code(counts, sums, terms, terms.length), 1, Integer::sum);
    }
    for (int code = 0; code <= 3; code++) {
      JsonNode there = run.result().get("code_counts").path(String.valueOf(code));
      values.text(
          run,
          "models with code " + code,
          there.isMissingNode() ? "0" : there.asString(),
          String.valueOf(codes.getOrDefault(code, 0)));
    }
  }

  private static String strings(JsonNode node) {
    List<String> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(one -> all.add(one.asString()));
    } else if (!node.isNull()) {
      all.add(node.asString());
    }
    return all.toString();
  }
}
