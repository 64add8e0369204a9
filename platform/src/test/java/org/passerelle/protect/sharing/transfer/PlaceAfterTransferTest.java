package org.passerelle.protect.sharing.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.place.Addresses;
import org.passerelle.protect.casework.placement.stay.StayBoards;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The new organisation learns that the person is safe, and not where. */
@OnBothDatabases
class PlaceAfterTransferTest {
  @Parameter House house;
  private TransferScenes scenes;
  private SignedIn officer;
  private UUID place;
  private UUID stay;

  @BeforeEach
  void somebodyLivesThere() {
    scenes = new TransferScenes(house);
    PlaceScenes places = new PlaceScenes(house);
    officer = places.officer(scenes.sender().organisation());
    place = places.place(2, officer);
    places.at(place, "Hidden Lane 7", 44.8, 20.4, officer);
    Waiting waiting = house.get(Waiting.class);
    PlacementRequest wait =
        waiting.find(
            waiting.ask(
                scenes.caseId(),
                0,
                new PlacementRequest.Wish("male", 12, 13, List.of("sr"), List.of(), List.of(), ""),
                scenes.sender()),
            officer);
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), place, officer);
    stay = placements.expect(wait.id(), placements.held(wait, officer).get(0).id(), "", officer);
    scenes.accepted();
  }

  @Test
  void theTeamThatPlacedKeepsTheBedAndTheNewTeamSeesThatTheyAreThere() {
    SignedIn officerThere = house.colleague(scenes.there(), Role.PLACEMENT_OFFICER);
    Stays stays = house.get(Stays.class);
    stays.arrive(stay, officer);
    assertThat(stays.ofCase(scenes.caseId(), scenes.taker()))
        .singleElement()
        .satisfies(one -> assertThat(one.state()).isEqualTo("there"));
    assertThatThrownBy(() -> stays.find(stay, officerThere)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> stays.find(stay, scenes.sender())).isInstanceOf(NotFound.class);
    assertThat(house.get(StayBoards.class).newest(officer, 9)).hasSize(1);
    Addresses addresses = house.get(Addresses.class);
    assertThat(addresses.read(place, officer).address()).isEqualTo("Hidden Lane 7");
    assertThatThrownBy(() -> addresses.read(place, officerThere)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> addresses.read(place, scenes.taker())).isInstanceOf(NotFound.class);
  }

  @Test
  void whoeverDoesNotStayWaitsWithTheTeamThatHasTheCase() {
    house.get(Stays.class).end(stay, "not_come", "", officer);
    assertThat(house.get(Waiting.class).ofCase(scenes.caseId(), scenes.taker()))
        .hasValueSatisfying(wait -> assertThat(wait.organisation()).isEqualTo(scenes.there()));
  }
}
