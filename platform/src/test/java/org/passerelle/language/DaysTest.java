package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A day begins where it begins first, and is over where it ends last. */
class DaysTest {
  private static final LocalDate FIRST_OF_JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate FIRST_OF_DECEMBER = LocalDate.of(2026, 12, 1);

  @Test
  void aDayBeginsWithMidnightInAthens() {
    assertThat(Days.begun(FIRST_OF_DECEMBER, Instant.parse("2026-11-30T21:59:59Z"))).isFalse();
    assertThat(Days.begun(FIRST_OF_DECEMBER, Instant.parse("2026-11-30T22:00:00Z"))).isTrue();
    assertThat(Days.begun(FIRST_OF_JULY, Instant.parse("2026-06-30T20:59:59Z"))).isFalse();
    assertThat(Days.begun(FIRST_OF_JULY, Instant.parse("2026-06-30T21:00:00Z"))).isTrue();
  }

  @Test
  void aDayIsOverWhenItIsOverEverywhere() {
    assertThat(Days.over(FIRST_OF_DECEMBER, Instant.parse("2026-12-01T23:59:59Z"))).isFalse();
    assertThat(Days.over(FIRST_OF_DECEMBER, Instant.parse("2026-12-02T00:00:00Z"))).isTrue();
  }
}
