package org.passerelle.protect.casework.placement.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Rule;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.stay.StayBoards;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.protect.casework.placement.zone.ExclusionZone;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** Proposed places violate no rule, and a person decides. */
@OnBothDatabases
@Tag("postgresql")
@Tag("slow")
class PlacementsTest {
  @Parameter House house;
  private PlaceScenes scenes;
  private SignedIn manager;
  private SignedIn officer;

  @BeforeEach
  void aTeamAndItsCases() {
    scenes = new PlaceScenes(house);
    manager = house.somebody(Role.CASE_MANAGER);
    officer = scenes.officer(manager.organisation());
  }

  private Waiting waiting() {
    return house.get(Waiting.class);
  }

  private Placements placements() {
    return house.get(Placements.class);
  }

  private static PlacementRequest.Wish wish(String sex, int age) {
    return new PlacementRequest.Wish(
        sex, age, age, List.of("sq"), List.of("schooling"), List.of(), "Quiet");
  }

  private UUID file() {
    return SomeCase.in("RS").minor("yes").open(house, manager);
  }

  private PlacementRequest waits(UUID file, int urgency) {
    return waiting().find(waiting().ask(file, urgency, wish("female", 14), manager), officer);
  }

  private UUID placeAt(double latitude, double longitude, int beds) {
    UUID place = scenes.place(beds, officer);
    scenes.at(place, "Kestenova 7", latitude, longitude, officer);
    return place;
  }

  private void zone(UUID file, double latitude, double longitude, int kilometres) {
    house
        .get(Zones.class)
        .add(
            file,
            new ExclusionZone.Draft(
                "exploitation",
                "hand",
                null,
                kilometres,
                null,
                new ExclusionZone.Words("The flat", "", "", latitude, longitude)),
            manager);
  }

  @Test
  void onlyThePlacingTeamReadsWhatIsAskedAndNoIdentityIsInIt() {
    PlacementRequest wait = waits(file(), 0);
    assertThat(waiting().waiting(officer)).extracting(w -> w.id()).containsExactly(wait.id());
    assertThat(waiting().read(wait.id(), officer).wish().words()).isEqualTo("Quiet");
    assertThat(
            house.get(AuditReader.class).entries(wait.caseId(), null, "placement.child-read", 0, 9))
        .hasSize(1);
    for (SignedIn who : List.of(manager, scenes.officer())) {
      assertThatThrownBy(() -> waiting().read(wait.id(), who)).isInstanceOf(NotFound.class);
    }
    assertThat(new InClear(house).columns("Quiet")).isEmpty();
    waiting().withdraw(wait.caseId(), manager);
    assertThat(waiting().waiting(officer)).isEmpty();
  }

  @Test
  void nobodyLooksForAPlaceWhileTheCaseIsClosed() {
    PlacementRequest wait = waits(file(), 1);
    CaseStates states = house.get(CaseStates.class);
    states.close(wait.caseId(), "lost_contact", manager);
    assertThat(waiting().waiting(officer)).isEmpty();
    assertThat(placements().propose(officer).waits()).isEmpty();
    states.reopen(wait.caseId(), manager);
    assertThat(waiting().waiting(officer)).extracting(w -> w.id()).containsExactly(wait.id());
  }

