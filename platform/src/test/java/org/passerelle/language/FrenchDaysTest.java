package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A near day stands without an article in a sentence that was written for a date. */
class FrenchDaysTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prise en charge le aujourd’hui, 14:30|prise en charge aujourd’hui, 14:30",
        "leur suppléant la voit depuis le hier, 9:00|leur suppléant la voit depuis hier, 9:00",
        "ouverte jusqu’au demain|ouverte jusqu’à demain",
        "du hier, 9:00 au aujourd’hui, 9:00|d’hier, 9:00 à aujourd’hui, 9:00",
        "depuis le 3 avril, 9:00|depuis le 3 avril, 9:00",
        "le lendemain du départ|le lendemain du départ"
      })
  void noArticleStandsBeforeANearDay(String written, String read) {
    assertThat(FrenchDays.withoutArticle(written)).isEqualTo(read);
  }
}
