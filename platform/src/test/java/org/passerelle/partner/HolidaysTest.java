package org.passerelle.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.passerelle.language.Language;

/** Easter against published tables; fixed and movable holidays by country. */
class HolidaysTest {
  private final Holidays holidays = new Holidays();

  @Test
  void easterFallsWhereTheTablesSay() {
    // Astronomical Society of South Australia, table of Easter dates
    assertThat(Holidays.western(2000)).isEqualTo("2000-04-23");
    assertThat(Holidays.western(2019)).isEqualTo("2019-04-21");
    assertThat(Holidays.western(2025)).isEqualTo("2025-04-20");
    assertThat(Holidays.western(2038)).isEqualTo("2038-04-25");
    assertThat(Holidays.orthodox(2000)).isEqualTo("2000-04-30");
    assertThat(Holidays.orthodox(2019)).isEqualTo("2019-04-28");
    assertThat(Holidays.orthodox(2025)).isEqualTo("2025-04-20");
    assertThat(Holidays.orthodox(2026)).isEqualTo("2026-04-12");
  }

  @Test
  void aHolidayIsNamedInTheReadersLanguageAndVerifiedNowhereYet() {
    assertThat(holidays.on("FR", LocalDate.of(2026, 7, 14))).isPresent();
    assertThat(holidays.on("BG", LocalDate.of(2026, 4, 10)).orElseThrow().in(new Language("en")))
        .isEqualTo("Good Friday");
    assertThat(holidays.on("RS", LocalDate.of(2026, 7, 14))).isEmpty();
    assertThat(holidays.on("US", LocalDate.of(2026, 7, 4))).isEmpty();
    assertThat(holidays.verified("FR")).isFalse();
  }
}
