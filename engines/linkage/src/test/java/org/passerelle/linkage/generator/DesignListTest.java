package org.passerelle.linkage.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists in which persons are hard to tell apart are what they are said to be. */
class DesignListTest {
  private static List<List<String>> rows(Design design) {
    return rows(design, 300);
  }

  private static List<List<String>> rows(Design design, int persons) {
    return DesignList.csv(design, persons, 7)
        .lines()
        .map(row -> List.of(row.split(",", -1)))
        .toList();
  }

  private static List<String> column(List<List<String>> rows, String name) {
    int at = rows.get(0).indexOf(name);
    return rows.stream().skip(1).map(row -> row.get(at)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameListAndAnotherSeedAnother(Design design) {
    assertThat(DesignList.csv(design, 50, 1)).isEqualTo(DesignList.csv(design, 50, 1));
    assertThat(DesignList.csv(design, 50, 1)).isNotEqualTo(DesignList.csv(design, 50, 2));
  }

  @ParameterizedTest
  @EnumSource
  void itIsWrittenInThreeScriptsAndEveryRowHasItsCells(Design design) {
    List<List<String>> rows = rows(design);
    assertThat(rows).allMatch(row -> row.size() == rows.get(0).size());
    String names = String.join("", column(rows, "surname"));
    for (Character.UnicodeScript script :
        List.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.GREEK)) {
      assertThat(names.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script))
          .isTrue();
    }
  }

  @Test
  void aCampHasManyBirthdaysOnTheFirstOfJanuary() {
    List<String> dates = column(rows(Design.CAMP), "date_of_birth");
    assertThat(dates.stream().filter(d -> d.endsWith("-01-01")).count())
        .isGreaterThan(dates.size() / 3L);
  }

  @Test
  void aSettlementKnowsYearsAloneAndPersonsOfOneNameAGenerationApart() {
    List<List<String>> rows = rows(Design.SETTLEMENT, 900);
    assertThat(column(rows, "date_of_birth")).allMatch(d -> d.isEmpty() || d.length() == 4);
    List<String> given = column(rows, "given_name");
    List<String> surname = column(rows, "surname");
    List<String> person = column(rows, "person");
    Map<String, Set<String>> bearers = new HashMap<>();
    for (int i = 0; i < person.size(); i++) {
      bearers
          .computeIfAbsent(given.get(i) + " " + surname.get(i), n -> new HashSet<>())
          .add(person.get(i));
    }
    assertThat(bearers.values().stream().filter(p -> p.size() > 1)).hasSizeGreaterThan(2);
  }

  @Test
  void ofAgenciesOneGivesAges() {
    List<List<String>> rows = rows(Design.AGENCIES);
    List<String> ages = column(rows, "age");
    List<String> dates = column(rows, "date_of_birth");
    assertThat(ages).anyMatch(a -> !a.isEmpty());
    for (int i = 0; i < ages.size(); i++) {
      assertThat(ages.get(i).isEmpty() || dates.get(i).isEmpty()).isTrue();
    }
  }
}
