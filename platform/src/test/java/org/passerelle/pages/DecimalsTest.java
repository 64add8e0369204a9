package org.passerelle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as people of eleven countries type them. */
class DecimalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12500|12500",
        "12500,5|12500.5",
        "12500.50|12500.50",
        "12 500,50|12500.50",
        "12\u00A0500,50|12500.50",
        "12\u202F500|12500",
        "12.500,50|12500.50",
        "12,500.50|12500.50",
        "12'500.5|12500.5",
        "12.500|12500",
        "12,500|12500",
        "1.250.000|1250000",
        "1,250,000.07|1250000.07",
        "0,01|0.01",
        "-7,5|-7.5"
      })
  void moneyIsReadAsItIsMeant(String typed, String meant) {
    assertThat(Decimals.read(typed, 2)).contains(new BigDecimal(meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "twelve", "12,5005", "1.25.000", "12,500,50", "1e5", "12..5", "€ 5"})
  void whatIsNoneIsNotGuessed(String typed) {
    assertThat(Decimals.read(typed, 2)).isEmpty();
  }

  @Test
  void threeDigitsAreDecimalsWhereSoManyAreAskedFor() {
    assertThat(Decimals.read("12.500", 6)).contains(new BigDecimal("12.500"));
    assertThat(Decimals.read("1.250.000", 6)).contains(new BigDecimal("1250000"));
    assertThat(Decimals.read("12,5", 0)).isEmpty();
  }
}
