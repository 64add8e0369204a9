package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours, and days with an hour, as people write them, whatever the language of the page. */
class TimeParserTest {
  private static final LocalDateTime THEN = LocalDateTime.of(2026, 4, 9, 14, 30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-04-09T14:30",
        "2026-04-09 14:30",
        "9 April 2026, 14:30",
        "9 April 2026 at 14.30",
        "April 9, 2026 at 2:30 pm",
        "9.4.26 2.30 p.m.",
        "14:30, 9 April 2026",
        "9 avril 2026 à 14 h 30",
        "le 9 avril 2026, 14h30",
        "9\u00a0avril 2026 à 14\u202fh\u202f30",
        "à 14h30 le 9/4/2026",
        "9. април 2026. у 14:30",
        "9. априла 2026, 14.30 ч",
        "9. aprila 2026. u 14.30 časova",
        "9. 4. 2026. u 14:30",
        "у 14.30, 9.4.2026."
      })
  void aDayWithAnHourIsReadInEveryLanguage(String typed) {
    assertThat(TimeParser.moment(typed)).isEqualTo(THEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9 April 2026",
        "14:30",
        "tomorrow 14:30",
        "April 2026, 14:30",
        "31 April 2026, 14:30",
        "9 April 2026, 24:30",
        "9 April 2026, 14:60",
        "about 9 April 2026, 14:30",
        "10.05 2026 10.05",
        "10.05 april 14.30",
        "9 avril 2026, bientôt",
        "сутра у 14:30",
        ""
      })
  void whatIsNoDayOrNoHourIsRefused(String typed) {
    assertThatThrownBy(() -> TimeParser.moment(typed)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "09:30, 09:30",
    "9:30, 09:30",
    "9.30, 09:30",
    "9 h, 09:00",
    "9h05, 09:05",
    "9 heures 30, 09:30",
    "9 ч, 09:00",
    "у 9 часова, 09:00",
    "u 21.30 h, 21:30",
    "12 am, 00:00",
    "12 pm, 12:00",
    "9:30 p.m., 21:30"
  })
  void anHourAloneIsRead(String typed, LocalTime hour) {
    assertThat(TimeParser.read(typed)).contains(hour);
  }

  @ParameterizedTest
  @ValueSource(strings = {"25:00", "9", "9:5", "13 pm", "0 am", "soon", ""})
  void whatIsNoHourIsNone(String typed) {
    assertThat(TimeParser.read(typed)).isEmpty();
  }
}
