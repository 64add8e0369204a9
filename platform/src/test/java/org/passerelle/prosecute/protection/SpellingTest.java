package org.passerelle.prosecute.protection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neither script nor accents, cases or grouping hide a name or a number. */
class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "Мирјана Ђорђевић, seen with Mirjana Đorđević.",
    "Mirjana Đorđević, Рекла је Мирјани Ђорђевић да чека",
    "Blerta, BLERTËS i tha",
    "Élodie Noël, elodie-noel@example.org",
    "+33 6 12 34 56 78, call 06 12 34 56 78 tonight",
    "0612345678, tel:+33612345678",
    "12 rue des Lilas, '12, RUE DES LILAS, 2e'"
  })
  void aTextReveals(String words, String text) {
    assertThat(Spelling.reveals(Spelling.of(text), words)).as(text).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Ana, banana and panama",
    "Lumi, volumic",
    "Mirjana Đorđević, Mirjana and Đorđević",
    "0612345678, 061234",
    "Blue, 'true, glue, blueprint'",
    "Petra, petrol",
    "Mirjana Đorđević, MIRJANA DJ"
  })
  void aTextDoesNotReveal(String words, String text) {
    assertThat(Spelling.reveals(Spelling.of(text), words)).as(text).isFalse();
  }

  @Test
  void whatIsTooShortIsNotSearchedFor() {
    assertThat(Spelling.isSearchable("Al")).isFalse();
    assertThat(Spelling.isSearchable(" - . ")).isFalse();
    assertThat(Spelling.isSearchable("Ana")).isTrue();
  }
}
