package org.passerelle.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.linkage.names.Reason.Kind;

/** How names of the region are compared. */
class RegionalNamesTest {
  private final RegionalNames names = RegionalNames.load();

  @Test
  void agreesWithAnIndependentImplementation() {
    for (List<String> row : NamePairs.resource("reference-names.tsv")) {
      double expected = Double.parseDouble(row.get(2));
      Comparison compared = names.compare(row.get(0), row.get(1));
      double found = compared.logOdds();
      if (compared.reasons().size() > 2
          && compared.reasons().stream()
              .anyMatch(r -> r.kind() == Kind.LIMIT || r.why() == WordDecision.ONE_ORTHOGRAPHY)) {
        // what is written alike but for one word is held further apart than there
        assertThat(found).as("%s, %s", row.get(0), row.get(1)).isLessThan(expected + 0.015);
        assertThat(compared.same()).isEqualTo(expected >= 0);
        continue;
      }
      // where nothing is left to doubt, what is hopeless is not worked out to the end
      assertThat(Math.max(found, -8))
          .as("%s, %s", row.get(0), row.get(1))
          .isCloseTo(Math.max(expected, -8), within(0.015));
    }
  }

  @Test
  void readsAsAnIndependentImplementation() {
    for (List<String> row : NamePairs.resource("reference-readings.tsv")) {
      assertThat(costs(names.soundings(row.get(0)))).as(row.get(0)).isEqualTo(costs(row.get(1)));
      assertThat(costs(names.known(row.get(0)))).as(row.get(0)).isEqualTo(costs(row.get(2)));
    }
  }

  private static Map<String, Long> costs(List<Sounding> soundings) {
    Map<String, Long> costs = new TreeMap<>();
    soundings.forEach(s -> costs.put(s.sounds(), Math.round(s.cost() * 1000)));
    return costs;
  }

  private static Map<String, Long> costs(String text) {
    Map<String, Long> costs = new TreeMap<>();
    for (String part : text.split(" ", -1)) {
      int at = part.indexOf(':');
      if (at > 0) {
        costs.put(
            part.substring(0, at), Math.round(Double.parseDouble(part.substring(at + 1)) * 1000));
      }
    }
    return costs;
  }

  @ParameterizedTest
  @CsvSource({
    "Hoxha, Χότζα",
    "Shpëtim Gjergji, Ђерђи Шпетим",
    "Ђорђе Милошевић, Djordje Milochevitch",
    "Αικατερίνη Παπαδοπούλου, Aikaterini Papadopoulou",
    "Петрова Мария Иванова, Maria Petrov",
    "Saša Kovač, Aleksandar Kovač",
    "Hadži Popović Jovan, Jovan Hadžipopović",
    "Jovan Petrović Nikolić, Jovan Petrović-Nikolić",
    "İSMAİL YILMAZ, ismail yılmaz",
    "г-н Иван Иванов, Ivan Ivanov",
    "Mapија Петровић, Marija Petrović",
    "Јовaн Јовaновић, Jovan Jovanović"
  })
  void isOneName(String left, String right) {
    assertThat(names.compare(left, right).same()).isTrue();
    assertThat(names.compare(right, left).same()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Jovan, Jovana",
    "Petrović, Petković",
    "Arben, Artan",
    "Marko Petrović, Mirko Petrović",
    "Ivan Jovanović, Jovan Ivanović",
    "Φωτεινή, Φώτιος",
    "Ivan Petrov Georgiev, Ivan Petrov Dimitrov"
  })
  void isTwoNames(String left, String right) {
    assertThat(names.compare(left, right).same()).isFalse();
    assertThat(names.compare(right, left).same()).isFalse();
  }

  @Test
  void lettersOfAnotherScriptThatLookAlikeArePutRight() {
    // the a of Јовaн is Latin, the с of Simić Cyrillic
    assertThat(names.words("Јовaн")).containsExactly("Јован");
    assertThat(names.words("Симиc Ѕonja")).containsExactly("Симис", "Ѕonja");
    assertThat(names.words("Маrija")).containsExactly("Marija");
    assertThat(names.words("Aθηνά")).containsExactly("Αθηνά");
  }

  @Test
  void titlesAndParticlesAreLeftOutUnlessNothingElseRemains() {
    assertThat(names.words("Dr. Ana de la Cruz")).containsExactly("Ana", "Cruz");
    assertThat(names.words("д-р Ана Петровска")).containsExactly("Ана", "Петровска");
    assertThat(names.words("Ana Pop")).containsExactly("Ana", "Pop");
    assertThat(names.words("mr")).containsExactly("mr");
    assertThat(names.words("O'Brien Seán")).containsExactly("OBrien", "Seán");
    assertThat(names.words("   ")).isEmpty();
  }

