package org.passerelle.protect.casework.placement.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * A bed is given only once, is released automatically, and stays taken while somebody sleeps in it.
 */
@OnBothDatabases
@Tag("slow")
class BedsTest {
  @Parameter House house;
  private PlaceScenes scenes;
  private SignedIn officer;

  @BeforeEach
  void somebodyPlaces() {
    scenes = new PlaceScenes(house);
    officer = scenes.officer();
  }

  @Test
  void theLastBedIsGivenOnce() throws Exception {
    UUID id = scenes.place(1, officer);
    Callable<Boolean> hold =
        () -> {
          try {
            scenes.beds().hold(id, null, scenes.officer(officer.organisation()));
            return true;
          } catch (Refused refused) {
            return false;
          }
        };
    List<Boolean> got = AtOnce.all(Collections.nCopies(8, hold));
    assertThat(got).containsOnlyOnce(true);
    assertThat(scenes.free(id, officer)).isZero();
  }

  @Test
  void aHoldExpiresAfterNinetyMinutes() {
    UUID id = scenes.place(1, officer);
    scenes.beds().hold(id, null, officer);
    house.clock().pass(Duration.ofMinutes(89));
    assertThat(scenes.free(id, officer)).isZero();
    house.clock().pass(Duration.ofMinutes(1));
    assertThat(scenes.free(id, officer)).isOne();
    assertThat(scenes.beds().holds(officer)).isEmpty();
    house.get(HoldExpiry.class).check();
    assertThat(house.get(AuditReader.class).entries(id, null, "place.hold-lapsed", 0, 9))
        .hasSize(1);
    assertThat(house.get(HoldExpiry.class).check()).isZero();
  }

  @Test
  void aHoldThatEndsWhileItIsConfirmedIsKeptOnlyIfABedIsLeft() {
    UUID id = scenes.place(1, officer);
    Case file = file(officer);
    Bed first = scenes.beds().hold(id, file.id(), officer);
    house.clock().pass(PlaceBeds.HOLD);
    SignedIn other = scenes.officer(officer.organisation());
    Bed second = scenes.beds().hold(id, null, other);
    assertThatThrownBy(() -> scenes.beds().keep(id, first.id(), file.id(), officer))
        .hasMessage("placement.refused.hold-over");
    scenes.beds().release(id, second.id(), other);
    scenes.beds().keep(id, first.id(), file.id(), officer);
    assertThat(scenes.free(id, officer)).isZero();
    house.get(HoldExpiry.class).check();
    assertThat(scenes.free(id, officer)).isZero();
    assertThatThrownBy(() -> scenes.beds().keep(id, first.id(), file.id(), officer))
        .hasMessage("placement.refused.kept-before");
  }

  @Test
  void anotherTeamSeesHowManyAreTakenAndNotByWhom() {
    SignedIn placer = scenes.officer();
    UUID id =
        scenes.place(
            PlaceScenes.draft(
                officer.organisation(), Set.of(placer.organisation()), 3, "any", 0, 17),
            officer);
    Bed bed = scenes.beds().hold(id, file(officer).id(), officer);
    Bed seen = scenes.beds().holds(id, placer).get(0);
    assertThat(seen.caseId()).isNull();
    assertThat(seen.by()).isNotEqualTo(officer.user());
    assertThatThrownBy(() -> scenes.beds().release(id, bed.id(), placer))
        .isInstanceOf(NotFound.class);
    assertThat(scenes.beds().holds(id, officer).get(0).caseId()).isNotNull();
    assertThatThrownBy(() -> scenes.places().turn(id, "closed", placer))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void nobodyHoldsMoreThanTheyCanArrange() {
    UUID id = scenes.place(30, officer);
    for (int i = 0; i < PlaceBeds.MOST_HOLDS; i++) {
      scenes.beds().hold(id, null, officer);
    }
    assertThatThrownBy(() -> scenes.beds().hold(id, null, officer))
        .hasMessage("placement.refused.many-holds");
  }

  @Test
  void aHouseWithChildrenInItClosesWhenTheLastHasLeft() {
    UUID id = scenes.place(2, officer);
    Bed bed = kept(id, file(officer));
    assertThat(scenes.places().turn(id, "closed", officer)).isEqualTo("closing");
    assertThat(scenes.free(id, officer)).isZero();
    assertThatThrownBy(() -> scenes.beds().hold(id, null, officer))
        .hasMessage("placement.refused.none-free");
    house.inTransaction(
        () -> {
          scenes.beds().leave(bed.id());
          return bed;
        });
    assertThat(scenes.places().find(id, officer).state()).isEqualTo("closed");
    assertThatThrownBy(() -> scenes.places().turn(id, "open", officer))
        .hasMessage("placement.refused.closed");
  }

  @Test
  void anErasedResidentStillOccupiesTheBed() {
    SignedIn all =
        house.colleague(
            officer.organisation(), Role.PLACEMENT_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR);
    UUID id = scenes.place(2, officer);
    Case file = file(all);
    kept(id, file);
    assertThat(scenes.free(id, officer)).isOne();
    house
        .get(Erasures.class)
        .erase(
            file.person().id(),
            officer.organisation(),
            "asked_by_person",
            all.user(),
            house.colleague(officer.organisation(), Role.SUPERVISOR));
    Place place = scenes.places().find(id, officer);
    assertThat(place.beds()).isEqualTo(new Place.Beds(2, 0, 0, 1));
    assertThat(place.stale(house.clock().instant())).as("the house counts anew").isTrue();
    assertThat(
            house
                .db()
                .sql("select count(*) from place_bed where case_id = :case")
                .param("case", file.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private Bed kept(UUID place, Case file) {
    Bed bed = scenes.beds().hold(place, file.id(), officer);
    scenes.beds().keep(place, bed.id(), file.id(), officer);
    return bed;
  }

  private Case file(SignedIn who) {
    SignedIn manager =
        house.colleague(who.organisation(), Role.CASE_MANAGER, Role.PLACEMENT_OFFICER);
    UUID id = SomeCase.in("RS").minor("yes").open(house, manager);
    return house.get(Cases.class).find(id, manager);
  }

  @Test
  void aHouseThatClosesWaitsForNobodyOnceItsLastChildIsErased() {
    SignedIn all =
        house.colleague(
            officer.organisation(), Role.PLACEMENT_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR);
    UUID id = scenes.place(2, officer);
    Case file = file(all);
    kept(id, file);
    assertThat(scenes.places().turn(id, "closed", officer)).isEqualTo("closing");
    house
        .get(Erasures.class)
        .erase(
            file.person().id(),
            officer.organisation(),
            "asked_by_person",
            all.user(),
            house.colleague(officer.organisation(), Role.SUPERVISOR));
    assertThat(scenes.places().find(id, officer).state()).isEqualTo("closed");
  }
}
