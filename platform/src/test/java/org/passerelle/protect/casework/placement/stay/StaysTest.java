package org.passerelle.protect.casework.placement.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** A stay from the reservation to its end, with everything that must not be forgotten. */
@OnBothDatabases
@Tag("postgresql")
@Tag("slow")
class StaysTest {
  @Parameter House house;
  private PlaceScenes scenes;
  private SignedIn manager;
  private SignedIn officer;
  private UUID place;
  private UUID file;

  @BeforeEach
  void somebodyIsExpected() {
    scenes = new PlaceScenes(house);
    manager = house.somebody(Role.CASE_MANAGER);
    officer = scenes.officer(manager.organisation());
    place = scenes.place(2, officer);
    file = SomeCase.in("RS").minor("yes").open(house, manager);
  }

  private Stays stays() {
    return house.get(Stays.class);
  }

  private Waiting waiting() {
    return house.get(Waiting.class);
  }

  private PlacementRequest asked() {
    return waiting()
        .find(
            waiting()
                .ask(
                    file,
                    0,
                    new PlacementRequest.Wish(
                        "male", 12, 13, List.of("sr"), List.of(), List.of(), ""),
                    manager),
            officer);
  }

  private UUID expected(UUID at) {
    return expected(asked(), at);
  }

  private UUID expected(PlacementRequest wait, UUID at) {
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), at, officer);
    return placements.expect(wait.id(), placements.held(wait, officer).get(0).id(), "", officer);
  }

  private String state(UUID stay) {
    return stays().find(stay, officer).state();
  }

  @Test
  void theyArriveAreAwayComeBackAndLeave() {
    UUID stay = expected(place);
    assertThat(scenes.free(place, officer)).isOne();
    assertThatThrownBy(() -> stays().away(stay, inHours(9), "", officer))
        .hasMessage("stay.refused.not-there");
    stays().arrive(stay, officer);
    minutePasses();
    assertThatThrownBy(() -> stays().away(stay, inHours(0), "", manager))
        .hasMessage("stay.refused.passed");
    stays().away(stay, inHours(9), "With the aunt until Sunday", manager);
    assertThat(state(stay)).isEqualTo("away");
    minutePasses();
    stays().arrive(stay, officer);
    minutePasses();
    stays().write(stay, "visit", "The judge came", officer);
    minutePasses();
    stays().end(stay, "family", "", officer);
    assertThat(state(stay)).isEqualTo("ended");
    assertThat(scenes.free(place, officer)).isEqualTo(2);
    assertThat(waiting().ofCase(file, manager)).isEmpty();
    assertThat(stays().events(stays().find(stay, officer)))
        .extracting(Stay.Event::kind)
        .containsExactly("ended", "visit", "returned", "away", "arrived");
    assertThat(new InClear(house).columns("The judge came")).isEmpty();
    assertThatThrownBy(() -> stays().write(stay, "visit", "Late", officer))
        .hasMessage("stay.refused.over");
  }

  private Instant inHours(int hours) {
    return house.clock().instant().plus(Duration.ofHours(hours));
  }

  private void minutePasses() {
    house.clock().pass(Duration.ofMinutes(1));
  }

  @Test
  void aPersonWhoDoesNotArriveWaitsAgain() {
    UUID stay = expected(place);
    stays().end(stay, "not_come", "", officer);
    assertThat(state(stay)).isEqualTo("cancelled");
    assertThat(waiting().waiting(officer))
        .extracting(PlacementRequest::caseId)
        .containsExactly(file);
    assertThat(scenes.free(place, officer)).isEqualTo(2);
  }

  @Test
  void aMissingPersonIsShownToBothTeamsUntilFound() {
    UUID stay = expected(place);
    stays().arrive(stay, officer);
    assertThatThrownBy(() -> stays().done(stay, "police_told", "", officer))
        .hasMessage("stay.refused.not-missing");
    stays().missing(stay, "Not at breakfast", officer);
    assertThat(stays().find(stay, manager).missingAt()).isEqualTo(house.clock().instant());
    stays().done(stay, "police_told", "", manager);
    assertThat(scenes.free(place, officer)).as("the bed is kept").isOne();
    stays().arrive(stay, manager);
    assertThat(stays().find(stay, officer).missingAt()).isNull();
    assertThat(state(stay)).isEqualTo("there");
  }

  @Test
  void aChildThatIsLostOnTheWayIsMissingAndExpectedAgainOnceFound() {
    UUID stay = expected(place);
    stays().missing(stay, "Got off the bus in Zlatna Ruka", manager);
    assertThat(state(stay)).isEqualTo("missing");
    assertThat(scenes.free(place, officer)).as("the bed is kept").isOne();
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    stays().found(stay, "", officer);
    assertThat(state(stay)).isEqualTo("expected");
    assertThatThrownBy(() -> stays().found(stay, "", officer))
        .hasMessage("stay.refused.not-missing");
    stays().arrive(stay, officer);
    stays().missing(stay, "", officer);
    assertThatThrownBy(() -> stays().found(stay, "", officer))
        .as("whoever lived there comes back")
        .hasMessage("stay.refused.not-missing");
  }

  @Test
  void aPersonWhoMovesKeepsTheBedUntilTheyArriveElsewhere() {
    UUID first = expected(place);
    stays().arrive(first, officer);
    scenes.places().turn(place, "closed", officer);
    UUID other = scenes.place(1, officer);
    waiting().move(stays().find(first, officer).request(), officer);
    UUID second = expected(waiting().waiting(officer).get(0), other);
    assertThat(state(first)).isEqualTo("there");
    stays().arrive(second, officer);
    assertThat(stays().find(first, officer).ended()).isEqualTo("transfer");
    assertThat(scenes.places().find(place, officer).state()).isEqualTo("closed");
    assertThat(waiting().ofCase(file, manager)).isPresent();
    assertThat(waiting().waiting(officer)).isEmpty();
  }

  @Test
  void neitherStrangersNorTheHouseSeeIt() {
    UUID stay = expected(place);
    for (SignedIn who :
        List.of(
            scenes.officer(),
            house.colleague(manager.organisation(), Role.CASE_MANAGER),
            house.colleague(manager.organisation(), Role.PROSECUTOR))) {
      assertThatThrownBy(() -> stays().find(stay, who)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> stays().arrive(stay, who)).isInstanceOf(NotFound.class);
    }
  }
}
