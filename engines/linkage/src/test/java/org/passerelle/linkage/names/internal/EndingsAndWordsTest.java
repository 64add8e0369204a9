package org.passerelle.linkage.names.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.linkage.names.RegionalNames;

/** The examples of endings, equivalents, short forms and titles say what they do. */
class EndingsAndWordsTest {
  private final RegionalNames names = RegionalNames.load();
  private final Endings endings = new Endings(Orthographies.read());
  private final RuleFile file = RuleFile.read("names/endings.yaml");

  private double evidence(String a, String b) {
    return names.compareWords(a, b).evidence();
  }

  /** Where the letters do not tell the language, an ending is not enough: Pushkin, Pushkina. */
  @Test
  void formsOfOneFamilyCountAsOneName() {
    int rules = 0;
    int positive = 0;
    for (RuleFile rule : file.parts("same_family")) {
      if (rule.number("weight") >= 0.8) {
        List<String> example = rule.texts("example");
        rules++;
        positive += evidence(example.get(0), example.get(1)) > 0 ? 1 : 0;
      }
    }
    assertThat(positive).isGreaterThanOrEqualTo(rules - 3);
  }

  @Test
  void endingsOfOtherFirstNamesMakeTwoNames() {
    for (RuleFile rule : file.parts("other_name")) {
      List<String> example = rule.texts("example");
      assertThat(evidence(example.get(0), example.get(1))).as(example.toString()).isNegative();
    }
  }

  @Test
  void theLongestEndingThatLeavesThreeSoundsIsTakenAway() {
    assertThat(endings.stem("petrova")).isEqualTo("petr");
    assertThat(endings.stem("papaðopulu")).isEqualTo("papaðo");
    assertThat(endings.stem("ova")).isEmpty();
  }

  @Test
  void formsOfOneLineShareAKeyAndAreOneName() {
    int lines = 0;
    int positive = 0;
    for (List<String> row : RuleFile.rows("names/equivalents.tsv")) {
      String albanian = row.get(2).split("/", -1)[0];
      String greek = row.get(6).split("/", -1)[0];
      if (!albanian.isEmpty() && !greek.isEmpty()) {
        lines++;
        Set<String> keys = names.keys(albanian);
        assertThat(names.keys(greek)).as(albanian + ", " + greek).anyMatch(keys::contains);
        positive += evidence(albanian, greek) > 0 ? 1 : 0;
      }
    }
    assertThat(lines).isGreaterThan(100);
    assertThat((double) positive / lines).isGreaterThan(0.97);
  }

  @Test
  void shortFormsShareAKeyWithTheirNameAndMostlyCount() {
    int rows = 0;
    int positive = 0;
    for (List<String> row : RuleFile.rows("names/short-forms.tsv")) {
      rows++;
      Set<String> keys = names.keys(row.get(2));
      if (names.keys(row.get(3)).stream().anyMatch(keys::contains)) {
        positive += evidence(row.get(2), row.get(3)) > 0 ? 1 : 0;
      }
    }
    assertThat(rows).isGreaterThan(1_000);
    assertThat((double) positive / rows).isGreaterThan(0.9);
  }

  @Test
  void titlesAndParticlesAreNoNames() {
    RuleFile words = RuleFile.read("names/words.yaml");
    for (RuleFile part : List.of(words.part("titles"), words.part("particles"))) {
      for (List<String> some : part.lists().values()) {
        for (String word : some) {
          assertThat(names.words("Ana " + word + " Petrović"))
              .as(word)
              .containsExactly("Ana", "Petrović");
        }
      }
    }
  }

  @Test
  void unknownIsNoName() {
    for (String word : RuleFile.read("names/words.yaml").texts("unknown")) {
      if (word.length() > 1 && !word.contains(" ")) {
        assertThat(names.words("Ana " + word)).as(word).containsExactly("Ana");
      }
    }
  }
}
