package org.passerelle.cli.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.Evaluation;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.Match;

/**
 * The result of {@code link} as one page without scripts, for the person who decides whether to use
 * it: how pairs and groups are distributed, how probable is what was stated, and the pairs on
 * either side of the threshold, attribute by attribute. It contains values of records.
 */
final class LinkPage {
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}
      h1{font-size:1.7rem}h2{font-size:1.2rem;margin-top:2.2rem;break-after:avoid}h3{font-size:1rem;margin:1.4rem 0 .2rem}
      table{border-collapse:collapse;margin:.6rem 0}th,td{text-align:left;padding:.25rem .8rem .25rem 0;border-bottom:1px solid #c8c8d0;vertical-align:top}
      th{font-weight:600}td.n{text-align:right;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}
      .bar{display:inline-block;height:.8rem;background:#1f4e9e}.bar.against{background:#a23b1e}
      .caution{border-left:.3rem solid #1f4e9e;padding-left:.8rem}
      @media print{body{margin:0;max-width:none}section{break-inside:avoid}}
      """;

  /** Probabilities below this are not shown: nobody would look at such pairs. */
  private static final double LEAST = 0.01;

  private static final int BINS = 20;
  private static final int EXAMPLES = 5;
  private static final double WIDEST = 16;
  private static final double BITS = 0.5;
  private final LinkResult result;
  private final BufferedWriter out;

  private LinkPage(LinkResult result, BufferedWriter out) {
    this.result = result;
    this.out = out;
  }

  /**
   * Writes the page.
   *
   * @param quality comparison with the truth, if it is known
   */
  static void write(LinkResult result, Evaluation.@Nullable Table quality, BufferedWriter out)
      throws IOException {
    new LinkPage(result, out).write(quality);
  }

  private void write(Evaluation.@Nullable Table quality) throws IOException {
    out.write(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
            + " content=\"width=device-width,initial-scale=1\"><title>Linked records</title><style>");
    out.write(STYLE);
    out.write(
        "</style></head><body><main><h1>Linked records</h1><p class=\"caution\">This page contains"
            + " values of records. Keep it as you keep the lists.</p>\n");
    StringWriter sentences = new StringWriter();
    LinkReport.print(result, null, new PrintWriter(sentences));
    for (String line : sentences.toString().lines().toList()) {
      out.write("<p>" + escaped(line) + "</p>\n");
    }
    // of pairs that nobody can decide the probability means nothing; the sentences count them
    Set<Match> undecided = new HashSet<>(result.undecided());
    List<Match> below =
        result.review(LEAST, 0).stream().filter(pair -> !undecided.contains(pair)).toList();
    probabilities(below);
    groups();
    if (quality != null) {
      reliability(quality);
    }
    examples(
        "Matches nearest to the threshold",
        "the least probable pairs that were matched",
        result.matches().stream().sorted(Comparator.comparingDouble(Match::probability)).toList());
    examples(
        "Pairs just below it",
        "the most probable pairs that were not matched",
        below.stream().sorted(Comparator.comparingDouble(Match::probability).reversed()).toList());
    out.write("</main></body></html>\n");
  }

  private void probabilities(List<Match> below) throws IOException {
    long[] pairs = new long[BINS];
    Stream.concat(below.stream(), result.matches().stream())
        .forEach(pair -> pairs[(int) Math.min(BINS - 1.0, pair.probability() * BINS)]++);
    begin(
        "Pairs by stated probability",
        "A result to rely on has its pairs at both ends; many in the middle call for review. Bars are logarithmic.",
        "probability",
        "pairs");
    rows(
        pairs,
        i -> String.format(Locale.ROOT, "%.2f to %.2f", i / (double) BINS, (i + 1.0) / BINS));
    end();
  }

  private void groups() throws IOException {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int group : result.clusters()) {
      sizes.merge(group, 1, Integer::sum);
    }
    Map<Integer, Long> counted = new TreeMap<>();
    sizes.values().forEach(size -> counted.merge(size, 1L, Long::sum));
    begin(
        "Groups by number of records",
        "A group much larger than a person's files could be usually holds several people. Bars are logarithmic.",
        "records",
        "groups");
    List<Integer> shown = List.copyOf(counted.keySet());
    rows(
        shown.stream().mapToLong(counted::get).toArray(),
        i -> String.format(Locale.ROOT, "%,d", shown.get(i)));
    end();
  }

  private void reliability(Evaluation.Table quality) throws IOException {
    begin(
        "Stated probability and truth",
        "If the two differ much, the threshold means something else than it says.",
        "stated",
        "pairs",
        "mean stated",
        "truly one person");
    for (Evaluation.Bin bin : quality.reliability()) {
      out.write(
          String.format(
              Locale.ROOT,
              "<tr><th scope=\"row\">%s to %s</th><td class=\"n\">%,d</td><td class=\"n\">%.3f</td><td class=\"n\">%.3f</td></tr>\n",
              bin.from(),
              bin.to(),
              bin.pairs(),
              bin.stated(),
              bin.right()));
    }
    end();
  }

  private void examples(String title, String what, List<Match> pairs) throws IOException {
    out.write("<section><h2>" + title + "</h2>");
    if (pairs.isEmpty()) {
      out.write("<p>There are none.</p>");
    } else {
      out.write(
          "<p>These are %s. Bits for a match stand in blue, bits against it in red.</p>\n"
              .formatted(what));
    }
    for (Match pair : pairs.stream().limit(EXAMPLES).toList()) {
      out.write(
          String.format(
              Locale.ROOT,
              "<h3>%s and %s: %.3f</h3><div class=\"wide\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">attribute</th><th"
                  + " scope=\"col\">first</th><th scope=\"col\">second</th><th scope=\"col\">agreement</th><th"
                  + " scope=\"col\">bits</th><th scope=\"col\"></th></tr></thead><tbody>\n",
              escaped(result.id(pair.left())),
              escaped(result.id(pair.right())),
              pair.probability()));
      for (LinkResult.Step step : result.explain(pair.left(), pair.right())) {
        out.write(
            String.format(
                Locale.ROOT,
                "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td class=\"n\">%+.2f</td><td>%s</td></tr>\n",
                escaped(step.attribute()),
                escaped(step.left()),
                escaped(step.right()),
                escaped(step.agreement()),
                step.weight(),
                bar(Math.min(WIDEST, Math.abs(step.weight()) * BITS), step.weight() < 0)));
      }
      out.write("</tbody></table></div>\n");
    }
    out.write("</section>\n");
  }

  private void begin(String title, String reading, String... head) throws IOException {
    out.write("<section><h2>" + title + "</h2><p>" + reading + "</p><div class=\"wide\"");
    out.write(" tabindex=\"0\"><table><thead><tr>");
    for (String column : head) {
      out.write("<th scope=\"col\">" + column + "</th>");
    }
    out.write("</tr></thead><tbody>\n");
  }

  private void end() throws IOException {
    out.write("</tbody></table></div></section>\n");
  }

  /** Counts with bars on a scale of logarithms, since most pairs are at one end. */
  private void rows(long[] counts, IntFunction<String> label) throws IOException {
    double most = 1;
    for (long count : counts) {
      most = Math.max(most, Math.log1p((double) count));
    }
    for (int i = 0; i < counts.length; i++) {
      out.write(
          String.format(
              Locale.ROOT,
              "<tr><th scope=\"row\">%s</th><td class=\"n\">%,d</td><td>%s</td></tr>\n",
              label.apply(i),
              counts[i],
              bar(WIDEST * Math.log1p((double) counts[i]) / most, false)));
    }
  }

  private static String bar(double width, boolean against) {
    return String.format(
        Locale.ROOT,
        "<span class=\"bar%s\" style=\"width:%.2frem\"></span>",
        against ? " against" : "",
        width);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
