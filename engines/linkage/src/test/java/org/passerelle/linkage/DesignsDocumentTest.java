package org.passerelle.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.passerelle.linkage.generator.Design;

/**
 * The figures on designs in docs/linkage.md; written anew with {@code -Dwrite.linkage}. Some seeds
 * were never looked at while the model was changed.
 */
class DesignsDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/linkage.md");
  private static final long[] SEEN = {1, 2};

  @Test
  @EnabledIfSystemProperty(named = "write.linkage", matches = ".*")
  void writes() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add(
        "| design | F1 | kept aside: F1 | best threshold | plain model, best threshold | plain model that was told | precision (stated) | recall (stated) | worst bin | left to a person (one person) | two lists: F1 | precision (stated) | recall (stated) |");
    rows.add("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (Design design : Design.values()) {
      rows.add(row(design));
    }
    String document = Files.readString(DOCUMENT);
    String begin = "<!-- designs -->\n";
    int from = document.indexOf(begin) + begin.length();
    int to = document.indexOf("<!-- end of designs -->");
    Files.writeString(
        DOCUMENT,
        document.substring(0, from) + String.join("\n", rows) + "\n" + document.substring(to));
  }

  private static String row(Design design) {
    double seen = 0;
    for (long seed : SEEN) {
      seen += DesignFigures.judged(design, DesignFigures.PERSONS, seed).grouped().f1();
    }
    List<StatedFigures.Row> aside = new ArrayList<>();
    List<StatedFigures.Row> two = new ArrayList<>();
    double told = 0;
    for (long seed : DesignFigures.ASIDE) {
      aside.add(DesignFigures.one(design, DesignFigures.PERSONS, seed));
      two.add(DesignFigures.two(design, DesignFigures.PERSONS, seed));
      told += DesignFigures.told(design, DesignFigures.PERSONS, seed);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | **%.3f** | %.3f | %.3f | %.3f | %.3f (%s) | %.3f (%s) | %+.2f | %.0f (%.0f) | %.3f | %.3f (%s) | %.3f (%s) |",
        design,
        seen / SEEN.length,
        mean(aside, r -> r.quality().grouped().f1()),
        mean(aside, r -> r.quality().bestGrouped().f1()),
        mean(aside, r -> r.plain().orElse(0)),
        told / DesignFigures.ASIDE.length,
        mean(aside, r -> r.quality().grouped().precision()),
        stated(aside, r -> r.expected().precision()),
        mean(aside, r -> r.quality().grouped().recall()),
        stated(aside, r -> r.expected().recall()),
        aside.stream().mapToDouble(WorstBins::above).max().orElse(0),
        mean(aside, StatedFigures.Row::undecided),
        mean(aside, StatedFigures.Row::ofOne),
        mean(two, r -> r.quality().grouped().f1()),
        mean(two, r -> r.quality().grouped().precision()),
        stated(two, r -> r.expected().precision()),
        mean(two, r -> r.quality().grouped().recall()),
        stated(two, r -> r.expected().recall()));
  }

  private static double mean(List<StatedFigures.Row> rows, ToDoubleFunction<StatedFigures.Row> of) {
    return rows.stream().mapToDouble(of).average().orElse(0);
  }

  private static String stated(
      List<StatedFigures.Row> rows, ToDoubleFunction<StatedFigures.Row> of) {
    return rows.stream().allMatch(r -> r.expected().isKnown())
        ? String.format(Locale.ROOT, "%.3f", mean(rows, of))
        : "unknown";
  }
}
