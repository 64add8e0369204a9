package org.passerelle.protect.casework.placement.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A street with a house number is distinguished from a crossing, a platform, a date. */
class StreetAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nemanjina 11",
        "meet at Nemanjina 11a, second door",
        "ul. Kralja Petra Prvog br. 12",
        "улица Кнеза Милоша 7",
        "Кнеза Милоша бр. 7",
        "12 rue de la Paix",
        "12 bis, rue de la Paix",
        "Rruga e Kavajës 23/4",
        "at the corner of 5 High Street",
        "bulevar oslobođenja 3",
        "Λεωφόρος Κηφισίας 44",
        "Main Street No. 9"
      })
  void anAddress(String text) {
    assertThat(StreetAddress.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Qafë Thanë, blue barrier",
        "Gradina, platform 3",
        "Kalotina, lane 4",
        "Airport, Terminal 2, exit 4",
        "перон 4, железничка станица",
        "On Monday 12 May at 10:30",
        "12. maja u 10:30, stanica Niš",
        "le 3 juin à la gare",
        "Call Officer Marković 064 123 456",
        "E 75, km 14",
        "Two educators and 1 interpreter",
        "",
        "Bus 63 to the crossing"
      })
  void noAddress(String text) {
    assertThat(StreetAddress.isIn(text)).isFalse();
  }
}
