package org.passerelle.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.Evaluation;
import org.passerelle.linkage.Expected;
import org.passerelle.linkage.LinkResult;

/** What {@code link} says when it is done. */
final class LinkReport {
  private LinkReport() {}

  static void print(LinkResult result, Evaluation.@Nullable Table quality, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d records, compared by %s.%n",
        result.size(),
        String.join(", ", result.compared()));
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
    if (quality != null) {
      out.println();
      out.printf(
          "%-44s %9s %9s %9s %9s%n", "against the truth", "threshold", "precision", "recall", "F1");
      boolean two = result.isTwoLists();
      line(out, "pairwise, threshold without labels", quality.pairwise());
      line(out, "pairwise, best threshold", quality.bestPairwise());
      line(out, (two ? "matched" : "by cluster") + ", threshold without labels", quality.grouped());
      line(out, (two ? "matched" : "by cluster") + ", best threshold", quality.bestGrouped());
    }
    out.flush();
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
        "%-44s %9.4f %9.4f %9.4f %9.4f%n",
        what,
        quality.threshold(),
        quality.precision(),
        quality.recall(),
        quality.f1());
  }
}
