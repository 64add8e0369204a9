package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month within a Serbian sentence stands in the genitive; a date on its own does not. */
class SerbianMonthsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "отворен 11. јул 2026. | отворен 11. јула 2026.",
        "најстарији од 1. март 2019. | најстарији од 1. марта 2019.",
        "Пристанак, од 27. новембар 2026. до 26. јануар 2027. | Пристанак, од 27. новембра 2026. до 26. јануара 2027.",
        "otvoren 11. maj 2026. | otvoren 11. maja 2026.",
        "do 3. septembar | do 3. septembra",
        "од септембар 2016. | од септембра 2016.",
        "важи од октобар 2019. до март 2020. | важи од октобра 2019. до марта 2020.",
        "Od septembar 2016. | Od septembra 2016.",
        "род септембар | род септембар",
        "27. новембар 2026. | 27. новембар 2026.",
        "понедељак, 8. април 2019. | понедељак, 8. април 2019.",
        "Рок: 8. август | Рок: 8. август",
        "у мају 2019. | у мају 2019."
      })
  void declines(String plain, String declined) {
    assertThat(SerbianMonths.declined(plain)).isEqualTo(declined);
  }
}
