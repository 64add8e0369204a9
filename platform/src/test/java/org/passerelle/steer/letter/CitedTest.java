package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;
import org.passerelle.steer.letter.source.Sources;

/** Facts of the register within a text: each edition says them in its own words. */
class CitedTest {
  private static final String BLOCK = "letter-12-editorial";

  private static Facts with(String text, Map<String, Object> figure) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : Facts.shipped().everything()) {
      Map<String, Object> content = new LinkedHashMap<>(entry.content());
      if (entry.id().equals(BLOCK)) {
        content.put("text", Map.of("en", text, "fr", text, "sr", text));
      }
      entries.add(new Entry(entry.kind(), entry.id(), 1, content));
    }
    entries.add(new Entry(Kinds.shipped().find("figure").orElseThrow(), "test-figure", 1, figure));
    return new Facts(entries);
  }

  private static Map<String, Object> figure(String... more) {
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("what", Map.of("en", "Euros seized", "fr", "Euros saisis", "sr", "Заплењени еври"));
    figure.put("unit", "persons");
    figure.put("value", "12345.5");
    for (int i = 0; i < more.length; i += 2) {
      figure.put(more[i], more[i + 1]);
    }
    return figure;
  }

  private static String editorial(Facts facts, String tag) {
    Entry letter = Composer.issue(facts, 12).orElseThrow();
    Edition edition = new Composer(facts, Sources.NONE).compose(letter, new Language(tag));
    StringBuilder text = new StringBuilder();
    edition.sections().get(0).text().get(0).runs().forEach(run -> text.append(run.text()));
    return text.toString();
  }

  private static String named(Entry entry, String tag) {
    return entry.name().in(new Language(tag));
  }

  private static List<ReleaseObstacles.Obstacle> obstacles(Facts facts) {
    return new TextsAndFigures().of(facts, Composer.issue(facts, 12).orElseThrow());
  }

  @Test
  void aNumberIsWrittenAsEachLanguageWritesIt() {
    Facts facts = with("In all [figure:test-figure].", figure());
    assertThat(editorial(facts, "en")).isEqualTo("In all 12,345.5.");
    assertThat(editorial(facts, "fr")).isEqualTo("In all 12\u202f345,5.");
    assertThat(editorial(facts, "sr-Latn")).isEqualTo("In all 12.345,5.");
    assertThat(editorial(with("[figure:test-figure]", figure("value", "7")), "en")).isEqualTo("7");
    Map<String, Object> atLeast = figure();
    atLeast.put("at-least", true);
    assertThat(editorial(with("[figure:test-figure]", atLeast), "fr"))
        .contains("12")
        .doesNotStartWith("12");
  }

  @Test
  void anEntryStandsWithItsNameAndKosovoWithItsNote() {
    Entry place =
        Facts.shipped().all("place").stream()
            .filter(one -> !named(one, "sr-Cyrl").equals(named(one, "en")))
            .findFirst()
            .orElseThrow();
    Facts facts = with("In [" + place.reference() + "] and in Kosovo.", figure());
    assertThat(editorial(facts, "fr")).isEqualTo("In " + named(place, "fr") + " and in Kosovo*.");
    assertThat(editorial(facts, "sr-Latn")).startsWith("In " + named(place, "sr-Latn"));
  }

  @Test
  void whatIsNotThereOrHasNoSourceHoldsTheReleaseBack() {
    assertThat(obstacles(with("[figure:nowhere]", figure())))
        .anySatisfy(
            one -> {
              assertThat(one.key()).isEqualTo("letters.obstacle.no-fact");
              assertThat(one.arguments()).contains("figure:nowhere");
              assertThat(one.href()).contains(BLOCK);
            });
    assertThat(obstacles(with("[figure:test-figure]", figure())))
        .extracting(ReleaseObstacles.Obstacle::key)
        .contains("letters.obstacle.no-source", "letters.obstacle.no-period")
        .doesNotContain("letters.obstacle.no-fact");
    assertThat(
            obstacles(
                with(
                    "[figure:test-figure]",
                    figure("source-publication", "glotip-2018", "period", "2018"))))
        .extracting(ReleaseObstacles.Obstacle::key)
        .doesNotContain("letters.obstacle.no-source", "letters.obstacle.no-fact");
  }

  /** What is cited is shown: its contradictions and gaps are those of the issue. */
  @Test
  void whatIsCitedCountsAsShown() {
    Facts facts = with("[event:seminar]", figure());
    Entry event = facts.all("event").get(0);
    Facts cited = with("[" + event.reference() + "]", figure());
    assertThat(Composer.shows(cited, Composer.issue(cited, 12).orElseThrow()))
        .contains(event.reference());
  }

  @Test
  void whatOnlyLooksLikeAReferenceStaysAsItIs() {
    Facts facts = with("See [1], [figure], [Figure:x] and [note: later].", figure());
    assertThat(editorial(facts, "en")).contains("[figure], [Figure:x] and [note: later].");
  }
}
