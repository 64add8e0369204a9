package org.passerelle.understand.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.network.ActorKind;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;
import org.passerelle.protect.casework.placement.zone.ZoneSource;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A place of a network becomes a proposed zone of a case; neither side learns more. */
@OnBothDatabases
class PlacesToAvoidTest {
  private static final CaseEntries.Words WORDS =
      new CaseEntries.Words("a case file", Map.of(), "suspected", "uses");
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private SignedIn prosecutor;
  private UUID network;
  private UUID basis;
  private UUID flat;

  @BeforeEach
  void aCaseInANetworkWithAnAddress() {
    scenes = new ReferralScenes(house);
    scene = scenes.scene("RS", "ngo", "RS", "prosecutor");
    prosecutor = house.colleague(scene.recipient().organisation(), Role.PROSECUTOR);
    network = house.get(Networks.class).begin("Otters", "?", null, prosecutor);
    basis = scenes.consent(scene, "prosecution", Set.of("case"), "adult", null);
    house.get(CaseEntries.class).enter(network, basis, WORDS, prosecutor);
    flat = actor(ActorKind.ADDRESS, "The flat above the bakery");
  }

  @Test
  void theTeamReadsThePlaceAndNothingOfTheNetwork() {
    PlacesToAvoid.Person victim = places().people(network, prosecutor).get(0);
    assertThat(victim.pseudonym()).isEqualTo("V-1");
    places().tell(network, flat, victim.entry(), "exploitation", prosecutor);
    ZoneSource.Proposed told = proposed().get(0);
    assertThat(told.name()).isEqualTo("The flat above the bakery");
    assertThat(told.kind()).isEqualTo("exploitation");
    assertThat(told.origin()).isEqualTo("network");
    assertThat(told.toString()).doesNotContain("Otters", "V-1", flat.toString());
    assertThat(house.get(CaseJournal.class).newest(scene.caseId(), 99))
        .filteredOn(line -> line.kind().equals("zone.told"))
        .singleElement()
        .satisfies(line -> assertThat(line.user()).as("not even who told it").isNull());
    house
        .get(Zones.class)
        .add(
            scene.caseId(),
            new ExclusionZone.Draft(
                told.kind(),
                told.origin(),
                told.source(),
                5,
                null,
                new ExclusionZone.Words(told.name(), "", "", 44.8, 20.4)),
            scene.sender());
    assertThat(proposed()).as("what became a zone is proposed no longer").isEmpty();
  }

  @Test
  void nothingIsToldOnceTheBasisIsGoneOrByAnybodyElse() {
    UUID entry = places().people(network, prosecutor).get(0).entry();
    UUID person = actor(ActorKind.PERSON, "Somebody");
    assertThatThrownBy(() -> places().tell(network, person, entry, "other", prosecutor))
        .as("a person is no place")
        .isInstanceOf(NotFound.class);
    SignedIn other = house.colleague(prosecutor.organisation(), Role.PROSECUTOR);
    assertThatThrownBy(() -> places().tell(network, flat, entry, "other", other))
        .isInstanceOf(NotFound.class);
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    assertThat(places().people(network, prosecutor)).isEmpty();
    assertThatThrownBy(() -> places().tell(network, flat, entry, "other", prosecutor))
        .isInstanceOf(NotFound.class);
    assertThat(proposed()).isEmpty();
  }

  private UUID actor(ActorKind kind, String label) {
    return house
        .get(Changes.class)
        .addActor(network, new ActorState("", kind, label, false, Map.of(), null), prosecutor);
  }

  private List<ZoneSource.Proposed> proposed() {
    return house.get(Zones.class).proposed(scene.caseId(), scene.sender());
  }

  private PlacesToAvoid places() {
    return house.get(PlacesToAvoid.class);
  }
}
