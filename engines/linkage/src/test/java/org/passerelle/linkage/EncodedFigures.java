package org.passerelle.linkage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.passerelle.linkage.attack.GraphMatching;
import org.passerelle.linkage.attack.Reidentified;
import org.passerelle.linkage.encoding.Clk;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.encoding.Scheme;
import org.passerelle.linkage.generator.Design;
import org.passerelle.linkage.generator.DesignList;
import org.passerelle.linkage.generator.FamilyList;

/**
 * What each encoding finds on lists whose truth is known, and what an attacker finds out of it.
 * Arguments of the program: names of lists as {@link #lists} has them.
 */
final class EncodedFigures {
  /** A scheme and its functions; clear means no encoding. */
  record Way(String scheme, int functions) {
    @Override
    public String toString() {
      return scheme.equals("saul") ? "saul, H = " + functions : scheme;
    }
  }

  static final List<Way> WAYS =
      List.of(
          new Way("clear", 0),
          new Way("attributes", 1),
          new Way("clk", 1),
          new Way("saul", 1),
          new Way("saul", 2),
          new Way("saul", 3));

  /**
   * A list or two in clear.
   *
   * @param without columns that are not encoded, the truth among them
   */
  record Lists(List<PersonTable> clear, Set<String> without, String truth) {}

  private EncodedFigures() {}

  /**
   * Such as {@code published:3}, {@code invented:1000:921}, {@code families:1000:922@halves} or
   * {@code design:camp:1000:924}.
   */
  static Lists lists(String name) {
    String[] parts = name.split("@", -1);
    String[] told = parts[0].split(":", -1);
    if (told[0].equals("published")) {
      PublishedSets.Published set = PublishedSets.ALL.get(Integer.parseInt(told[1]));
      return new Lists(
          set.files().stream().map(PublishedSets::table).toList(),
          Set.of(set.truth()),
          set.truth());
    }
    int persons = Integer.parseInt(told[told.length - 2]);
    long seed = Long.parseLong(told[told.length - 1]);
    String csv =
        switch (told[0]) {
          case "families" -> FamilyList.csv(FamilyList.Shape.WHOLE, persons, 0.3, seed);
          case "design" ->
              DesignList.csv(Design.valueOf(told[1].toUpperCase(Locale.ROOT)), persons, seed);
          default -> StatedFigures.invented(persons, seed, 1);
        };
    return new Lists(
        parts.length > 1
            ? List.of(StatedFigures.half(csv, 0), StatedFigures.half(csv, 1))
            : List.of(InventedLists.table(csv)),
        Set.of("person", "source", "recorded_on"),
        "person");
  }

  static LinkResult linked(Lists lists, Way way) {
    LinkSettings usual = LinkSettings.usual();
    List<PersonTable> compared = new ArrayList<>();
    for (PersonTable clear : lists.clear()) {
      compared.add(
          way.scheme().equals("clear")
              ? clear
              : PublishedSets.encoded(clear, lists.without(), way.scheme(), way.functions()));
    }
    Linkage linkage =
        new Linkage(
            way.scheme().equals("clear") ? usual.withLeftOut(lists.without()) : usual,
            Progress.SILENT);
    LinkResult result =
        compared.size() == 1
            ? linkage.deduplicate(compared.get(0))
            : linkage.link(compared.get(0), compared.get(1));
    return new LinkResult(
        lists.clear().get(0),
        lists.clear().size() == 1 ? Optional.empty() : Optional.of(lists.clear().get(1)),
        result.outcome(),
        List.of(),
        List.of());
  }

  /** F1 of groups or of one-to-one matches without labels, and with the best threshold. */
  static String cell(Lists lists, Way way) {
    LinkResult result = linked(lists, way);
    Evaluation.Table table = Evaluation.of(result, lists.truth());
    return String.format(
        Locale.ROOT, "%.3f (%.3f)", table.grouped().f1(), table.bestGrouped().f1());
  }

  /** How long a file is for each record of the first list, all its columns if it is in clear. */
  static double bytes(Lists lists, Way way) {
    PersonTable clear = lists.clear().get(0);
    double bytes = 0;
    if (way.scheme().equals("clear")) {
      for (int row = 0; row < clear.size(); row++) {
        for (int column = 0; column < clear.header().size(); column++) {
          boolean in = !lists.without().contains(clear.header().get(column));
          String value = in ? clear.value(row, column) : "";
          // and a comma or the end of the line
          bytes += in ? value.getBytes(StandardCharsets.UTF_8).length + 1 : 0;
        }
      }
    } else {
      bytes =
          PublishedSets.text(clear, lists.without(), way.scheme(), way.functions())
              .getBytes(StandardCharsets.UTF_8)
              .length;
    }
    return bytes / clear.size();
  }

  /** The share of persons that an attacker finds who holds names and no key. */
  static double found(Way way, long[][] grams, int size, double inCommon) {
    LongFunction<Scheme> schemes =
        n -> way.scheme().equals("clk") ? new Clk(key(n)) : new Saul(key(n), way.functions());
    GraphMatching graph = new GraphMatching(schemes, 1);
    return Reidentified.by(graph::run, grams, size, inCommon, schemes, 3).share();
  }

  private static EncodingKey key(long number) {
    return EncodingKey.of(("a key made up " + number).getBytes(StandardCharsets.UTF_8));
  }

  public static void main(String[] names) {
    for (String name : names) {
      Lists lists = lists(name);
      StringBuilder row = new StringBuilder("| " + name);
      for (Way way : WAYS) {
        row.append(" | ").append(cell(lists, way));
      }
      System.out.println(row + " |");
    }
  }
}
