package org.passerelle.linkage.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.linkage.names.RegionalNames;
import org.passerelle.linkage.names.internal.Orthographies;

/** Invented records of the region. */
class RecordGeneratorTest {
  private static final RecordGenerator GENERATOR = RecordGenerator.load();
  private static final int PERSONS = 3_000;

  private static List<List<GeneratedRecord>> some() {
    return IntStream.range(0, PERSONS).mapToObj(n -> GENERATOR.recordsOf(11, n)).toList();
  }

  private static double share(
      List<List<GeneratedRecord>> all, java.util.function.Predicate<GeneratedRecord> is) {
    return all.stream().flatMap(List::stream).mapToInt(r -> is.test(r) ? 1 : 0).average().orElse(0);
  }

  @Test
  void theSameSeedAndNumberGiveTheSameRecords() {
    assertThat(RecordGenerator.load().recordsOf(3, 17)).isEqualTo(GENERATOR.recordsOf(3, 17));
    assertThat(GENERATOR.recordsOf(4, 17)).isNotEqualTo(GENERATOR.recordsOf(3, 17));
    assertThat(GENERATOR.recordsOf(3, 18)).isNotEqualTo(GENERATOR.recordsOf(3, 17));
  }

  @Test
  void nobodyIsSeenTwiceByOneAgency() {
    for (List<GeneratedRecord> records : some()) {
      assertThat(records).hasSizeBetween(1, 5);
      assertThat(records.stream().map(GeneratedRecord::source)).doesNotHaveDuplicates();
      assertThat(records.stream().map(GeneratedRecord::person).distinct()).hasSize(1);
      assertThat(records.stream().map(GeneratedRecord::recordedOn)).isSorted();
    }
  }

  @Test
  void whatIsWrittenIsSound() {
    for (List<GeneratedRecord> records : some()) {
      for (GeneratedRecord r : records) {
        assertThat(r.givenName() + r.surname()).as(r.toString()).isNotBlank();
        assertThat(r.cells(1))
            .noneMatch(c -> c.contains("/") || c.contains("\n") || !c.equals(c.strip()));
        assertThat(r.dateOfBirth().isEmpty() || r.age().isEmpty()).isTrue();
        if (!r.dateOfBirth().isEmpty()) {
          assertThat(LocalDate.parse(r.dateOfBirth())).isBeforeOrEqualTo(r.recordedOn());
        }
        assertThat(r.sex()).isIn("f", "m", "");
      }
    }
  }

  /** The shares of the file, within what chance allows; a third, whole or twice by the office. */
  @Test
  void personsAndMistakesAreAsFrequentAsTheFilesSay() {
    List<List<GeneratedRecord>> all = some();
    assertThat(all.stream().mapToInt(List::size).average().orElse(0)).isBetween(1.85, 2.05);
    assertThat(share(all, r -> r.sex().isEmpty())).isBetween(0.015, 0.035);
    assertThat(share(all, r -> r.dateOfBirth().isEmpty() && r.age().isEmpty()))
        .isBetween(0.04, 0.09);
    assertThat(share(all, r -> r.document().isEmpty())).isBetween(0.35, 0.55);
    assertThat(share(all, r -> r.surname().isEmpty())).isBetween(0.005, 0.04);
    assertThat(share(all, r -> r.dateOfBirth().endsWith("-01-01"))).isBetween(0.05, 0.16);
    Set<String> scripts = new HashSet<>();
    all.forEach(
        rs ->
            rs.forEach(
                r ->
                    r.surname()
                        .codePoints()
                        .filter(Character::isLetter)
                        .forEach(c -> scripts.add(Character.UnicodeScript.of(c).name()))));
    assertThat(scripts).containsExactlyInAnyOrder("LATIN", "CYRILLIC", "GREEK");
  }

