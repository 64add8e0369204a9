package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods as each language writes them. */
class DateSpansTest {
  private static DateSpans spans(String tag) {
    Language language = new Language(tag);
    return new DateSpans(
        new Moments(FileTexts.of(language, "house"), ZoneOffset.UTC, Clock.systemUTC()));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2019-04-08, 2019-04-09, 8–9 April 2019",
    "fr, 2019-04-08, 2019-04-09, 8–9 avril 2019",
    "sr-Cyrl, 2019-04-08, 2019-04-09, 8–9. април 2019.",
    "sr-Latn, 2019-04-08, 2019-04-09, 8–9. april 2019.",
    "en, 2018-05-31, 2018-06-01, 31 May – 1 June 2018",
    "fr, 2018-05-31, 2018-06-01, 31 mai – 1er juin 2018",
    "sr-Cyrl, 2018-05-31, 2018-06-01, 31. мај – 1. јун 2018.",
    "en, 2018-12-31, 2019-01-01, 31 December 2018 – 1 January 2019",
    "en, 2019-04-08, 2019-04-08, 8 April 2019"
  })
  void daysAreWrittenAsTheLanguageDoes(String tag, LocalDate from, LocalDate to, String text) {
    assertThat(spans(tag).days(from, to)).isEqualTo(text);
  }

  @Test
  void whatIsKnownLessStaysSo() {
    DateSpans english = spans("en");
    assertThat(english.period(PartialDate.parse("2018-10-02"), PartialDate.parse("2020")))
        .isEqualTo("2 October 2018 – 2020");
    assertThat(english.period(PartialDate.parse("2019-04"), null)).isEqualTo("April 2019");
    assertThat(english.period(null, PartialDate.parse("2022"))).isEqualTo("… – 2022");
    assertThat(english.period(null, null)).isEmpty();
  }

  @Test
  void whatIsStoredIsSaidInWordsAndWhatCannotBeReadStays() {
    DateSpans english = spans("en");
    assertThat(english.storedPeriod("2003~", "2005-05")).isEqualTo("about 2003 – May 2005");
    assertThat(english.storedPeriod("2003", "")).isEqualTo("2003");
    assertThat(english.storedPeriod("", "2005")).isEqualTo("… – 2005");
    assertThat(english.storedPeriod("spring", "2005")).isEqualTo("spring – 2005");
    assertThat(english.storedPeriod("", "")).isEmpty();
  }
}
