package org.passerelle.prevent.place;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;

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

  static LocalDate today(House house) {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  static RiskPlace.Factor factor(House house, String words, String source) {
    return new RiskPlace.Factor("seasonal", words, source, today(house));
  }

  static RiskPlace.Level level(House house, String level, String reason) {
    return new RiskPlace.Level(level, reason, today(house), today(house).plusDays(90));
  }

  static RiskPlace now(House house, SignedIn who, UUID id) {
    return house.get(RiskPlaces.class).current(who, id);
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
