package org.passerelle.prevent.place;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.passerelle.refusal.Refused;

/** Places at risk of tests, and what is refused of them. */
final class RiskPlaceScenes {
  private RiskPlaceScenes() {}

  static RiskPlace.Content place(
      String kind, String country, @Nullable String town, String name, String area) {
    return RiskPlace.Content.of(kind, country, town, name, area);
  }

  static RiskPlace.Content market() {
    return place("market", "RS", "subotica", "Green market", "Subotica");
  }

  static void refused(String field, String message, ThrowingCallable act) {
    assertThatThrownBy(act)
        .as(field)
        .hasMessage(message)
        .isInstanceOf(Refused.class)
        .extracting(refused -> ((Refused) refused).field())
        .isEqualTo(field);
  }
}
