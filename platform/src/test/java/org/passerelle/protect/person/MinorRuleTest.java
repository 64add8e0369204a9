package org.passerelle.protect.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.language.PartialDate;

/** Who was, was not or might have been a minor during an episode. */
class MinorRuleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 9);

  @ParameterizedTest
  @CsvSource({
    // born, episode began, rule
    "2010-01-01, 2026-01, MINOR",
    "2000-01-01, 2026-01, ADULT",
    "2008-01-15, 2026-01-14, MINOR",
    "2008-01-15, 2026-01-15, ADULT",
    "2008-01-15, 2026-01, MAYBE",
    "2008, 2026-01, MAYBE",
    "200X, 2020, MAYBE",
    "2000-01-01, 2016, MINOR",
    "2000-01-01, , MAYBE",
    "2012-01-01, , MINOR",
    "2000~, 2018-06, MAYBE",
    "1990~, 2018, ADULT",
    "../1980, 2018, ADULT",
    "2005/.., 2018, MINOR",
    "2005/.., 2024, MAYBE",
    ", 2018, MAYBE"
  })
  void theAgeThenDecides(String birth, String began, MinorRule expected) {
    assertEquals(
        expected,
        MinorRule.during(
            birth == null ? null : PartialDate.parse(birth),
            began == null ? null : PartialDate.parse(began),
            TODAY));
  }
}
