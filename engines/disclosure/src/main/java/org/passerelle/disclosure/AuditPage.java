package org.passerelle.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * An audit as a single page without scripts, for approvers.
 *
 * @param utility loss of utility, if the records were available
 */
record AuditPage(Release release, AuditReport report, @Nullable Utility utility, Words words) {
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
