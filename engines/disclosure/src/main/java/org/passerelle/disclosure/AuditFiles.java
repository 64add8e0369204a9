package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an audit for programs and for people. It is for approvers, and is not published. */
public final class AuditFiles {
  /** Available languages. */
  public static final List<String> LANGUAGES = Words.LANGUAGES;

  private static final int MOST_LISTED = 50;
  private final Release release;
  private final AuditReport report;
  private final @Nullable Utility utility;
  private final Words words;

  /**
   * The audit of a release, with the loss of utility if the records were available.
   *
   * @param language one of {@link #LANGUAGES}; the JSON is the same in all
   */
  public AuditFiles(
      Release release, AuditReport report, @Nullable Utility utility, String language) {
    this.release = release;
    this.report = report;
    this.utility = utility;
    this.words = Words.in(language);
  }

  /** JSON for programs. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("release", release.id());
    all.put("passed", report.passed());
    all.put("figures", report.figures());
    all.put("hidden", report.hidden());
    all.put("attacked", report.attacked());
    all.put("insiders", report.insidersKnown() ? report.insiders() : null);
    all.put("programmes", report.programmes());
    List<Object> findings = new ArrayList<>();
    for (Finding finding : report.findings()) {
      findings.add(
          cell(
              finding.cell().toString(),
              finding.low(),
              finding.high(),
              finding.kind().name().toLowerCase(Locale.ROOT)));
    }
    all.put("findings", findings);
    if (!report.intervals().isEmpty()) {
      List<Object> intervals = new ArrayList<>();
      for (AuditReport.CellInterval one : report.intervals()) {
        intervals.add(
            cell(one.cell().toString(), one.low(), one.high(), one.proven() ? "proven" : "bound"));
      }
      all.put("intervals", intervals);
    }
    if (utility != null) {
      Map<String, Object> cost = new LinkedHashMap<>();
      cost.put("lost", utility.lost());
      cost.put("invented", utility.invented());
      cost.put("vanished", utility.vanished());
      cost.put("meanAbsoluteError", utility.absolute());
      cost.put("meanRelativeError", utility.relative());
      cost.put("ranksChanged", utility.ranksChanged());
      all.put("utility", cost);
    }
    return ReleaseJson.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
  }

  private static Map<String, Object> cell(String name, long low, long high, String kind) {
    Map<String, Object> cell = new LinkedHashMap<>();
    cell.put("cell", name);
    cell.put("kind", kind);
    cell.put("low", low <= -Words.ANY ? null : low);
    cell.put("high", high >= Words.ANY ? null : high);
    return cell;
  }

  /** HTML for people, as a single page without scripts. */
  public String html() {
    return new AuditPage(release, report, utility, words).html();
  }

  /** Text for the console, one line for each finding and interval. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(
            report.insidersKnown()
                ? words.say(
                    "summary.insiders",
                    release.id(),
                    report.figures(),
                    report.hidden(),
                    report.attacked(),
                    report.insiders())
                : words.say(
                    "summary", release.id(), report.figures(), report.hidden(), report.attacked()))
        .append('\n');
    report.findings().stream()
        .limit(MOST_LISTED)
        .forEach(finding -> out.append("  ").append(words.of(finding)).append('\n'));
    int more = report.findings().size() - MOST_LISTED;
    if (more > 0) {
      out.append("  ").append(words.say("more", more)).append('\n');
    }
    for (AuditReport.CellInterval one : report.intervals()) {
      String interval = words.interval(one.low(), one.high());
      out.append("  ").append(words.say("line", words.of(one.cell()), interval)).append('\n');
    }
    return out.append(words.verdict(report)).append('\n').toString();
  }
}
