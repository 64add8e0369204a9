package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The location of a placed person is never sent, whenever it was written. */
@OnBothDatabases
@Tag("slow")
class PlacedMeanwhileTest {
  @Parameter House house;

  @Test
  void whereThePersonIsIsAskedAgainWhenItIsSent() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    Referrals referrals = house.get(Referrals.class);
    UUID id = drafted(scene, "Please see her", "With the aunt at the station");
    UUID basis = scenes.consent(scene, Set.of("identity", "case", "contact"), "adult", null);
    referrals.choose(id, List.of("known_as", "place_now"), basis, scene.sender());
    placed(scene);
    assertThatThrownBy(() -> referrals.send(id, scene.sender()))
        .hasMessage("referral.refused.placed.since");
    referrals.choose(id, List.of("known_as"), basis, scene.sender());
    referrals.send(id, scene.sender());
    assertThat(scenes.state(id, scene)).isNotEqualTo("draft");
  }

  @Test
  void theRequestMayNameAPlaceThatIsRegisteredSince() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    Referrals referrals = house.get(Referrals.class);
    UUID id = drafted(scene, "Please see her at Lindenhaus", "");
    UUID basis = scenes.consent(scene, Set.of("identity", "case", "contact"), "adult", null);
    referrals.choose(id, List.of("known_as"), basis, scene.sender());
    placed(scene);
    assertThatThrownBy(() -> referrals.send(id, scene.sender()))
        .hasMessage("referral.refused.shelter.words");
    assertThat(scenes.state(id, scene)).isEqualTo("draft");
  }

  private UUID drafted(ReferralScenes.Scene scene, String request, String placeNow) {
    return house
        .get(Referrals.class)
        .draft(
            scene.caseId(),
            new Referral.Draft(
                scene.recipient().organisation(),
                "medical_care",
                "assistance",
                house.clock().instant().plus(Duration.ofDays(5)),
                request,
                placeNow),
            scene.sender());
  }

  private void placed(ReferralScenes.Scene scene) {
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer(scene.sender().organisation());
    UUID place = places.place(2, officer);
    Waiting waiting = house.get(Waiting.class);
    PlacementRequest wait =
        waiting.find(
            waiting.ask(
                scene.caseId(),
                0,
                new PlacementRequest.Wish(
                    "female", 20, 25, List.of("sr"), List.of(), List.of(), ""),
                scene.sender()),
            officer);
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), place, officer);
    placements.expect(
        wait.id(), placements.held(wait, officer).get(0).id(), "Agreed with the team", officer);
  }
}
