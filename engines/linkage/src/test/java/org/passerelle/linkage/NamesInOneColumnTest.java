package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;

/** Who writes both names into the column of the surname has told the first name. */
class NamesInOneColumnTest {
  private static int ofFirstNames(String one, String other) {
    PersonTable table =
        InventedLists.table(
            """
            id,given_name,surname,dob
            1,%s,1970-01-02
            2,%s,1970-01-02
            3,Ana,Koçi,1981-04-05
            4,Vera,Lika,1990-06-07
            """
                .formatted(one.replace('/', ','), other.replace('/', ',')));
    Population population = Linkage.population(table, Optional.empty(), LinkSettings.usual());
    PairLevels levels = new PairLevels(population);
    assertThat(levels.vector(1, 0)).isEqualTo(levels.vector(0, 1));
    return PairLevels.level(levels.vector(0, 1), 0);
  }

  @ParameterizedTest
  @CsvSource({
    "Arben/Krasniqi, /Arben Krasniqi, 3",
    "Arben/Krasniqi, /Krasniqi Arben, 3",
    "Арбен/Красниќи, /Krasniqi Arben, 3",
    // never the same: the other record has no first name whose frequency could be asked
    "Arben Krasniqi/Krasniqi, /Arben Krasniqi, 3",
    "Besim/Krasniqi, /Arben Krasniqi, 0",
    // one word, so that nothing is told of the first name
    "Arben/Krasniqi, /Krasniqi, 15",
    // another surname, so that it may be of somebody else altogether
    "Arben/Krasniqi, /Besa Dragusha, 15",
    "/Arben Krasniqi, /Arben Krasniqi, 15",
  })
  void theFirstNameIsFoundBesideTheSurname(String one, String other, int level) {
    assertThat(ofFirstNames(one, other)).isEqualTo(level);
  }
}
