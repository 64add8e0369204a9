package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ten parts of the report as tables with headings, shared by all its formats. */
final class ReportTables {
  /**
   * A part.
   *
   * @param key its name in the texts
   * @param reading its interpretation, in plain language
   * @param bars numbers with limits for a plot, one per row or none
   */
  record Part(
      String key,
      String title,
      String reading,
      List<String> head,
      List<List<String>> rows,
      List<Findings.Row> bars) {}

  private final Words words;
  private final Findings findings;
  private final List<Estimate> estimates;
  private final CaptureHistories table;
  private final double level;

  ReportTables(Study study, Findings findings, List<Estimate> estimates, Words words) {
    this.words = words;
    this.findings = findings;
    this.estimates = estimates;
    table = study.table();
    level = study.settings().level();
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(estimates());
    parts.add(overlap());
    parts.add(refused());
    parts.add(ranks());
    parts.add(changes("sensitivity", "sensitivity.choice", findings.choices()));
    parts.add(changes("drop", "sensitivity.choice", findings.lists()));
    parts.add(consistency());
    parts.add(changes("trajectory", "trajectory.share", findings.trajectory()));
    parts.add(changes("linkage", "sensitivity.choice", findings.linkage()));
    return parts;
  }

  private Part estimates() {
    List<List<String>> rows = new ArrayList<>();
    List<Findings.Row> bars = new ArrayList<>();
    for (Estimate e : estimates) {
      rows.add(
          List.of(
              words.say("method." + e.method()),
              e.estimate() == null ? words.say("estimates.none") : words.number(e.estimate()),
              span(e.lower(), e.upper()),
              conditional(e),
              e.model() == null ? "–" : e.model()));
      bars.add(
          new Findings.Row(
              Sentence.of("method." + e.method()), e.estimate(), e.lower(), e.upper()));
    }
    return new Part(
        "estimates",
        words.say("estimates"),
        words.say("estimates.read") + " " + words.say("estimates.conditional.read"),
        List.of(
            words.say("estimates.method"),
            words.say("estimates.number"),
            words.say("estimates.interval", 100 * level),
            words.say("estimates.conditional"),
            words.say("estimates.model")),
        rows,
        bars);
  }

  private String conditional(Estimate e) {
    return e.details().get("wald") instanceof List<?> wald
        ? span((Double) wald.get(0), (Double) wald.get(1))
        : "–";
  }

  String span(@Nullable Double lower, @Nullable Double upper) {
    return lower == null || upper == null ? "–" : words.number(lower) + " – " + words.number(upper);
  }

  private Part overlap() {
    List<String> head = new ArrayList<>();
    head.add("");
    head.addAll(table.lists());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(table.lists().get(i));
      for (int j = 0; j < table.size(); j++) {
        row.add(words.number((double) table.onAll((1 << i) | (1 << j))));
      }
      rows.add(row);
    }
    double n = table.observed();
    double several = n - table.onExactly(1);
    int pairs = table.size() * (table.size() - 1) / 2;
    return new Part(
        "overlap",
        words.say("overlap"),
        words.say(
            "overlap.read",
            several,
            Math.round(1000 * several / n) / 10.0,
            table.onExactly(1),
            table.onExactly(2),
            Math.round(1000 * findings.coverage()) / 10.0,
            findings.emptyPairs(),
            pairs),
        head,
        rows,
        List.of());
  }

  private Part refused() {
    List<List<String>> rows = new ArrayList<>();
    for (Estimate e : estimates) {
      if (e.details().get("minusInfinity") instanceof List<?> names && !names.isEmpty()) {
        rows.add(List.of(e.method(), words.say("refused.infinite", joined(names)), ""));
      }
      List<Estimate.RefusedModel> models = e.refusedModels();
      for (Estimate.RefusedModel model : models.subList(0, Math.min(15, models.size()))) {
        rows.add(
            List.of(e.method(), model.model(), model.code() + ": " + words.say(model.reason())));
      }
      if (models.size() > 15) {
        rows.add(List.of(e.method(), words.say("refused.more", models.size() - 15), ""));
      }
    }
    if (rows.isEmpty()) {
      rows.add(List.of(words.say("refused.none"), "", ""));
    }
    return new Part(
        "refused",
        words.say("refused"),
        words.say("refused.read"),
        List.of(words.say("estimates.method"), words.say("estimates.model"), ""),
        rows,
        List.of());
  }

  private static String joined(List<?> names) {
    return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private Part ranks() {
    List<Findings.Row> bars = new ArrayList<>();
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    int close = 0;
    for (Estimate e : estimates) {
      if (e.details().get("withinTen") instanceof List<?> list) {
        for (Object one : list) {
          double value =
              (Double) java.util.Objects.requireNonNull(((Map<?, ?>) one).get("estimate"));
          smallest = Math.min(smallest, value);
          largest = Math.max(largest, value);
          close++;
        }
      }
      if (e.details().get("byNumberOfModels") instanceof List<?> list) {
        addRanks(e, list, bars);
      }
    }
    return new Part(
        "ranks",
        words.say("ranks"),
        words.say("ranks.read", close, words.number(smallest), words.number(largest)),
        List.of(words.say("ranks.models"), words.say("estimates.interval", 80)),
        rows(bars, true),
        bars);
  }

  private void addRanks(Estimate e, List<?> list, List<Findings.Row> bars) {
    int step = Math.max(1, list.size() / 20);
    for (int k = 0; k < list.size(); k++) {
      if (k < 5 || k == list.size() - 1 || (k + 1) % step == 0) {
        Map<?, ?> map = (Map<?, ?>) list.get(k);
        bars.add(
            new Findings.Row(
                Sentence.of("ranks.k", String.valueOf(map.get("models"))),
                e.estimate(),
                map.get("0.1") instanceof Double low ? low : null,
                map.get("0.9") instanceof Double high ? high : null));
      }
    }
  }

  private Part changes(String key, String first, List<Findings.Row> bars) {
    return new Part(
        key,
        words.say(key),
        words.say(key + ".read"),
        List.of(words.say(first), words.say("estimates.number"), ""),
        rows(bars, false),
        bars);
  }

  private List<List<String>> rows(List<Findings.Row> bars, boolean intervalOnly) {
    List<List<String>> rows = new ArrayList<>();
    for (Findings.Row bar : bars) {
      String span = span(bar.lower(), bar.upper());
      rows.add(
          intervalOnly
              ? List.of(words.say(bar.what()), span)
              : List.of(
                  words.say(bar.what()),
                  bar.estimate() == null
                      ? words.say("estimates.none")
                      : words.number(bar.estimate()),
                  span.equals("–") ? "" : span));
    }
    return rows;
  }

  private Part consistency() {
    List<List<String>> rows = new ArrayList<>();
    for (Findings.Known known : findings.known()) {
      rows.add(
          List.of(
              known.list(),
              words.number(known.truth()),
              known.estimate() == null
                  ? words.say("estimates.none")
                  : words.number(known.estimate())));
    }
    return new Part(
        "consistency",
        words.say("consistency"),
        words.say("consistency.read"),
        List.of(
            words.say("consistency.list"),
            words.say("consistency.truth"),
            words.say("consistency.estimate")),
        rows,
        List.of());
  }

  /** Each warning once, with the methods that gave it. */
  List<String> warnings() {
    List<String> all = new ArrayList<>();
    for (Estimate e : estimates) {
      for (Sentence warning : e.warnings()) {
        all.add(e.method() + ": " + words.say(warning));
      }
    }
    return all;
  }
}
