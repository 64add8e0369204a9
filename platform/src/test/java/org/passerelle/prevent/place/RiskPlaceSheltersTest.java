package org.passerelle.prevent.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.prevent.place.RiskPlaceScenes.factor;
import static org.passerelle.prevent.place.RiskPlaceScenes.level;
import static org.passerelle.prevent.place.RiskPlaceScenes.market;
import static org.passerelle.prevent.place.RiskPlaceScenes.now;
import static org.passerelle.prevent.place.RiskPlaceScenes.place;
import static org.passerelle.prevent.place.RiskPlaceScenes.refused;
import static org.passerelle.prevent.place.RiskPlaceScenes.today;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.dao.DataIntegrityViolationException;

/** The register of places at risk names no shelter and puts none on the map. */
@OnBothDatabases
@Tag("slow")
class RiskPlaceSheltersTest {
  @Parameter House house;
  private SignedIn who;
  private RiskPlaces places;
  private PlaceActions actions;

  @BeforeEach
  void aProgrammeManager() {
    who =
        house.colleague(
            Staff.organisation(house).id(), Role.PROGRAMME_MANAGER, Role.PLACEMENT_OFFICER);
    places = house.get(RiskPlaces.class);
    actions = house.get(PlaceActions.class);
  }

  @Test
  void aShelterHasNeitherTownNorArea() {
    refused(
        "town",
        "atrisk.refused.shelter-town",
        () -> places.enter(who, place("shelter", "RS", "subotica", "A shelter", "")));
    refused(
        "area",
        "atrisk.refused.shelter-area",
        () -> places.enter(who, place("shelter", "RS", null, "A shelter", "Palić")));
    UUID market = places.enter(who, market());
    refused(
        "town",
        "atrisk.refused.shelter-town",
        () -> places.move(who, market, place("shelter", "RS", "subotica", "A shelter", ""), 1));
    assertThatThrownBy(
            () ->
                house
                    .db()
                    .sql("update risk_place set kind = 'shelter' where id = :id")
                    .param("id", market)
                    .update())
        .as("the database refuses it, too")
        .isInstanceOf(DataIntegrityViolationException.class);
    UUID shelter = places.enter(who, place("shelter", "RS", null, "A shelter for women", ""));
    assertThat(now(house, who, shelter).content().town()).isNull();
  }

  @Test
  void aTownIsInItsCountry() {
    refused(
        "town",
        "atrisk.refused.town",
        () -> places.enter(who, place("market", "HR", "subotica", "Market", "")));
    refused(
        "town",
        "atrisk.refused.town",
        () -> places.enter(who, place("market", "RS", "nowhere", "Market", "")));
  }

  @Test
  void noWordsNameAShelter() {
    PlaceScenes scenes = new PlaceScenes(house);
    String words = "Beside " + scenes.code(scenes.place(2, who), who);
    String refusal = "placement.refused.shelter";
    UUID id = places.enter(who, market());
    refused(
        "name", refusal, () -> places.enter(who, place("district", "RS", null, words, "Centre")));
    refused(
        "area", refusal, () -> places.enter(who, place("district", "RS", null, "Centre", words)));
    refused("name", refusal, () -> places.move(who, id, place("other", "RS", null, words, ""), 1));
    refused("group", refusal, () -> places.add(who, id, new RiskPlace.Population("adults", words)));
    refused("words", refusal, () -> places.add(who, id, factor(house, words, "A report")));
    refused("source", refusal, () -> places.add(who, id, factor(house, "Offers", words)));
    refused("reason", refusal, () -> places.state(who, id, level(house, "high", words), 1));
    refused(
        "what",
        refusal,
        () -> actions.plan(who, id, new PlaceAction.Words(words, "Police"), null, today(house)));
    refused(
        "by",
        refusal,
        () -> actions.plan(who, id, new PlaceAction.Words("Patrol", words), null, today(house)));
    assertThat(now(house, who, id).version()).isEqualTo(1);
    assertThat(places.actions(who)).isEmpty();
  }

  @Test
  void whatWasWrittenBeforeAHouseOfThatNameIsWithheld() {
    UUID id = places.enter(who, market());
    places.add(who, id, factor(house, "Offers at the corner", "A report"));
    PlaceScenes scenes = new PlaceScenes(house);
    String code = scenes.code(scenes.place(2, who), who);
    RiskPlace.Content named =
        now(house, who, id)
            .content()
            .withFactors(
                List.of(
                    factor(house, "Beside " + code, "A report"),
                    factor(house, "Offers", "Police")));
    // as it stood before the house was entered: past the check
    house.inTransaction(
        () -> {
          house
              .get(RiskPlaceRows.class)
              .change(
                  who.organisation(),
                  id,
                  3,
                  "factor",
                  new RiskPlaceRows.Changed(named, who.user()));
          return true;
        });
    assertThat(now(house, who, id).content().factors())
        .extracting(RiskPlace.Factor::words)
        .containsExactly(RiskPlace.WITHHELD, "Offers");
    assertThat(places.list(who).toString()).doesNotContain(code);
    assertThat(places.open(who, id).place().toString()).doesNotContain(code);
    refused(
        "words",
        "atrisk.refused.withheld",
        () -> places.add(who, id, factor(house, RiskPlace.WITHHELD, "A report")));
    refused(
        "versions",
        "placement.refused.shelter",
        () -> {
          places.removeFactor(who, id, 0, 3);
          places.takeAgain(who, id, 3, 4);
        });
  }
}
