package org.passerelle.understand.estimation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.estimation.Estimate;
import org.passerelle.pages.Page;
import org.passerelle.understand.estimation.Estimating;
import org.passerelle.understand.estimation.Overlap;
import org.passerelle.understand.estimation.StudyResult;

/** Compares the estimates of a study. */
final class StudyFigures {
  private final StudyResult result;
  private final Estimating estimating;
  private final Overlap overlap;
  private final StudyWords words;
  private final Page page;

  StudyFigures(StudyResult result, Overlap overlap, StudyWords words, Page page) {
    this.result = result;
    this.estimating = Estimating.of(result);
    this.overlap = overlap;
    this.words = words;
    this.page = page;
  }

  boolean any() {
    return !estimating.methods().isEmpty();
  }

  boolean contradicts() {
    return estimating.contradict();
  }

  private String range(double from, double to) {
    String low = words.people(from);
    String high = words.people(to);
    return low.equals(high) ? low : low + "–" + high;
  }

  String heading() {
    return any()
        ? page.text(
            "estimation.head",
            words.count(overlap.seen()),
            words.people(estimating.least()),
            words.people(estimating.most()))
        : page.text("estimation.head.none", words.count(overlap.seen()));
  }

  String lede() {
    return any()
        ? page.text(
            "estimation.lede",
            words.people(estimating.lowest()),
            words.people(estimating.highest()))
        : page.text("estimation.lede.none");
  }

  List<StudyPage.Stat> stats() {
    List<StudyPage.Stat> stats = new ArrayList<>();
    stats.add(
        new StudyPage.Stat(
            words.count(overlap.seen()),
            page.text("estimation.stat.seen"),
            page.text("estimation.stat.seen.source", result.organisations(), result.lists().size()),
            ""));
    stats.add(
        new StudyPage.Stat(
            words.count(overlap.onAtLeast(2)),
            page.text("estimation.stat.several"),
            page.text("estimation.stat.several.source"),
            ""));
    if (any()) {
      stats.add(
          new StudyPage.Stat(
              range(estimating.least(), estimating.most()),
              page.text("estimation.stat.all"),
              page.text(
                  "estimation.stat.all.source", range(estimating.lowest(), estimating.highest())),
              page.text("estimation.stat.all.caveat")));
      if (overlap.seen().exact()) {
        stats.add(
            new StudyPage.Stat(
                shares(),
                page.text("estimation.stat.share"),
                page.text("estimation.stat.share.source"),
                ""));
      }
    }
    return stats;
  }

  private String shares() {
    double seen = overlap.seen().from();
    long from = Math.round(100 * seen / Math.max(seen, (double) words.rounded(estimating.most())));
    long to = Math.round(100 * seen / Math.max(seen, (double) words.rounded(estimating.least())));
    return from == to
        ? page.text("estimation.percent", from)
        : page.text("estimation.percents", from, to);
  }

  /** The estimates with their assumptions. */
  List<IntervalChart.Said> estimates() {
    return result.estimates().stream()
        .map(
            e ->
                new IntervalChart.Said(
                    words.say("method." + e.method()),
                    words.say("method." + e.method() + ".read"),
                    e.estimate(),
                    e.lower(),
                    e.upper(),
                    conditional(e)))
        .toList();
  }

  private String conditional(Estimate e) {
    return e.details().get("wald") instanceof List<?> wald
            && wald.get(0) instanceof Number low
            && wald.get(1) instanceof Number high
        ? words.span(low.doubleValue(), high.doubleValue())
        : "";
  }

  /** The intervals when choosing among the best k models. */
  List<IntervalChart.Said> ranks() {
    List<IntervalChart.Said> rows = new ArrayList<>();
    for (Estimate e : result.estimates()) {
      if (e.details().get("byNumberOfModels") instanceof List<?> list) {
        int step = Math.max(1, list.size() / 8);
        for (int k = 0; k < list.size(); k++) {
          boolean shown = k < 3 || k == list.size() - 1 || (k + 1) % step == 0;
          if (shown && list.get(k) instanceof Map<?, ?> map) {
            rows.add(
                new IntervalChart.Said(
                    page.text("estimation.best", String.valueOf(map.get("models"))),
                    "",
                    e.estimate(),
                    number(map.get("0.1")),
                    number(map.get("0.9")),
                    ""));
          }
        }
      }
    }
    return rows;
  }

  String ranksReading() {
    int close = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (Estimate e : result.estimates()) {
      if (e.details().get("withinTen") instanceof List<?> list) {
        for (Object one : list) {
          Double value = one instanceof Map<?, ?> map ? number(map.get("estimate")) : null;
          if (value != null) {
            close++;
            least = Math.min(least, value);
            most = Math.max(most, value);
          }
        }
      }
    }
    return close == 0
        ? ""
        : words.say("ranks.read", close, words.people(least), words.people(most));
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value instanceof Number number ? (Double) number.doubleValue() : null;
  }
}
