package org.passerelle.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.passerelle.linkage.names.NamePairs.Pair;
import org.passerelle.linkage.names.NamePairs.Score;

/** How often the comparison is right, on our own pairs and on those of others. */
class NamePairsTest {
  static boolean present() {
    return NamePairs.present();
  }

  @Test
  void namesThatAreOneAreFoundToBeOne() {
    assertThat(NamePairs.score(NamePairs.own("same-names.tsv", true)).recall())
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void namesThatLookAlikeAndAreTwoStayTwo() {
    List<Pair> pairs = NamePairs.own("different-names.tsv", false);
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(500);
    assertThat(NamePairs.score(pairs).saidShare()).isLessThanOrEqualTo(0.01);
  }

  @Test
  @EnabledIf("present")
  void namesWrittenByOfficersOfTwoCountriesAreOne() {
    assertThat(NamePairs.score(NamePairs.shared("region-name-pairs.tsv")).recall())
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  @EnabledIf("present")
  void aNameInItsOwnScriptAndInLatinIsOne() {
    assertThat(NamePairs.score(NamePairs.shared("cross-script-pairs.tsv")).recall())
        .isGreaterThanOrEqualTo(0.98);
  }

  @Test
  @EnabledIf("present")
  void labelledPairsOfOthers() {
    Score given = NamePairs.score(NamePairs.labelled(true));
    Score guessed = NamePairs.score(NamePairs.labelled(false));
    assertThat(given.f1()).isGreaterThanOrEqualTo(0.85);
    assertThat(guessed.f1()).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  @EnabledIf("present")
  void labelledPersonsOfOthers() {
    List<Pair> persons =
        NamePairs.labelled(true).stream().filter(p -> p.schema().equals("Person")).toList();
    assertThat(NamePairs.score(persons).f1()).isGreaterThanOrEqualTo(0.80);
  }
}