  @Test
  void digitsAmongLettersAreLettersAndReversedWordsAreTurned() {
    assertThat(names.words("J0van Petr0v1c")).containsExactly("Jovan", "Petrovic");
    assertThat(names.words("Blok 12 8anos")).containsExactly("Blok", "12", "8anos");
    assertThat(names.words("navoJ civorteP")).containsExactly("Jovan", "Petrovic");
    assertThat(names.words("Ben Netan")).containsExactly("Ben", "Netan");
    assertThat(names.words("Ali Ben Salah")).containsExactly("Ali", "Salah");
  }

  @Test
  void marksOfStressAreNoLetters() {
    assertThat(names.words("Ива\u0301н Ѓорѓи Ќемал")).containsExactly("Иван", "Ѓорѓи", "Ќемал");
  }

  @Test
  void namesOfOrganisationsAreComparedWithoutTheirLegalForm() {
    assertThat(names.compare("Dunav Trgovina d.o.o.", "DUNAV TRGOVINA DOO").same()).isTrue();
    assertThat(names.compare("Dunav Trgovina d.o.o.", "Drina Trgovina d.o.o.").same()).isFalse();
    assertThat(names.compareOrganisations("ASTRA", "Akcija za sprečavanje trgovine").same())
        .isFalse();
    assertThat(
            names.compareOrganisations("CAPS", "Centre for the Aid of Persons and Shelter").same())
        .isTrue();
    assertThat(names.compare("Morava Trgovina d.o.o.", "Morava Trgovina A.D.").same()).isFalse();
    assertThat(names.compare("Morava Trgovina d.o.o.", "Morava Trgovina GmbH").same()).isTrue();
    assertThat(names.compareOrganisations("Morava Aktiengeselschaft", "Morava AG").same()).isTrue();
    assertThat(
            names.compareOrganisations("Office of the United States", "Office of the U.S.").same())
        .isTrue();
    assertThat(names.compareOrganisations("Fund Forty Four Ltd", "Fund 44 Limited").same())
        .isTrue();
  }

  @Test
  void whatTheRecordsShowToBeNamesAreTwoNames() {
    assertThat(names.compare("Kelvor Brantis", "Kelvol Brantis").same()).isTrue();
    RegionalNames taught = names.knowing(List.of("Kelvor", "Kelvol", "Brantis"));
    assertThat(taught.compare("Kelvor Brantis", "Kelvol Brantis").same()).isFalse();
    assertThat(names.compare("Kelvor Brantis", "Kelvol Brantis").same()).isTrue();
  }

  @Test
  void spellingsOfOneNameAreCountedTogether() {
    assertThat(List.of("Hoxha", "Хоџа", "Χότζα", "HODŽA").stream().map(names::concept).distinct())
        .hasSize(1);
    assertThat(names.concept("Петрова")).isEqualTo(names.concept("Petrov"));
    assertThat(names.concept("Jovan")).isNotEqualTo(names.concept("Jovana"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr", "el", "sr", "sr-Latn", "az"})
  void theCountryOfTheMachineChangesNothing(String tag) {
    Locale before = Locale.getDefault();
    double logOdds = names.compare("IŞIK İLHAN", "ışık ilhan").logOdds();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      RegionalNames fresh = names.knowing(List.of());
      assertThat(fresh.compare("IŞIK İLHAN", "ışık ilhan").logOdds()).isEqualTo(logOdds);
      assertThat(fresh.compare("ILIJA TITO", "ilija tito").same()).isTrue();
      assertThat(fresh.concept("TRAJKOVSKI")).isEqualTo(names.concept("Trajkovski"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aNameOfAMillionLettersTakesNoTime() {
    String long1 = "Jovan ".repeat(200_000);
    String long2 = "x".repeat(1_000_000);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertThat(names.compare(long1, long2).same()).isFalse();
    assertThat(names.compare(long2, long2).reasons()).isNotEmpty();
    assertThat(names.words(long2).get(0)).hasSize(80);
    assertThat(threads.getCurrentThreadCpuTime() - start).isLessThan(5_000_000_000L);
  }

  @Test
  void threadsMayShareIt() {
    List<List<String>> rows = NamePairs.resource("same-names.tsv");
    double[] alone = rows.stream().mapToDouble(r -> compared(names, r)).toArray();
    RegionalNames fresh = names.knowing(List.of());
    double[] together =
        IntStream.range(0, rows.size())
            .parallel()
            .mapToDouble(i -> compared(fresh, rows.get(i)))
            .toArray();
    assertThat(together).isEqualTo(alone);
  }

  private static double compared(RegionalNames names, List<String> row) {
    return names.compare(row.get(0), row.get(1)).logOdds();
  }
}
