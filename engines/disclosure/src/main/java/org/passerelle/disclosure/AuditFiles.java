package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An audit for programs and for people. It is for those who approve, and is not published. */
public final class AuditFiles {
  private static final int MOST_LISTED = 500;
  private final Release release;
  private final AuditReport report;
  private final @Nullable Utility utility;

  /** An audit of a release, with what protection cost where the records were at hand. */
  public AuditFiles(Release release, AuditReport report, @Nullable Utility utility) {
    this.release = release;
    this.report = report;
    this.utility = utility;
  }

  /** For programs. */
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
              finding.cell(),
              finding.low(),
              finding.high(),
              finding.kind().name().toLowerCase(Locale.ROOT)));
    }
    all.put("findings", findings);
    if (!report.intervals().isEmpty()) {
      List<Object> intervals = new ArrayList<>();
      for (AuditReport.CellInterval one : report.intervals()) {
        intervals.add(cell(one.cell(), one.low(), one.high(), one.proven() ? "proven" : "bound"));
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
    cell.put("low", low <= -(1L << 39) ? null : low);
    cell.put("high", high >= 1L << 39 ? null : high);
    return cell;
  }

  /** For people, in one page without scripts. */
  public String html() {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Audit of %1$s</title>
        <style>body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}td,th{text-align:left;padding:.2em 1em .2em 0}</style>
        </head><body><h1>Audit of %1$s</h1><p>%2$s</p>
        """
            .formatted(escaped(release.id()), escaped(release.title())));
    out.append("<p><strong>")
        .append(
            report.passed()
                ? "Passed: nothing small can be worked out."
                : "Not passed: %d cells must not leave like this."
                    .formatted(report.findings().size()))
        .append("</strong></p>\n<table>\n");
    row(out, "Figures", "" + report.figures());
    row(out, "of them hidden", "" + report.hidden());
    row(out, "Cells attacked", "" + report.attacked());
    row(
        out,
        "Persons who know their own cell",
        report.insidersKnown() ? "" + report.insiders() : "not known without the records");
    row(
        out,
        "Threshold, least width",
        release.policy().threshold() + ", " + release.policy().width());
    if (utility != null) {
      row(out, "Figures lost", "" + utility.lost());
      row(out, "Invented, vanished", utility.invented() + ", " + utility.vanished());
      row(out, "Mean absolute error", String.format(Locale.ROOT, "%.3f", utility.absolute()));
      row(out, "Mean relative error", String.format(Locale.ROOT, "%.3f", utility.relative()));
      row(
          out,
          "Pairs in another order",
          String.format(Locale.ROOT, "%.3f", utility.ranksChanged()));
    }
    out.append("</table>\n");
    if (!report.passed()) {
      out.append("<h2>What was worked out</h2><ul>\n");
      report.findings().stream()
          .limit(MOST_LISTED)
          .forEach(f -> out.append("<li>").append(escaped(f.toString())).append("</li>\n"));
      out.append("</ul>\n");
    }
    return out.append("<p>For those who approve; not for publication.</p></body></html>\n")
        .toString();
  }

  private static void row(StringBuilder out, String what, String value) {
    out.append("<tr><th>%s</th><td>%s</td></tr>%n".formatted(what, value));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
