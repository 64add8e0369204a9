package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/** What would look wrong to a reader holds a release back, though every text is there. */
class LooksWrongTest {
  private static final Facts SHIPPED = Facts.shipped();

  @Test
  void theIssuesThatComeWithTheProductLookRight() {
    for (String issue : List.of("letter-12", "letter-13")) {
      Entry letter = SHIPPED.find("letter", issue).orElseThrow();
      assertThat(new EmptyBlocks().of(SHIPPED, letter)).as(issue).isEmpty();
    }
  }

  @Test
  void aBandWithoutFiguresHoldsItBack() {
    assertThat(keys("letter-12-figures", "figures", List.of()))
        .containsExactly("letters.obstacle.no-figures");
  }

  @Test
  void aCalendarWithoutAnEventHoldsItBack() {
    List<Entry> without =
        SHIPPED.everything().stream().filter(e -> !e.kind().id().equals("event")).toList();
    assertThat(keys(new Facts(without))).contains("letters.obstacle.no-dates");
  }

  @Test
  void aPlanWithoutATextHoldsItBack() {
    assertThat(keys("letter-12-plan", "text", null)).containsExactly("letters.obstacle.no-plan");
    assertThat(keys("letter-12-plan", "subject", List.of()))
        .containsExactly("letters.obstacle.no-plan");
  }

  @Test
  void aBlockWithNothingButItsHeadingHoldsItBack() {
    Facts facts = changed(SHIPPED, "letter-12-training", "subject", List.of());
    assertThat(keys(changed(facts, "letter-12-training", "text", null)))
        .contains("letters.obstacle.nothing");
  }

  @Test
  void aNearlyBlankPageHoldsItBack() {
    Facts facts = changed(SHIPPED, "letter-12-contact", "new-page", true);
    Map<String, String> few = Map.of("en", "Write.", "fr", "Écrivez.", "sr", "Пишите.");
    assertThat(keys(changed(facts, "letter-12-contact", "text", few)))
        .containsExactly("letters.obstacle.blank-page");
  }

  @Test
  void signsOfAMarkupHoldItBackAndAreNamed() {
    for (String signs : List.of("**", "<b>", "&nbsp;", "](https:", "](")) {
      String text = "A " + signs + " word";
      Map<String, String> words = Map.of("en", text, "fr", "Un mot", "sr", "Реч");
      Facts facts = changed(SHIPPED, "letter-12-plan", "text", words);
      assertThat(new TextsAndFigures().of(facts, letter(facts)))
          .as(signs)
          .singleElement()
          .satisfies(
              obstacle -> {
                assertThat(obstacle.key()).isEqualTo("letters.obstacle.markup");
                assertThat(obstacle.arguments()).contains(signs);
                assertThat(obstacle.href()).endsWith("/blocks/letter-12-plan#text");
              });
    }
  }

  private static List<String> keys(String block, String field, @Nullable Object value) {
    return keys(changed(SHIPPED, block, field, value));
  }

  private static List<String> keys(Facts facts) {
    return new EmptyBlocks()
        .of(facts, letter(facts)).stream().map(ReleaseObstacles.Obstacle::key).toList();
  }

  private static Entry letter(Facts facts) {
    return facts.find("letter", "letter-12").orElseThrow();
  }

  /** The facts with another value in a block, or without one. */
  private static Facts changed(Facts facts, String block, String field, @Nullable Object value) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : facts.everything()) {
      if (entry.id().equals(block)) {
        Map<String, Object> content = new LinkedHashMap<>(entry.content());
        content.remove(field);
        if (value != null) {
          content.put(field, value);
        }
        entries.add(new Entry(entry.kind(), block, 2, content));
      } else {
        entries.add(entry);
      }
    }
    return new Facts(entries);
  }
}
