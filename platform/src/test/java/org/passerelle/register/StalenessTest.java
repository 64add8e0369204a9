package org.passerelle.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a translation has to be looked at again. */
class StalenessTest {
  private static final Map<String, Object> STORED =
      Map.of("en", "Round table", "fr", "Table ronde", "sr", "Округли сто");

  @Test
  void aNewTextIsNotStaleInAnyLanguage() {
    assertThat(Staleness.marked(null, Map.of("en", "Round table", "fr", "Table ronde"), false))
        .isEqualTo(Map.of("en", "Round table", "fr", "Table ronde"));
  }

  @Test
  void changingOneLanguageMakesTheOthersStale() {
    Map<String, Object> marked =
        Staleness.marked(
            STORED,
            Map.of("en", "Third round table", "fr", "Table ronde", "sr", "Округли сто"),
            false);
    assertThat(marked).containsEntry("stale", List.of("fr", "sr"));
  }

  @Test
  void addingAMissingLanguageMakesNothingStale() {
    Map<String, Object> marked =
        Staleness.marked(
            Map.of("en", "Round table"), Map.of("en", "Round table", "fr", "Table ronde"), false);
    assertThat(marked).doesNotContainKey("stale");
  }

  @Test
  void aStaleTextStaysStaleUntilItIsChangedOrSaidToFit() {
    Map<String, Object> stale =
        Map.of("en", "Third round table", "fr", "Table ronde", "stale", List.of("fr"));
    Map<String, String> same = Map.of("en", "Third round table", "fr", "Table ronde");
    assertThat(Staleness.marked(stale, same, false)).containsEntry("stale", List.of("fr"));
    assertThat(Staleness.marked(stale, same, true)).doesNotContainKey("stale");
    assertThat(
            Staleness.marked(
                stale, Map.of("en", "Third round table", "fr", "Troisième table ronde"), false))
        .as("a translation that catches up makes no other text stale")
        .doesNotContainKey("stale");
  }
}