  /** Most names of one person are found to be one, few of two persons; else nothing is to learn. */
  @Test
  void namesOfOnePersonAreMostlyRecognised() {
    RegionalNames names = RegionalNames.load();
    int pairs = 0;
    int one = 0;
    int strangers = 0;
    List<List<GeneratedRecord>> all = some();
    for (int i = 0; i + 1 < all.size(); i++) {
      List<GeneratedRecord> records = all.get(i);
      if (records.size() > 1) {
        pairs++;
        one += names.comparePersons(full(records.get(0)), full(records.get(1))).same() ? 1 : 0;
      }
      strangers +=
          names.comparePersons(full(records.get(0)), full(all.get(i + 1).get(0))).same() ? 1 : 0;
    }
    System.out.printf(
        java.util.Locale.ROOT,
        "Names of one generated person found to be one: %.3f of %d pairs%n",
        (double) one / pairs,
        pairs);
    assertThat((double) one / pairs).isBetween(0.70, 0.98);
    assertThat(strangers).isLessThanOrEqualTo(PERSONS / 200);
  }

  private static String full(GeneratedRecord r) {
    return r.givenName() + " " + r.surname();
  }

  @Test
  void theOrderOfTheFileTellsNothing() throws IOException {
    StringWriter out = new StringWriter();
    int rows = RecordFile.write(GENERATOR, 500, 9, out, n -> {});
    List<String> lines = new ArrayList<>(out.toString().lines().toList());
    assertThat(lines.remove(0)).isEqualTo(String.join(",", GeneratedRecord.COLUMNS));
    assertThat(lines).hasSize(rows);
    Map<String, Integer> last = new HashMap<>();
    int neighbours = 0;
    for (int i = 0; i < lines.size(); i++) {
      String person = lines.get(i).split(",", -1)[1];
      Integer before = last.put(person, i);
      neighbours += before != null && i - before == 1 ? 1 : 0;
    }
    assertThat(last).hasSize(500);
    assertThat(neighbours).isLessThan(15);
  }

  @ParameterizedTest
  @CsvSource({
    "Иван, Иванов",
    "Георги, Георгиев",
    "Христо, Христов",
    "Николай, Николаев",
    "Петър, Петров",
    "Илия, Илиев",
    "Никола, Николов"
  })
  void bulgarianFathersNames(String father, String name) {
    assertThat(FathersName.written(father, "patronymic", false)).isEqualTo(name);
    assertThat(FathersName.written(father, "patronymic", true)).isEqualTo(name + "а");
  }

  @ParameterizedTest
  @CsvSource({
    "Γεώργιος, Γεωργίου",
    "Αλέξανδρος, Αλεξάνδρου",
    "Πέτρος, Πέτρου",
    "Γιάννης, Γιάννη",
    "Νικόλαος, Νικολάου"
  })
  void greekFathersNames(String father, String name) {
    assertThat(FathersName.written(father, "genitive", false)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "GR, Ευάγγελος, Evangelos, EVANGELOS",
    "GR, Μπάμπης, Bampis, BAMPIS",
    "BG, Юлия, Yulia, YULIA",
    "BG-1995, Желязков, Jeliazkov, JELIAZKOV",
    "MK, Ѓорѓи, Gjorgji, GJORGJI",
    "RS, Ђорђевић, Đorđević, DJORDJEVIC",
    "AL, Hënë, Hënë, HENE"
  })
  void theLatinLineOfTravelPapers(String country, String name, String latin, String zone) {
    TravelPaper paper = Objects.requireNonNull(TravelPaper.read().get(country));
    assertThat(paper.latin(name)).isEqualTo(latin);
    assertThat(paper.zone(latin)).isEqualTo(zone);
  }

  /** Whoever hears a name writes it so that the sounds can be found again. */
  @Test
  void officersWriteEverySoundTheyHear() {
    Orthographies orthographies = Orthographies.read();
    for (Officer officer : Officer.read()) {
      String heard =
          officer.heard(orthographies.named("sq").sounds("Xhevdet"), false, new Draw(1, 1));
      assertThat(heard).as(officer.country()).hasSizeGreaterThanOrEqualTo(5);
      assertThat(RegionalNames.load().comparePersons("Xhevdet Gashi", heard + " Gashi").same())
          .as("%s: %s", officer.country(), heard)
          .isTrue();
    }
  }
}
