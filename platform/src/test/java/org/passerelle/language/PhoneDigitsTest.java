package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A number is the same with and without the code of its country. */
class PhoneDigitsTest {
  @Test
  void theCodeOfACountryDoesNotCount() {
    for (String number : new String[] {"+33 6 00 00 00 12", "0033600000012", "06.00.00.00.12"}) {
      assertThat(PhoneDigits.of(number)).as(number).isEqualTo("00000012");
    }
    assertThat(PhoneDigits.of("+389 70 123 457")).isEqualTo(PhoneDigits.of("070/123-457"));
  }

  @Test
  void aShortNumberIsComparedAsAWhole() {
    assertThat(PhoneDigits.of("112")).isEqualTo("112");
    assertThat(PhoneDigits.of("+ (-)")).isEmpty();
  }
}
