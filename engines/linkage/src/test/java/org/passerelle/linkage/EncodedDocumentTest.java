package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.generator.Design;

/**
 * What each encoding finds and what it leaks, in docs/linkage.md; written anew with {@code
 * -Dwrite.linkage}. The usual one is that which finds most of those that withstand the attack.
 */
@Tag("slow")
@Tag("long")
class EncodedDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/linkage.md");

  private static final Map<String, String> LISTS = new LinkedHashMap<>();

  static {
    LISTS.put("invented:1000:921", "invented, three scripts, one list");
    LISTS.put("invented:1000:922@halves", "invented, three scripts, two lists");
    LISTS.put("families:1000:923@halves", "three in ten in families, two lists");
    LISTS.put("published:0", "fake_1000");
    LISTS.put("published:3", "FEBRL 3");
    LISTS.put("published:4", "FEBRL 4, two lists");
    for (Design design : Design.values()) {
      // the seed of which decision 0097 tells
      String list = "design:%s:500:1".formatted(design);
      LISTS.put(list, design + ", one list");
      LISTS.put(list + "@halves", design + ", two lists");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "write.linkage", matches = ".*")
  void writes() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("| set | clear | attributes | clk | saul, H = 1 | **saul, H = 2** | saul, H = 3 |");
    rows.add("|---|---|---|---|---|---|---|");
    LISTS.forEach((list, name) -> rows.add(row(name, EncodedFigures.lists(list))));
    long[][] persons = InventedPersons.grams(1_800, 24);
    rows.add(leak("found by an attacker, a fifth in common", persons, 1_000, 0.2));
    rows.add(leak("found by an attacker, all in common", persons, 600, 1));
    long[][] camp = InventedPersons.grams(Design.CAMP, 1_800, 26);
    rows.add(leak("found by an attacker, a camp, all in common", camp, 600, 1));
    rows.add(size("bytes a record, invented, three scripts", "invented:1000:921"));
    String document = Files.readString(DOCUMENT);
    String begin = "<!-- encoded records -->\n";
    int from = document.indexOf(begin) + begin.length();
    int to = document.indexOf("<!-- end of encoded records -->");
    Files.writeString(
        DOCUMENT,
        document.substring(0, from) + String.join("\n", rows) + "\n" + document.substring(to));
  }

  private static String row(String name, EncodedFigures.Lists lists) {
    StringBuilder row = new StringBuilder("| " + name);
    for (EncodedFigures.Way way : EncodedFigures.WAYS) {
      row.append(" | ").append(EncodedFigures.cell(lists, way));
    }
    return row + " |";
  }

  private static String leak(String name, long[][] persons, int size, double inCommon) {
    StringBuilder row = new StringBuilder("| " + name + " | all | each value by its frequency");
    for (EncodedFigures.Way way : EncodedFigures.WAYS.subList(2, 6)) {
      double found = EncodedFigures.found(way, persons, size, inCommon);
      row.append(String.format(Locale.ROOT, " | %.1f %%", 100 * found));
    }
    return row + " |";
  }

  private static String size(String name, String list) {
    EncodedFigures.Lists lists = EncodedFigures.lists(list);
    StringBuilder row = new StringBuilder("| " + name);
    for (EncodedFigures.Way way : EncodedFigures.WAYS) {
      row.append(String.format(Locale.ROOT, " | %,.0f", EncodedFigures.bytes(lists, way)));
    }
    return row + " |";
  }

  private static double f1(EncodedFigures.Lists lists, EncodedFigures.Way way) {
    return Evaluation.of(EncodedFigures.linked(lists, way), lists.truth()).grouped().f1();
  }

  @Test
  void theUsualOneFindsMostOfThoseThatWithstandTheAttack() {
    EncodedFigures.Way usual = new EncodedFigures.Way("saul", Saul.USUAL);
    EncodedFigures.Way more = new EncodedFigures.Way("saul", Saul.USUAL + 1);
    EncodedFigures.Way fewer = new EncodedFigures.Way("saul", Saul.USUAL - 1);
    long[][] persons = InventedPersons.grams(1_300, 25);
    double found = EncodedFigures.found(usual, persons, 500, 1);
    assertThat(found).isLessThan(0.1);
    assertThat(EncodedFigures.found(fewer, persons, 500, 1)).isGreaterThan(5 * found);
    EncodedFigures.Lists lists = EncodedFigures.lists("invented:600:46@halves");
    assertThat(f1(lists, usual)).isGreaterThan(f1(lists, more) + 0.05);
    // what the price is
    assertThat(f1(lists, new EncodedFigures.Way("clear", 0))).isGreaterThan(f1(lists, usual));
    assertThat(f1(lists, new EncodedFigures.Way("attributes", 1))).isGreaterThan(f1(lists, usual));
  }

  /** What `encode` recommends where there are families; on a seed that was kept aside. */
  @ParameterizedTest
  @EnumSource(Design.class)
  void byAttributeMostPairsOfOnePersonAreFoundAcrossTwoLists(Design design) {
    EncodedFigures.Lists lists =
        EncodedFigures.lists("design:%s:1000:8801@halves".formatted(design));
    assertThat(f1(lists, new EncodedFigures.Way("attributes", 1))).isGreaterThanOrEqualTo(0.85);
  }

  /** One key for both columns of names; else hardly any value of such a pair is the same. */
  @Test
  void namesInEachOthersColumnAreFoundByAttribute() {
    StringBuilder left = new StringBuilder("id,given_name,surname,dob,person\n");
    StringBuilder right = new StringBuilder("id,given_name,surname,dob,person\n");
    List<String> given = List.of("Ana", "Marko", "Jelena", "Ivan", "Teuta", "Besim", "Rovena");
    List<String> surnames = List.of("Petrov", "Krasniqi", "Babić", "Kostov", "Gashi", "Ilieva");
    int n = 0;
    for (String first : given) {
      for (String last : surnames) {
        String born = "%d-0%d-1%d".formatted(1950 + n, 1 + n % 9, n % 7);
        left.append("l%d,%s,%s,%s,p%d%n".formatted(n, first, last, born, n));
        boolean swapped = n % 6 == 0;
        right.append(
            "r%d,%s,%s,%s,p%d%n"
                .formatted(n, swapped ? last : first, swapped ? first : last, born, n));
        n++;
      }
    }
    EncodedFigures.Lists lists =
        new EncodedFigures.Lists(
            List.of(InventedLists.table(left.toString()), InventedLists.table(right.toString())),
            Set.of("person"),
            "person");
    LinkResult result = EncodedFigures.linked(lists, new EncodedFigures.Way("attributes", 1));
    assertThat(result.matches()).hasSize(n);
    assertThat(result.explain(0, n))
        .extracting(LinkResult.Step::agreement)
        .contains("both names stand in each other's place");
  }

  /** The columns of such a file say what they encode. */
  @Test
  void aFamilyIsNotOnePersonInEncodingsByAttributeEither() {
    EncodedFigures.Lists lists = EncodedFigures.lists("families:600:49@halves");
    assertThat(f1(lists, new EncodedFigures.Way("attributes", 1))).isGreaterThan(0.9);
  }
}
