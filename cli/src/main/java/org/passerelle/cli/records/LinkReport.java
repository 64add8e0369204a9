package org.passerelle.cli.records;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.Evaluation;
import org.passerelle.linkage.Expected;
import org.passerelle.linkage.LeftOut;
import org.passerelle.linkage.LinkResult;

/** The final report of {@code link}. */
final class LinkReport {
  private static final int DIAGRAM = 40;

  private LinkReport() {}

  static void print(LinkResult result, Evaluation.@Nullable Table quality, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d records, compared by %s.%n",
        result.size(),
        String.join(", ", result.compared()));
    for (LeftOut column : result.leftOut()) {
      out.printf("Not compared: %s; %s.%n", column.column(), column.reason());
    }
    for (String line : result.report()) {
      out.println(line);
    }
    Expected expected = result.expected();
    out.printf(
        Locale.ROOT,
        "%,d matches of probability %.3f or more; %s.%n",
        result.matches().size(),
        result.threshold(),
        stated(expected));
    int undecided = result.undecided().size();
    if (undecided > 0) {
      out.printf(
          Locale.ROOT,
          "%,d more pairs need manual review: no birth date or document is compared between the"
              + " two, so nobody can state how many are the same person. --review writes them.%n",
          undecided);
    }
    if (quality != null) {
      out.println();
      judged(quality, result.isTwoLists(), out);
    }
    out.flush();
  }

  private static void judged(Evaluation.Table quality, boolean two, PrintWriter out) {
    String grouped = two ? "pairs as matched" : "pairs after clustering";
    out.printf(
        "%-46s %9s %9s %9s %9s%n", "against the truth", "threshold", "precision", "recall", "F1");
    line(out, "pairs, threshold without labels", quality.pairwise());
    line(out, "pairs, best threshold", quality.bestPairwise());
    line(out, grouped + ", threshold without labels", quality.grouped());
    line(out, grouped + ", best threshold", quality.bestGrouped());
    line(out, "exact clusters of two records or more", quality.exact());
    line(out, "B-cubed, over all records", quality.bCubed());
    out.println();
    out.printf(
        "%-22s %12s %12s %12s  %s%n",
        "stated probability", "pairs", "stated", "truly one", "= truly one, | stated, 0 to 1");
    for (Evaluation.Bin bin : quality.reliability()) {
      out.printf(
          Locale.ROOT,
          "%-22s %,12d %12.3f %12.3f  %s%n",
          String.format(Locale.ROOT, "%s to %s", bin.from(), bin.to()),
          bin.pairs(),
          bin.stated(),
          bin.right(),
          diagram(bin));
    }
  }

  /**
   * A line of the reliability diagram: if the model is not overconfident, the bar reaches the mark.
   */
  private static String diagram(Evaluation.Bin bin) {
    char[] line = new char[DIAGRAM + 1];
    Arrays.fill(line, ' ');
    Arrays.fill(line, 0, (int) Math.round(DIAGRAM * bin.right()), '=');
    line[(int) Math.round(DIAGRAM * bin.stated())] = '|';
    return new String(line).stripTrailing();
  }

  private static String stated(Expected expected) {
    return expected.isKnown()
        ? String.format(
            Locale.ROOT,
            "the model expects precision %.3f and recall %.3f",
            expected.precision(),
            expected.recall())
        : "precision and recall are unknown, as " + expected.doubt();
  }

  private static void line(PrintWriter out, String what, Evaluation.Quality quality) {
    out.printf(
        Locale.ROOT,
        "%-46s %9.4f %9.4f %9.4f %9.4f%n",
        what,
        quality.threshold(),
        quality.precision(),
        quality.recall(),
        quality.f1());
  }
}
