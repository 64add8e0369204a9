package org.passerelle.estimation;

import java.util.List;

/** The report as a self-contained page for browser and print. */
final class HtmlReport {
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f}
      h1{font-size:1.7rem}h2{font-size:1.2rem;margin-top:2.2rem;break-after:avoid}
      table{border-collapse:collapse;margin:.6rem 0}th,td{text-align:left;padding:.25rem .8rem .25rem 0;border-bottom:1px solid #c8c8d0;vertical-align:top}
      td.n{text-align:right;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}svg{max-width:100%;height:auto}
      .caution{border-left:.3rem solid #1f4e9e;padding-left:.8rem}.line{display:block;border-bottom:1px solid #555;height:1.8rem}
      @media print{body{margin:0;max-width:none}section{break-inside:avoid}}
      """;

  private HtmlReport() {}

  static String of(Study study, ReportTables tables, Words words) {
    StringBuilder out = new StringBuilder();
    out.append(
            "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
                .formatted(words.language()))
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
        .append(escaped(words.say("title")))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><main><h1>")
        .append(escaped(words.say("title")))
        .append("</h1>");
    paragraph(out, TextReport.seen(study, words));
    out.append("<p class=\"caution\">").append(escaped(words.say("caution"))).append("</p>");
    for (ReportTables.Part part : tables.parts()) {
      if (!part.rows().isEmpty()) {
        part(out, part, study.table(), words);
      }
    }
    out.append("<section><h2>").append(escaped(words.say("warnings"))).append("</h2><ul>");
    for (String warning : tables.warnings()) {
      out.append("<li>").append(escaped(warning)).append("</li>");
    }
    out.append("</ul></section>");
    assumptions(out, words);
    out.append("<section><h2>").append(escaped(words.say("disclosure"))).append("</h2>");
    paragraph(out, words.say("disclosure.read"));
    return out.append("</section></main></body></html>\n").toString();
  }

  private static void part(
      StringBuilder out, ReportTables.Part part, CaptureHistories table, Words words) {
    out.append("<section><h2>").append(escaped(part.title())).append("</h2>");
    paragraph(out, part.reading());
    if (part.key().equals("overlap")) {
      out.append(new Charts(words).upset(table, part.title()));
      paragraph(out, words.say("overlap.plot.read"));
    } else if (part.bars().stream().anyMatch(bar -> bar.estimate() != null)) {
      out.append(new Charts(words).bars(part.bars(), table.observed(), part.title()));
    }
    out.append("<div class=\"wide\" tabindex=\"0\"><table><thead><tr>");
    for (String head : part.head()) {
      out.append("<th scope=\"col\">").append(escaped(head)).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (List<String> row : part.rows()) {
      out.append("<tr>");
      for (int c = 0; c < row.size(); c++) {
        boolean number = row.get(c).matches("[0-9][0-9.,\\u00a0\\u202f]*");
        out.append(c == 0 ? "<th scope=\"row\">" : number ? "<td class=\"n\">" : "<td>")
            .append(escaped(row.get(c)))
            .append(c == 0 ? "</th>" : "</td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table></div></section>\n");
  }

  private static void assumptions(StringBuilder out, Words words) {
    out.append("<section><h2>").append(escaped(words.say("assumptions"))).append("</h2>");
    paragraph(out, words.say("assumptions.read"));
    out.append("<ol>");
    for (String assumption : TextReport.ASSUMPTIONS) {
      out.append("<li>")
          .append(escaped(words.say("assumption." + assumption)))
          .append("<br><small>")
          .append(escaped(words.say("assumption.judgement")))
          .append("</small><span class=\"line\"></span></li>");
    }
    out.append("</ol><p>")
        .append(escaped(words.say("assumption.signature")))
        .append("<span class=\"line\"></span></p></section>");
  }

  private static void paragraph(StringBuilder out, String text) {
    out.append("<p>").append(escaped(text)).append("</p>");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
