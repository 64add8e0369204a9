package org.passerelle.understand.estimation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.estimation.Estimate;
import org.passerelle.estimation.Findings;
import org.passerelle.estimation.Sentence;
import org.passerelle.pages.Page;
import org.passerelle.understand.estimation.Overlap;
import org.passerelle.understand.estimation.Signature;
import org.passerelle.understand.estimation.StoredStudy;
import org.passerelle.understand.estimation.StudyResult;

/** The parts of a study's page, built from the result. */
final class StudyParts {
  private static final int REFUSALS = 12;
  private static final int MERGERS = 6;

  private StudyParts() {}

  static List<IntervalChart> bars(
      StudyResult result, Overlap overlap, StudyFigures figures, StudyWords words) {
    double seen = overlap.seen().from();
    Findings found = result.findings();
    List<IntervalChart> all = new ArrayList<>();
    all.add(
        IntervalChart.of(
            "estimates",
            words.say("estimates"),
            words.say("estimates.read"),
            figures.estimates(),
            seen,
            words));
    all.add(bars("linkage", found.linkage(), seen, words));
    all.add(bars("drop", telling(found.lists()), seen, words));
    all.add(bars("sensitivity", found.choices(), seen, words));
    all.add(bars("trajectory", found.trajectory(), 0, words));
    all.add(
        IntervalChart.of(
            "ranks", words.say("ranks"), figures.ranksReading(), figures.ranks(), seen, words));
    return all.stream().filter(b -> !b.lines().isEmpty()).toList();
  }

  /**
   * Selects every list left out, and of the pairs that could be one list those with the largest
   * effect.
   */
  private static List<Findings.Row> telling(List<Findings.Row> rows) {
    List<Findings.Row> shown =
        new ArrayList<>(rows.stream().filter(r -> r.what().key().equals("drop.without")).toList());
    double middle =
        rows.stream().mapToDouble(StudyParts::people).filter(p -> p > 0).average().orElse(0);
    rows.stream()
        .filter(r -> !r.what().key().equals("drop.without"))
        .sorted(Comparator.comparingDouble(r -> -Math.abs(people(r) - middle)))
        .limit(MERGERS)
        .forEach(shown::add);
    return shown;
  }

  private static double people(Findings.Row row) {
    Double estimate = row.estimate();
    return estimate == null ? 0 : estimate;
  }

  private static IntervalChart bars(
      String key, List<Findings.Row> rows, double seen, StudyWords words) {
    return IntervalChart.of(
        key,
        words.say(key),
        words.say(key + ".read"),
        IntervalChart.rows(rows, words),
        seen,
        words);
  }

  static List<List<String>> pairs(StudyResult result, Overlap overlap, StudyWords words) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < result.lists().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add((i + 1) + " " + words.list(result.lists().get(i)));
      for (int j = 0; j < result.lists().size(); j++) {
        row.add(words.count(overlap.onAll((1 << i) | (1 << j))));
      }
      rows.add(row);
    }
    return rows;
  }

  static String reading(StudyResult result, Overlap overlap, StudyWords words, Page page) {
    int pairs = result.lists().size() * (result.lists().size() - 1) / 2;
    return page.text(
        "estimation.overlap.read",
        words.count(overlap.onAtLeast(2)),
        Math.round(100 * result.findings().coverage()),
        result.findings().emptyPairs(),
        pairs);
  }

  static List<StudyPage.Known> known(StudyResult result, Overlap overlap, StudyWords words) {
    List<StudyPage.Known> known = new ArrayList<>();
    for (Findings.Known one : result.findings().known()) {
      int place = result.lists().indexOf(one.list());
      known.add(
          new StudyPage.Known(
              words.list(one.list()),
              words.count(overlap.onAll(1 << place)),
              one.estimate() == null ? words.say("estimates.none") : words.people(one.estimate())));
    }
    return known;
  }

  static List<StudyPage.Refusal> refused(StudyResult result, StudyWords words) {
    List<StudyPage.Refusal> rows = new ArrayList<>();
    for (Estimate e : result.estimates()) {
      String method = words.say("method." + e.method());
      if (e.details().get("minusInfinity") instanceof List<?> names && !names.isEmpty()) {
        String joined =
            names.stream()
                .map(n -> words.joined(String.valueOf(n)))
                .collect(Collectors.joining(", "));
        rows.add(new StudyPage.Refusal(method, "", words.say("refused.infinite", joined)));
      }
      List<Estimate.RefusedModel> models = e.refusedModels();
      for (Estimate.RefusedModel model : models.subList(0, Math.min(REFUSALS, models.size()))) {
        rows.add(
            new StudyPage.Refusal(
                method, words.model(model.model(), e.lists()), words.say(model.reason())));
      }
      if (models.size() > REFUSALS) {
        rows.add(
            new StudyPage.Refusal(method, "", words.say("refused.more", models.size() - REFUSALS)));
      }
    }
    return rows;
  }

  static List<StudyPage.Warning> warnings(StudyResult result, StudyWords words) {
    List<StudyPage.Warning> all = new ArrayList<>();
    for (Estimate e : result.estimates()) {
      for (Sentence warning : e.warnings()) {
        all.add(new StudyPage.Warning(words.say("method." + e.method()), words.say(warning)));
      }
    }
    return all;
  }

  static StudyPage.Recognised recognised(StudyResult result, Page page) {
    StudyResult.Recognition linkage = result.linkage();
    return new StudyPage.Recognised(
        linkage.isKnown()
            ? page.text(
                "estimation.recognised.read",
                result.records(),
                page.text("estimation.percent", Math.round(100 * linkage.precision())),
                page.text("estimation.percent", Math.round(100 * linkage.recall())))
            : page.text("estimation.recognised.unknown", result.records()),
        linkage.stated());
  }

  static List<StudyPage.Assumption> assumptions(StoredStudy study, StudyWords words) {
    StoredStudy.Signed signed = study.signed();
    List<StudyPage.Assumption> all = new ArrayList<>();
    for (String code : Signature.ASSUMPTIONS) {
      Optional<Signature.Judgement> judged =
          signed == null
              ? Optional.empty()
              : signed.signature().judgements().stream()
                  .filter(j -> j.assumption().equals(code))
                  .findFirst();
      all.add(
          new StudyPage.Assumption(
              code,
              words.say("assumption." + code),
              judged.map(Signature.Judgement::verdict).orElse(""),
              judged.map(Signature.Judgement::because).orElse("")));
    }
    return all;
  }
}