  @Test
  void aChildGoesOutsideTheirZoneAndTheOtherWaitsForABed() {
    UUID near = placeAt(44.80, 20.45, 1);
    UUID far = placeAt(43.32, 21.90, 1);
    PlacementRequest kept = waits(file(), 1);
    zone(kept.caseId(), 44.81, 20.46, 50);
    PlacementRequest free = waits(file(), 0);
    PlacementRequest third = waits(file(), 2);
    Proposal proposal = placements().propose(officer).proposal();
    assertThat(proposal.placed())
        .containsEntry(kept.caseId().toString(), far.toString())
        .containsEntry(free.caseId().toString(), near.toString());
    assertThat(proposal.optimal()).isTrue();
    assertThat(proposal.waiting())
        .singleElement()
        .extracting(Proposal.Waits::child, Proposal.Waits::rule)
        .containsExactly(third.caseId().toString(), Rule.CAPACITY);
    assertThat(placements().choices(kept, officer).shown())
        .extracting(c -> c.place().id(), Placements.Choice::band)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(far, "well"),
            org.assertj.core.groups.Tuple.tuple(near, "not"));
  }

  @Test
  void brothersAndSistersGoTogetherAndThoseInConflictApart() {
    UUID two = placeAt(43.32, 21.90, 2);
    UUID one = placeAt(43.33, 21.91, 1);
    UUID sister = file();
    UUID brother = file();
    UUID rival = file();
    waits(sister, 1);
    waits(brother, 1);
    waits(rival, 1);
    Ties ties = house.get(Ties.class);
    ties.state(sister, code(brother), "together", "", manager);
    ties.state(rival, code(sister), "apart", "He hit her", manager);
    assertThat(placements().propose(officer).proposal().placed())
        .containsEntry(sister.toString(), two.toString())
        .containsEntry(brother.toString(), two.toString())
        .containsEntry(rival.toString(), one.toString());
    assertThat(new InClear(house).columns("He hit her")).isEmpty();
    assertThatThrownBy(() -> ties.state(sister, "XXX-XXX", "apart", "", manager))
        .hasMessage("match.refused.no-case");
    assertThatThrownBy(() -> ties.state(sister, code(sister), "apart", "", manager))
        .hasMessage("match.refused.same-case");
  }

  private String code(UUID file) {
    return house.get(Cases.class).find(file, manager).code();
  }

  @Test
  void aRuleIsSetAsideOnlyWithAReasonAndBedsNever() {
    UUID near = placeAt(44.80, 20.45, 1);
    PlacementRequest wait = waits(file(), 0);
    zone(wait.caseId(), 44.81, 20.46, 50);
    placements().hold(wait.id(), near, officer);
    UUID bed = placements().held(wait, officer).get(0).id();
    assertThatThrownBy(() -> placements().expect(wait.id(), bed, "", officer))
        .hasMessage("match.refused.reason");
    UUID stay = placements().expect(wait.id(), bed, "The flat was cleared by the police", officer);
    assertThat(house.get(Stays.class).find(stay, officer).words().overruled())
        .containsExactly("ZONE");
    assertThat(
            house.get(AuditReader.class).entries(wait.caseId(), null, "placement.overruled", 0, 9))
        .hasSize(1);
    assertThatThrownBy(() -> placements().hold(wait.id(), near, officer))
        .hasMessage("match.refused.placed");
    PlacementRequest other = waits(file(), 0);
    assertThatThrownBy(() -> placements().hold(other.id(), near, officer))
        .hasMessage("placement.refused.none-free");
  }

  @Test
  void aHoldThatEndsWhileItIsArrangedIsKeptIfNobodyTookTheBed() {
    UUID place = placeAt(43.32, 21.90, 1);
    PlacementRequest wait = waits(file(), 0);
    placements().hold(wait.id(), place, officer);
    UUID bed = placements().held(wait, officer).get(0).id();
    house.clock().pass(Duration.ofMinutes(91));
    PlacementRequest other = waits(file(), 0);
    placements().hold(other.id(), place, officer);
    assertThatThrownBy(() -> placements().expect(wait.id(), bed, "", officer))
        .hasMessage("placement.refused.hold-over");
    house.clock().pass(Duration.ofMinutes(91));
    placements().expect(wait.id(), bed, "", officer);
    assertThat(waiting().waiting(officer)).extracting(w -> w.id()).containsExactly(other.id());
  }

  @Test
  void travelTimesCountWhereTheTableSaysThem() {
    UUID place = scenes.place(1, officer);
    house
        .get(org.passerelle.protect.casework.placement.place.Addresses.class)
        .write(
            place,
            new org.passerelle.protect.casework.placement.place.Whereabouts(
                "Kestenova 7", "", "", "Niš", null, null),
            officer);
    PlacementRequest wait = waits(file(), 0);
    house
        .get(Zones.class)
        .add(
            wait.caseId(),
            new ExclusionZone.Draft(
                "route",
                "hand",
                null,
                null,
                120,
                new ExclusionZone.Words("The bus", "", "Beograd", null, null)),
            manager);
    assertThat(broken(wait)).containsExactly(Rule.ZONE);
    TravelTimes travel = house.get(TravelTimes.class);
    assertThatThrownBy(() -> travel.write("Niš; Beograd", officer))
        .hasMessage("match.refused.travel");
    assertThat(travel.write("niš; beograd; 150\n\nNiš;Vranje;60", officer)).isEqualTo(2);
    assertThat(broken(wait)).isEmpty();
    travel.write("Beograd\tNiš\t90", officer);
    assertThat(broken(wait)).containsExactly(Rule.ZONE);
    assertThat(new InClear(house).columns("beograd\tniš")).isEmpty();
  }

  @Test
  void aHouseBesideTheRoadOfASuspectIsWithinTheirRoute() {
    placeAt(43.98, 21.26, 1);
    PlacementRequest wait = waits(file(), 0);
    assertThat(broken(wait)).isEmpty();
    house
        .get(Zones.class)
        .add(
            wait.caseId(),
            new ExclusionZone.Draft(
                "route",
                "hand",
                null,
                30,
                null,
                new ExclusionZone.Words(
                    "The road south",
                    "",
                    "",
                    null,
                    null,
                    List.of(
                        new ExclusionZone.Stop(44.8125, 20.4612, "Beograd"),
                        new ExclusionZone.Stop(43.3209, 21.8958, "Niš")))),
            manager);
    assertThat(broken(wait)).containsExactly(Rule.ZONE);
  }

  private Set<Rule> broken(PlacementRequest wait) {
    return placements().choices(wait, officer).shown().get(0).broken();
  }

  @Test
  void personsErasedWhileWaitingOrExpectedAreGone() {
    UUID place = placeAt(43.32, 21.90, 2);
    Case file = house.get(Cases.class).find(file(), manager);
    PlacementRequest wait = waits(file.id(), 0);
    house.get(Ties.class).state(file.id(), code(file()), "together", "", manager);
    placements().hold(wait.id(), place, officer);
    placements().expect(wait.id(), placements().held(wait, officer).get(0).id(), "", officer);
    house
        .get(Erasures.class)
        .erase(
            file.person().id(),
            manager.organisation(),
            "asked_by_person",
            manager.user(),
            house.colleague(manager.organisation(), Role.SUPERVISOR));
    assertThat(house.get(StayBoards.class).lives(List.of(file.id()), officer)).isEmpty();
    assertThat(scenes.free(place, officer)).as("somebody may sleep there").isOne();
    assertThat(placements().propose(officer).waits()).isEmpty();
  }
}
