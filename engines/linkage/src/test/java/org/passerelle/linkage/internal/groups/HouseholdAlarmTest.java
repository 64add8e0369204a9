package org.passerelle.linkage.internal.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;

/** Matches of which most differ in the date of birth are families, and that is said. */
class HouseholdAlarmTest {
  private static final int PAIRS = 20;

  /** Two records to a match; of the first so many the dates differ. */
  private static Population population(int differing) throws IOException {
    StringBuilder csv = new StringBuilder("id,first_name,surname,dob\n");
    for (int p = 0; p < PAIRS; p++) {
      csv.append("a%d,Ana,Hoxha,19%d-03-04%n".formatted(p, 60 + p));
      csv.append(
          "b%d,Ana,Hoxha,%s%n"
              .formatted(p, p < differing ? "2011-12-28" : "19" + (60 + p) + "-03-04"));
    }
    csv.append("c,Arben,Kola,1970-01-01\n");
    PersonTable table = PersonTable.read(new StringReader(csv.toString()), "people.csv", null);
    return Linkage.population(table, Optional.empty(), LinkSettings.usual());
  }

  private static List<String> alarms(Population population) {
    PairLevels levels = new PairLevels(population);
    return HouseholdAlarm.of(
        population,
        IntStream.range(0, PAIRS).mapToLong(p -> levels.vector(2 * p, 2 * p + 1)).toArray());
  }

  @Test
  void mostMatchesDifferInTheDateOfBirth() throws IOException {
    assertThat(alarms(population(16)))
        .singleElement()
        .asString()
        .contains("in 80 % of the matches the birth dates (dob) differ");
  }

  @Test
  void aFewErrorsAreNoAlarm() throws IOException {
    assertThat(alarms(population(3))).isEmpty();
  }
}
