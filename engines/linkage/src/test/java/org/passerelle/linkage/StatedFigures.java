package org.passerelle.linkage;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.passerelle.linkage.generator.Design;
import org.passerelle.linkage.generator.DesignList;
import org.passerelle.linkage.generator.FamilyList;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;
import org.passerelle.linkage.internal.PlainFellegiSunter;

/**
 * What a run states of its own precision and recall, beside what is true. Arguments of the program:
 * names of lists such as {@code published:0}, {@code encoded:0:saul:2}, {@code invented:2000:1},
 * {@code families:WHOLE:1000:0.2:1}, {@code design:CAMP:5000:1} or {@code heavy:35:16:300:4};
 * {@code bins} before them prints the bins as well. What linking them costs says {@link LinkCost}.
 */
final class StatedFigures {
  private StatedFigures() {}

  /**
   * What one list gave.
   *
   * @param plain F1 of a plain model at its best threshold; nothing of encodings
   * @param undecided pairs that were left to a person
   * @param ofOne how many of them are one person
   */
  record Row(
      String list,
      Evaluation.Table quality,
      Expected expected,
      OptionalDouble plain,
      long undecided,
      long ofOne) {
    /** By how much the stated precision is above the true one; 0 where none is stated. */
    double precisionAbove() {
      return expected.isKnown() ? expected.precision() - quality.grouped().precision() : 0;
    }

    double recallAbove() {
      return expected.isKnown() ? expected.recall() - quality.grouped().recall() : 0;
    }

    private static String stated(boolean known, double value) {
      return known ? String.format(Locale.ROOT, "%.3f", value) : "unknown";
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "| %s | %.3f (%s) | %.3f (%s) | %.3f of %.3f | %.3f of %.3f | %s | %.3f | %.3f |",
          list,
          quality.grouped().precision(),
          stated(expected.isKnown(), expected.precision()),
          quality.grouped().recall(),
          stated(expected.isKnown(), expected.recall()),
          quality.pairwise().f1(),
          quality.bestPairwise().f1(),
          quality.grouped().f1(),
          quality.bestGrouped().f1(),
          plain.isPresent() ? String.format(Locale.ROOT, "%.3f", plain.getAsDouble()) : "",
          quality.exact().f1(),
          quality.bCubed().f1());
    }
  }

  /**
   * A list may be followed by {@code @undated}, by {@code @without=phone,document} and at the end
   * by {@code @halves}, which makes two lists of it.
   */
  static Row of(String list) {
    Linked linked = linked(list);
    return row(linked.list(), linked.result(), linked.truth());
  }

  /** A list that was linked, and the column that tells who is one person. */
  record Linked(String list, LinkResult result, String truth) {}

  static Linked linked(String list) {
    String[] parts = list.split("@", -1);
    String[] told = parts[0].split(":", -1);
    return switch (told[0]) {
      case "published" -> {
        PublishedSets.Published set = PublishedSets.ALL.get(Integer.parseInt(told[1]));
        yield new Linked(set.name(), PublishedSets.linked(set), set.truth());
      }
      case "encoded" -> {
        PublishedSets.Published set = PublishedSets.ALL.get(Integer.parseInt(told[1]));
        LinkResult result = PublishedSets.encodings(set, told[2], Integer.parseInt(told[3]));
        yield new Linked(set.name() + ", " + told[2] + " " + told[3], result, set.truth());
      }
      case "invented" ->
          deduplicated(
              list,
              invented(
                  Integer.parseInt(told[1]),
                  number(told[2]),
                  told.length > 3 ? Double.parseDouble(told[3]) : 1));
      case "coded" -> {
        String csv = invented(Integer.parseInt(told[1]), number(told[2]), 1);
        PersonTable clear = InventedLists.table(csv);
        Set<String> out = Set.of("person", "source", "recorded_on");
        PersonTable coded = PublishedSets.encoded(clear, out, told[3], Integer.parseInt(told[4]));
        yield new Linked(
            parts[0],
            PublishedSets.judged(
                clear, new Linkage(LinkSettings.usual(), Progress.SILENT).deduplicate(coded)),
            "person");
      }
      case "families" ->
          deduplicated(
              list,
              FamilyList.csv(
                  FamilyList.Shape.valueOf(told[1]),
                  Integer.parseInt(told[2]),
                  Double.parseDouble(told[3]),
                  number(told[4])));
      case "design" ->
          deduplicated(
              list + "@without=source,recorded_on",
              DesignList.csv(Design.valueOf(told[1]), Integer.parseInt(told[2]), number(told[3])));
      case "heavy" ->
          deduplicated(
              list,
              new InventedLists(number(told[4]), Double.parseDouble(told[1]) / 100)
                  .csv(Integer.parseInt(told[3]), Integer.parseInt(told[2])));
      default -> throw new IllegalArgumentException(list);
    };
  }

  private static long number(String text) {
    return Long.parseLong(text);
  }

  private static Linked deduplicated(String name, String csv) {
    String list = name.contains("@undated") ? undated(csv) : csv;
    LinkSettings settings =
        LinkSettings.usual().withLeftOut(leftOut(name, "person")).withThreads(1);
    Linkage linkage = new Linkage(settings, Progress.SILENT);
    if (name.endsWith("@halves")) {
      return new Linked(name, linkage.link(half(list, 0), half(list, 1)), "person");
    }
    return new Linked(name, linkage.deduplicate(InventedLists.table(list)), "person");
  }

  /** Of each person the first record or the second; of every other person the other way round. */
  static PersonTable half(String csv, int which) {
    String[] rows = csv.split("\n", -1);
    int person = List.of(rows[0].split(",", -1)).indexOf("person");
    Map<String, Integer> seen = new HashMap<>();
    StringBuilder half = new StringBuilder(rows[0]).append('\n');
    for (int r = 1; r < rows.length; r++) {
      String[] cells = rows[r].split(",", -1);
      if (cells.length <= person) {
        continue;
      }
      int before = seen.merge(cells[person], 1, Integer::sum) - 1;
      int place = Math.floorMod(cells[person].hashCode() + before, 2);
      if (before < 2 && place == which) {
        half.append(rows[r]).append('\n');
      }
    }
    return InventedLists.table(half.toString());
  }

  /** Without the dates of birth of two records in five. */
  private static String undated(String csv) {
    String[] rows = csv.split("\n", -1);
    int date = List.of(rows[0].split(",", -1)).indexOf("date_of_birth");
    SplittableRandom random = new SplittableRandom(1);
    for (int r = 1; r < rows.length; r++) {
      String[] cells = rows[r].split(",", -1);
      if (date >= 0 && cells.length > date && random.nextDouble() < 0.4) {
        cells[date] = "";
        rows[r] = String.join(",", cells);
      }
    }
    return String.join("\n", rows);
  }

  static Row row(String name, LinkResult result, String truth) {
    int[] persons = Evaluation.truth(result, truth);
    return new Row(
        name,
        Evaluation.of(result, truth),
        result.expected(),
        plain(name, result, truth),
        result.undecided().size(),
        result.undecided().stream().filter(m -> persons[m.left()] == persons[m.right()]).count());
  }

  private static OptionalDouble plain(String name, LinkResult result, String truth) {
    if (result.compared().isEmpty()) {
      return OptionalDouble.empty();
    }
    LinkSettings settings = LinkSettings.usual().withLeftOut(leftOut(name, truth)).withThreads(1);
    return OptionalDouble.of(
        PlainFellegiSunter.bestF1(
            Linkage.population(result.left(), result.right(), settings),
            Evaluation.truth(result, truth)));
  }

  private static Set<String> leftOut(String name, String truth) {
    Set<String> leftOut = new HashSet<>(Set.of(truth));
    for (String change : name.split("@", -1)) {
      if (change.startsWith("without=")) {
        leftOut.addAll(List.of(change.substring(8).split(",", -1)));
      }
    }
    return leftOut;
  }

  static String invented(int persons, long seed, double mistakes) {
    StringWriter file = new StringWriter();
    try {
      RecordFile.write(RecordGenerator.load(mistakes), persons, seed, file, n -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }

  public static void main(String[] lists) throws IOException {
    boolean bins = false;
    for (String list : lists) {
      if (list.equals("bins")) {
        bins = true;
      } else {
        print(of(list), bins);
      }
    }
  }

  private static void print(Row row, boolean bins) {
    System.out.println(row + (row.expected().isKnown() ? "" : " " + row.expected().doubt()));
    for (Evaluation.Bin b : bins ? row.quality().reliability() : List.<Evaluation.Bin>of()) {
      System.out.printf(
          Locale.ROOT,
          "    %6.3f %8d stated %.4f true %.4f%n",
          b.from(),
          b.pairs(),
          b.stated(),
          b.right());
    }
  }
}
