package org.passerelle.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "2003, 2003-01-01, 2003-12-31",
    "2003-05, 2003-05-01, 2003-05-31",
    "2004-02, 2004-02-01, 2004-02-29",
    "2003-05-12, 2003-05-12, 2003-05-12",
    "2003?, 2003-01-01, 2003-12-31",
    "2003-05~, 2003-05-01, 2003-05-31",
    "2003-05-12%, 2003-05-12, 2003-05-12",
    "200X, 2000-01-01, 2009-12-31",
    "19XX, 1900-01-01, 1999-12-31",
    "2003-XX, 2003-01-01, 2003-12-31",
    "2003-05-XX, 2003-05-01, 2003-05-31",
    "2003-XX-XX, 2003-01-01, 2003-12-31",
    "[2003..2004], 2003-01-01, 2004-12-31",
    "2003-05/2004, 2003-05-01, 2004-12-31",
    "../2004, , 2004-12-31",
    "[..2004-05], , 2004-05-31",
    "2003/.., 2003-01-01,",
    " 2003 , 2003-01-01, 2003-12-31"
  })
  void theFirstAndTheLastDayAreComputed(String text, LocalDate earliest, LocalDate latest) {
    PartialDate date = PartialDate.parse(text);
    assertEquals(earliest, date.earliest());
    assertEquals(latest, date.latest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "03",
        "2003-13",
        "2003-02-30",
        "2003-5",
        "12.05.2003",
        "2003/05/12",
        "2004/2003",
        "../..",
        "/",
        "[2003]",
        "[]",
        "2X03",
        "200X-05",
        "2003-XX-12",
        "2003??",
        "٢٠٠٣",
        "2003-05-12T00:00",
        "[2003..2004",
        "2003..2004"
      })
  void whatIsNoDateIsRefused(String text) {
    assertThrows(DateTimeException.class, () -> PartialDate.parse(text));
  }

  @Test
  void onlyAKnownDayIsADay() {
    assertTrue(PartialDate.parse("2003-05-12").isDay());
    assertFalse(PartialDate.parse("2003-05-12?").isDay());
    assertFalse(PartialDate.parse("2003-05").isDay());
  }
}
