package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a study as text, JSON and a printable page, in one of the report's languages.
 * Immutable.
 *
 * <p>Text and page never show a single number alone: methods that were not requested are run in
 * their fastest form and shown beside it.
 */
public final class StudyReport {
  /** {@code en}, {@code fr} and {@code sr} (Cyrillic). */
  public static final List<String> LANGUAGES = Words.LANGUAGES;

  private final Study study;
  private final List<Estimate> estimates;
  private final Words words;

  private StudyReport(Study study, List<Estimate> estimates, Words words) {
    this.study = study;
    this.estimates = List.copyOf(estimates);
    this.words = words;
  }

  /** The report in English. */
  public static StudyReport of(Study study, List<Estimate> estimates) {
    return of(study, estimates, "en");
  }

  /**
   * The report in a language.
   *
   * @param language one of {@link #LANGUAGES}
   */
  public static StudyReport of(Study study, List<Estimate> estimates, String language) {
    return new StudyReport(study, estimates, Words.in(language));
  }

  /**
   * One object per method under {@code estimates}; if all methods were requested, the diagnostics
   * under {@code findings}.
   */
  public String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    CaptureHistories table = study.table();
    root.put("lists", table.lists());
    root.put("observed", table.observed());
    root.put("digest", table.digest());
    root.put("seed", study.settings().seed());
    root.put("level", study.settings().level());
    root.put("bootstrap", study.settings().bootstrap());
    root.put("threshold", study.settings().threshold());
    List<Object> all = new ArrayList<>();
    estimates.forEach(estimate -> all.add(asMap(estimate)));
    root.put("estimates", all);
    if (estimates.size() == Study.Method.values().length) {
      root.put("findings", asMap(findings(estimates)));
    }
    return Json.of(root);
  }

  /** Text for the terminal. */
  public String text() {
    return TextReport.of(study, tables(), words);
  }

  /** A page for browser and print. */
  public String html() {
    return HtmlReport.of(study, tables(), words);
  }

  private ReportTables tables() {
    List<Estimate> beside = beside();
    return new ReportTables(study, findings(beside), beside, words);
  }

  private Findings findings(List<Estimate> beside) {
    return Findings.of(study, beside, Progress.SILENT);
  }

  /** The requested estimates, and those that must be shown beside them. */
  private List<Estimate> beside() {
    List<Estimate> all = new ArrayList<>(estimates);
    Study quickly = new Study(study.table(), study.settings().withBootstrap(0));
    for (Study.Method method : Study.Method.values()) {
      if (method != Study.Method.LCMCR
          && all.stream().noneMatch(e -> e.method().equals(method.id()))) {
        all.add(quickly.estimate(method));
      }
    }
    return all;
  }

  private Map<String, Object> asMap(Findings found) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("coverage", found.coverage());
    map.put("emptyPairs", found.emptyPairs());
    map.put("choices", rows(found.choices()));
    map.put("lists", rows(found.lists()));
    List<Object> known = new ArrayList<>();
    for (Findings.Known one : found.known()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("list", one.list());
      row.put("truth", one.truth());
      putNullable(row, "estimate", one.estimate());
      known.add(row);
    }
    map.put("known", known);
    map.put("trajectory", rows(found.trajectory()));
    map.put("linkage", rows(found.linkage()));
    return map;
  }

  private List<Object> rows(List<Findings.Row> found) {
    List<Object> rows = new ArrayList<>();
    for (Findings.Row one : found) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("what", words.say(one.what()));
      putNullable(row, "estimate", one.estimate());
      putNullable(row, "lower", one.lower());
      putNullable(row, "upper", one.upper());
      rows.add(row);
    }
    return rows;
  }

  private Map<String, Object> asMap(Estimate e) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("lists", e.lists());
    map.put("observed", e.observed());
    map.put("method", e.method());
    putNullable(map, "estimate", e.estimate());
    putNullable(map, "lower", e.lower());
    putNullable(map, "upper", e.upper());
    map.put("level", e.level());
    putNullable(map, "model", e.model());
    map.put("terms", e.terms());
    putNullable(map, "aic", e.aic());
    putNullable(map, "bic", e.bic());
    putNullable(map, "deviance", e.deviance());
    putNullable(map, "df", e.df());
    List<Object> refused = new ArrayList<>();
    for (Estimate.RefusedModel model : e.refusedModels()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("model", model.model());
      one.put("code", model.code());
      one.put("reason", words.say(model.reason()));
      refused.add(one);
    }
    map.put("refusedModels", refused);
    map.put("warnings", e.warnings().stream().map(words::say).toList());
    map.put("seconds", e.seconds());
    map.put("details", e.details());
    return map;
  }

  @SuppressWarnings("NullAway") // JSON says null where a number does not exist
  private static void putNullable(
      Map<String, Object> map, String key, @org.jspecify.annotations.Nullable Object value) {
    map.put(key, value);
  }
}
