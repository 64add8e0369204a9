package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The pairs of which too much was stated, by list and stated probability. */
final class WorstBins {
  /** Bins of fewer pairs tell little. */
  private static final int PAIRS = 100;

  private static final int NAMED = 10;

  private WorstBins() {}

  /** A bin and the list that it is of. */
  record Named(String list, Evaluation.Bin bin) {
    double above() {
      return bin.stated() - bin.right();
    }
  }

  /** Takes note of the bins of a list that are large enough. */
  static void add(List<Named> to, String list, Evaluation.Table quality) {
    quality.reliability().stream()
        .filter(bin -> bin.pairs() >= PAIRS)
        .forEach(bin -> to.add(new Named(list, bin)));
  }

  /** All bins of a list, as rows of a table. */
  static List<String> all(String list, Evaluation.Table quality) {
    return quality.reliability().stream()
        .map(
            bin ->
                String.format(
                    Locale.ROOT,
                    "| %s | %s to %s | %,d | %.3f | %.3f |",
                    list,
                    bin.from(),
                    bin.to(),
                    bin.pairs(),
                    bin.stated(),
                    bin.right()))
        .toList();
  }

  /** By how much the worst of one list is stated above what is true; 0 where none is. */
  static double above(StatedFigures.Row row) {
    List<Named> bins = new ArrayList<>();
    add(bins, row.list(), row.quality());
    return Math.max(0, bins.stream().mapToDouble(Named::above).max().orElse(0));
  }

  /** The worst of all lists, as a table. */
  static List<String> table(List<Named> bins) {
    List<String> rows = new ArrayList<>();
    rows.add("| list | stated probability | pairs | stated, mean | truly one | above |");
    rows.add("|---|---|---|---|---|---|");
    bins.stream()
        .sorted(Comparator.comparingDouble(b -> -b.above()))
        .limit(NAMED)
        .forEach(
            b ->
                rows.add(
                    String.format(
                        Locale.ROOT,
                        "| %s | %s to %s | %,d | %.3f | %.3f | %+.3f |",
                        b.list(),
                        b.bin().from(),
                        b.bin().to(),
                        b.bin().pairs(),
                        b.bin().stated(),
                        b.bin().right(),
                        b.above())));
    return rows;
  }
}
