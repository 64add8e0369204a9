package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study found, as text, JSON and a printable page. Immutable.
 *
 * <p>Text and page never show one number alone: what was not asked for is run beside it at its
 * quickest.
 */
public final class StudyReport {
  private final Study study;
  private final List<Estimate> estimates;

  private StudyReport(Study study, List<Estimate> estimates) {
    this.study = study;
    this.estimates = List.copyOf(estimates);
  }

  public static StudyReport of(Study study, List<Estimate> estimates) {
    return new StudyReport(study, estimates);
  }

  /** One object per method under {@code estimates}. */
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
    return Json.of(root);
  }

  /** For reading in a terminal. */
  public String text() {
    return TextReport.of(study, estimates);
  }

  /** A page for the browser and for print. */
  public String html() {
    return HtmlReport.of(study, estimates);
  }

  private static Map<String, Object> asMap(Estimate e) {
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
      one.put("reason", model.reason());
      refused.add(one);
    }
    map.put("refusedModels", refused);
    map.put("warnings", e.warnings());
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
