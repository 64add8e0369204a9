package org.passerelle.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A place is known in each language of the region, and nothing else is. */
class RegionalPlacesTest {
  private final RegionalPlaces places = RegionalPlaces.load();

  @Test
  void aPlaceIsKnownInEachLanguage() {
    assertThat(places.knows("Durrës")).isTrue();
    assertThat(places.knows("Драч")).isTrue();
    assertThat(places.knows("Δυρράχιο")).isTrue();
    assertThat(places.knows("durrës ")).isTrue();
  }

  @Test
  void noOtherWordIs() {
    assertThat(places.knows("AL")).as("a code of the table").isFalse();
    assertThat(places.knows("capital")).isFalse();
    assertThat(places.knows("")).isFalse();
  }
}
