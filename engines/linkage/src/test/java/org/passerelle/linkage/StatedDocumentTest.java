package org.passerelle.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.passerelle.linkage.generator.Design;

/**
 * What is stated without labels beside what is true, in docs/linkage.md; written anew with {@code
 * -Dwrite.linkage}. Seeds from 901 on were never looked at while the statements were made true.
 */
class StatedDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/linkage.md");
  private static final Path BINS = Path.of("../../docs/linkage-bins.md");

  private static final Map<String, String> LISTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("published:0", "fake_1000"),
              Map.entry("published:1", "FEBRL 1"),
              Map.entry("published:2", "FEBRL 2"),
              Map.entry("published:3", "FEBRL 3"),
              Map.entry("published:4", "FEBRL 4, two lists"),
              Map.entry("published:5", "dirty 1000, two lists"),
              Map.entry("encoded:0:attributes:1", "fake_1000, encoded by attribute"),
              Map.entry("encoded:0:saul:2", "fake_1000, SAUL-2"),
              Map.entry("invented:1000:901", "invented, three scripts, 1,000 persons"),
              Map.entry("invented:5200:902", "the same, 5,200 persons"),
              Map.entry("invented:2000:904@without=phone,document", "without telephone and papers"),
              Map.entry("invented:2000:905:2", "twice as many mistakes"),
              Map.entry("invented:2000:906@undated", "two dates of birth in five missing"),
              Map.entry("families:WHOLE:1500:0:907", "one place, no families"),
              Map.entry("families:WHOLE:1500:0.2:908", "a fifth in families"),
              Map.entry("families:WHOLE:1500:0.5:909", "half in families"),
              Map.entry("families:WHOLE:1500:0.3:910@undated", "families, dates missing"),
              Map.entry("families:CENSUS:1500:0.3:911", "families, names and address only"),
              Map.entry("heavy:35:16:300:912", "up to 16 records each, a third of values wrong"),
              Map.entry("heavy:40:6:600:913", "up to 6 records each, two in five wrong"),
              Map.entry("heavy:20:3:1000:914", "up to 3 records each, one in five wrong"),
              Map.entry(
                  "heavy:35:16:6200:915", "50,000 records, up to 16 each, a third of values wrong"),
              Map.entry("design:CAMP:5000:916", "a camp of 5,000 persons"),
              Map.entry("design:AGENCIES:5000:917", "agencies, 5,000 persons")));

  @Test
  @EnabledIfSystemProperty(named = "write.linkage", matches = ".*")
  void writes() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add(
        "| list | precision (stated) | recall (stated) | F1 pair by pair, of best | F1 grouped, of best | plain model, best threshold | exact clusters F1 | B-cubed F1 |");
    rows.add("|---|---|---|---|---|---|---|---|");
    Map<Double, double[]> bins = new TreeMap<>();
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      StatedFigures.Row row = StatedFigures.of(list.getKey());
      rows.add(row.toString().replaceFirst("\\| [^|]* \\|", "| " + list.getValue() + " |"));
      if (row.expected().isKnown()) {
        row.quality().reliability().forEach(bin -> add(bins, bin));
      }
    }
    rows.add("");
    rows.add("| stated probability | pairs | stated, mean | truly one |");
    rows.add("|---|---|---|---|");
    bins.forEach((from, sums) -> rows.add(row(from, sums)));
    write("stated", rows);
  }

  @Test
  @EnabledIfSystemProperty(named = "write.linkage", matches = ".*")
  void writesTheWorstBins() throws IOException {
    List<WorstBins.Named> bins = new ArrayList<>();
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      WorstBins.add(bins, list.getValue(), judged(list.getKey()));
    }
    for (Design design : Design.values()) {
      for (long seed : DesignFigures.ASIDE) {
        WorstBins.add(
            bins,
            design + ", seed " + seed,
            DesignFigures.judged(design, DesignFigures.PERSONS, seed));
      }
    }
    write("worst bins", WorstBins.table(bins));
  }

  /** Of each list, not of all together: what is too high in one may be too low in another. */
  @Test
  @EnabledIfSystemProperty(named = "write.linkage", matches = ".*")
  void writesTheBinsOfEachList() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      rows.addAll(WorstBins.all(list.getValue(), judged(list.getKey())));
    }
    for (Design design : Design.values()) {
      for (long seed : DesignFigures.ASIDE) {
        String name = design + ", seed " + seed;
        rows.addAll(WorstBins.all(name, DesignFigures.judged(design, DesignFigures.PERSONS, seed)));
        rows.addAll(
            WorstBins.all(
                name + ", two lists",
                DesignFigures.judgedTwo(design, DesignFigures.PERSONS, seed)));
      }
    }
    Files.writeString(
        BINS,
        """
        # Linkage: what was stated of pairs, list by list

        How many of the pairs of each stated probability are one person, on the lists of [linkage.md](linkage.md). Written by `StatedDocumentTest` with `-Dwrite.linkage`.

        | list | stated probability | pairs | stated, mean | truly one |
        |---|---|---|---|---|
        """
            + String.join("\n", rows)
            + "\n");
  }

  static Evaluation.Table judged(String list) {
    StatedFigures.Linked linked = StatedFigures.linked(list);
    return Evaluation.of(linked.result(), linked.truth());
  }

  private static void write(String part, List<String> rows) throws IOException {
    String document = Files.readString(DOCUMENT);
    String begin = "<!-- %s -->\n".formatted(part);
    int from = document.indexOf(begin) + begin.length();
    int to = document.indexOf("<!-- end of %s -->".formatted(part));
    Files.writeString(
        DOCUMENT,
        document.substring(0, from) + String.join("\n", rows) + "\n" + document.substring(to));
  }

  private static void add(Map<Double, double[]> bins, Evaluation.Bin bin) {
    double[] sums = bins.computeIfAbsent(bin.from(), b -> new double[] {bin.to(), 0, 0, 0});
    sums[1] += bin.pairs();
    sums[2] += bin.pairs() * bin.stated();
    sums[3] += bin.pairs() * bin.right();
  }

  private static String row(double from, double[] sums) {
    return String.format(
        Locale.ROOT,
        "| %s to %s | %,.0f | %.3f | %.3f |",
        from,
        sums[0],
        sums[1],
        sums[2] / sums[1],
        sums[3] / sums[1]);
  }
}
