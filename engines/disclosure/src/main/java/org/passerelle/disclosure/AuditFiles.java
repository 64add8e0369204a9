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
    return new Page(release, report, utility, words).html();
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

  /**
   * An audit as a single page without scripts, for approvers.
   *
   * @param utility loss of utility, if the records were available
   */
  private record Page(Release release, AuditReport report, @Nullable Utility utility, Words words) {
    private static final int MOST_LISTED = 500;

    String html() {
      StringBuilder out = new StringBuilder();
      out.append(
          """
          <!doctype html>
          <html lang="%1$s"><head><meta charset="utf-8"><title>%2$s</title>
          <style>body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}td,th{text-align:left;padding:.2em 1em .2em 0}</style>
          </head><body><h1>%2$s</h1><p>%3$s</p>
          """
              .formatted(
                  words.language(),
                  escaped(words.say("title", release.id())),
                  escaped(release.title())));
      out.append("<p><strong>").append(words.verdict(report)).append("</strong></p>\n<table>\n");
      row(out, "figures", words.number(report.figures()));
      row(out, "hidden", words.number(report.hidden()));
      row(out, "attacked", words.number(report.attacked()));
      row(
          out,
          "insiders",
          report.insidersKnown() ? words.number(report.insiders()) : words.say("insiders.unknown"));
      Policy policy = release.policy();
      row(out, "policy", words.say("pair", policy.threshold(), policy.width()));
      if (utility != null) {
        row(out, "lost", words.number(utility.lost()));
        row(out, "invented", words.say("pair", utility.invented(), utility.vanished()));
        row(out, "absolute", words.ratio(utility.absolute()));
        row(out, "relative", words.ratio(utility.relative()));
        row(out, "ranks", words.ratio(utility.ranksChanged()));
      }
      out.append("</table>\n");
      if (!report.passed()) {
        out.append("<h2>").append(words.say("found")).append("</h2><ul>\n");
        report.findings().stream()
            .limit(MOST_LISTED)
            .forEach(
                finding -> out.append("<li>").append(escaped(words.of(finding))).append("</li>\n"));
        out.append("</ul>\n");
      }
      return out.append("<p>")
          .append(words.say("approval"))
          .append("</p></body></html>\n")
          .toString();
    }

    private void row(StringBuilder out, String what, String value) {
      out.append("<tr><th>").append(words.say(what)).append("</th><td>");
      out.append(value).append("</td></tr>\n");
    }

    private static String escaped(String text) {
      return text.replace("&", "&amp;")
          .replace("<", "&lt;")
          .replace(">", "&gt;")
          .replace("\"", "&quot;");
    }
  }
}
