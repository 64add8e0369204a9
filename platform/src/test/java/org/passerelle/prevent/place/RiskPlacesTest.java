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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The register of places at risk keeps what was said and loses nothing. */
@OnBothDatabases
@Tag("slow")
class RiskPlacesTest {
  @Parameter House house;
  private SignedIn who;
  private RiskPlaces places;
  private PlaceActions actions;

  @BeforeEach
  void aProgrammeManager() {
    who = house.colleague(Staff.organisation(house).id(), Role.PROGRAMME_MANAGER);
    places = house.get(RiskPlaces.class);
    actions = house.get(PlaceActions.class);
  }

  @Test
  void eachChangeIsAVersionThatCanBeTakenAgain() {
    UUID id = places.enter(who, market());
    places.add(who, id, new RiskPlace.Population("young", "Seasonal workers"));
    places.add(who, id, factor(house, "Vans at dawn", "Labour inspectorate"));
    places.state(who, id, level(house, "raised", "Two reports in a month"), 3);
    places.removePopulation(who, id, 0, 4);
    places.move(who, id, place("district", "RS", null, "North", ""), 5);
    assertThat(now(house, who, id).content().populations()).isEmpty();
    assertThat(now(house, who, id).content().factors()).hasSize(1);
    places.takeAgain(who, id, 4, 6);
    RiskPlace again = now(house, who, id);
    assertThat(again.version()).isEqualTo(7);
    assertThat(again.content().name()).isEqualTo("Green market");
    assertThat(again.content().populations())
        .containsExactly(new RiskPlace.Population("young", "Seasonal workers"));
    assertThat(again.content().levelCode()).isEqualTo("raised");
    assertThat(places.open(who, id).versions())
        .extracting(PlaceVersion::act)
        .containsExactly(
            "again", "changed", "population-gone", "level", "factor", "population", "entered");
    assertThatThrownBy(() -> places.takeAgain(who, id, 99, 7)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> places.removeFactor(who, id, 5, 7)).isInstanceOf(NotFound.class);
  }

  @Test
  void ofTwoWhoStateALevelTheSecondIsToldAndOfFourWhoAddNothingIsLost() throws Exception {
    UUID id = places.enter(who, market());
    places.state(who, id, level(house, "high", "A raid"), 1);
    assertThatThrownBy(() -> places.state(who, id, level(house, "low", "Quiet"), 1))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> places.takeAgain(who, id, 1, 1)).isInstanceOf(ChangedMeanwhile.class);
    assertThat(now(house, who, id).content().levelCode()).isEqualTo("high");
    ExecutorService four = Executors.newFixedThreadPool(4);
    Callable<Boolean> adding =
        () -> {
          places.add(who, id, factor(house, "Vans at dawn", "Labour inspectorate"));
          return true;
        };
    for (Future<Boolean> one : four.invokeAll(List.of(adding, adding, adding, adding))) {
      assertThat(one.get()).isTrue();
    }
    four.shutdown();
    assertThat(now(house, who, id).content().factors()).hasSize(4);
    assertThat(now(house, who, id).version()).isEqualTo(6);
  }

  @Test
  void anActionHasStatesAndIsLateUntilItIsDone() {
    UUID id = places.enter(who, market());
    UUID action =
        actions.plan(
            who, id, new PlaceAction.Words("Talk to stall holders", "Police"), null, today(house));
    assertThat(places.actions(who))
        .allMatch(one -> one.isLate(today(house).plusDays(1)) && !one.isLate(today(house)));
    actions.state(who, id, action, "running", 1);
    assertThatThrownBy(() -> actions.state(who, id, action, "dropped", 1))
        .isInstanceOf(ChangedMeanwhile.class);
    actions.state(who, id, action, "done", 2);
    assertThat(places.actions(who)).noneMatch(one -> one.isLate(today(house).plusDays(9)));
    assertThat(places.open(who, id).actions().get(0).steps())
        .extracting(PlaceAction.Step::state)
        .containsExactly("done", "running", "planned");
    refused(
        "measure",
        "atrisk.refused.measure",
        () ->
            actions.plan(
                who, id, new PlaceAction.Words("Posters", "School"), "no-such", today(house)));
    UUID elsewhere = places.enter(who, market());
    assertThatThrownBy(() -> actions.state(who, elsewhere, action, "planned", 3))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void othersNeitherReadNorChangeIt() {
    UUID id = places.enter(who, market());
    UUID action =
        actions.plan(who, id, new PlaceAction.Words("Patrol", "Police"), null, today(house));
    SignedIn stranger =
        house.colleague(Staff.organisation(house).id(), Role.PROGRAMME_MANAGER, Role.ANALYST);
    SignedIn reader = house.colleague(who.organisation(), Role.ANALYST);
    SignedIn responder = house.colleague(who.organisation(), Role.FIRST_RESPONDER);
    assertThat(places.list(stranger)).isEmpty();
    assertThat(places.actions(stranger)).isEmpty();
    assertThat(places.list(reader)).hasSize(1);
    List<ThrowingCallable> acts = new ArrayList<>();
    acts.add(() -> places.list(responder));
    acts.add(() -> places.actions(responder));
    acts.add(() -> places.open(responder, id));
    acts.add(() -> places.open(stranger, id));
    for (SignedIn one : List.of(stranger, reader, responder)) {
      acts.add(() -> places.move(one, id, market(), 1));
      acts.add(() -> places.add(one, id, new RiskPlace.Population("adults", "Workers")));
      acts.add(() -> places.add(one, id, factor(house, "Vans", "Police")));
      acts.add(() -> places.state(one, id, level(house, "low", "Quiet"), 1));
      acts.add(() -> places.takeAgain(one, id, 1, 1));
      acts.add(() -> places.remove(one, id));
      acts.add(() -> actions.plan(one, id, new PlaceAction.Words("A", "B"), null, today(house)));
      acts.add(() -> actions.state(one, id, action, "done", 1));
      acts.add(() -> actions.remove(one, id, action));
    }
    assertThat(acts).allSatisfy(act -> assertThatThrownBy(act).isInstanceOf(NotFound.class));
    assertThat(now(house, who, id).version()).isEqualTo(1);
  }

  @Test
  void theDatabaseHoldsNoWordsAndARemovedPlaceLeavesNothing() {
    UUID id = places.enter(who, market());
    places.add(who, id, factor(house, "Vans at dawn", "Labour inspectorate"));
    actions.plan(who, id, new PlaceAction.Words("Patrol", "Police"), null, today(house));
    List<byte[]> sealed = new ArrayList<>();
    for (String from :
        List.of(
            "content from risk_place where id",
            "content from risk_place_version where place",
            "words from risk_action where place")) {
      sealed.addAll(
          house.db().sql("select " + from + " = :id").param("id", id).query(byte[].class).list());
    }
    assertThat(sealed)
        .hasSize(4)
        .allSatisfy(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .doesNotContain("Green", "dawn", "Patrol"));
    places.remove(who, id);
    assertThatThrownBy(() -> places.open(who, id)).isInstanceOf(NotFound.class);
    for (String table : List.of("risk_place_version", "risk_action")) {
      assertThat(
              house
                  .db()
                  .sql("select count(*) from " + table + " where place = :id")
                  .param("id", id)
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }
}
