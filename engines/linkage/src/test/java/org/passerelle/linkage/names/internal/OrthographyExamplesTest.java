package org.passerelle.linkage.names.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule says by examples what it means; a native speaker corrects rule and example alike. */
class OrthographyExamplesTest {
  private static final Sounds SOUNDS = new Sounds(RuleFile.read("orthography/phonemes.yaml"));

  static Stream<String> orthographies() {
    return Orthographies.read().all().stream().map(Orthography::id);
  }

  @ParameterizedTest
  @MethodSource("orthographies")
  void eachRuleReadsItsExamples(String id) {
    RuleFile file = RuleFile.read("orthography/" + id + ".yaml");
    Orthography orthography = Orthography.read(id);
    int number = 0;
    for (RuleFile rule : file.parts("rules")) {
      Set<String> used = new HashSet<>();
      List<List<String>> examples = rule.textLists("examples");
      assertThat(examples).as("examples of %s in %s", rule.text("from"), id).isNotEmpty();
      for (List<String> example : examples) {
        assertThat(orthography.sounds(example.get(0)))
            .as("%s under %s in %s", example.get(0), rule.text("from"), id)
            .isEqualTo(example.get(1));
        used.addAll(orthography.readBy(example.get(0)));
      }
      assertThat(used)
          .as("rules that the examples of %s in %s use", rule.text("from"), id)
          .contains(String.valueOf(number));
      number++;
    }
  }

  @ParameterizedTest
  @MethodSource("orthographies")
  void eachLetterHasAnExample(String id) {
    RuleFile file = RuleFile.read("orthography/" + id + ".yaml");
    Orthography orthography = Orthography.read(id);
    Set<String> used = new HashSet<>();
    for (List<String> example : file.textLists("letters_examples")) {
      assertThat(orthography.sounds(example.get(0))).as(example.get(0)).isEqualTo(example.get(1));
      used.addAll(orthography.readBy(example.get(0)));
    }
    assertThat(used).containsAll(file.part("letters").pairs().keySet());
  }

  @ParameterizedTest
  @MethodSource("orthographies")
  void everythingIsReadAsSharedSounds(String id) {
    RuleFile file = RuleFile.read("orthography/" + id + ".yaml");
    Stream.concat(
            file.part("letters").pairs().values().stream(),
            file.parts("rules").stream().map(rule -> rule.text("to")))
        .forEach(
            sounds ->
                assertThat(sounds.chars().allMatch(c -> SOUNDS.all().indexOf(c) >= 0))
                    .as("%s of %s are sounds", sounds, id)
                    .isTrue());
  }
}
