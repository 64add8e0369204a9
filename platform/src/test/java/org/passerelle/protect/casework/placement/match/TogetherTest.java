package org.passerelle.protect.casework.placement.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Rule;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.undo.Undo;

/**
 * Persons who belong together or must be kept apart are considered wherever they are: waiting, with
 * a held bed, placed.
 */
@OnBothDatabases
@Tag("slow")
class TogetherTest {
  @Parameter House house;
  private PlaceScenes scenes;
  private SignedIn manager;
  private SignedIn officer;

  @BeforeEach
  void aTeam() {
    scenes = new PlaceScenes(house);
    manager = Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user());
    officer = scenes.officer(manager.organisation());
  }

  private Placements placements() {
    return house.get(Placements.class);
  }

  private PlacementRequest waits() {
    Waiting waiting = house.get(Waiting.class);
    UUID file = SomeCase.in("RS").minor("yes").open(house, manager);
    PlacementRequest.Wish wish =
        new PlacementRequest.Wish("female", 14, 14, List.of("sq"), List.of(), List.of(), "Quiet");
    return waiting.find(waiting.ask(file, 1, wish, manager), officer);
  }

  private void tie(PlacementRequest one, PlacementRequest other, String kind) {
    String code = house.get(Cases.class).find(other.caseId(), manager).code();
    house.get(Ties.class).state(one.caseId(), code, kind, "", manager);
  }

  private UUID held(PlacementRequest wait, UUID place) {
    placements().hold(wait.id(), place, officer);
    return placements().held(wait, officer).get(0).id();
  }

  private void lives(PlacementRequest wait, UUID place) {
    UUID stay = placements().expect(wait.id(), held(wait, place), "Arranged", officer);
    house.get(Stays.class).arrive(stay, officer);
  }

  private Set<Rule> broken(PlacementRequest wait, UUID place) {
    return placements().choices(wait, officer).shown().stream()
        .filter(choice -> choice.place().id().equals(place))
        .map(Placements.Choice::broken)
        .findFirst()
        .orElseThrow();
  }

  private Proposal proposed() {
    return placements().propose(officer).proposal();
  }

  @Test
  void aHouseThatWouldPartThemTakesAReason() {
    UUID one = scenes.place(1, officer);
    UUID two = scenes.place(2, officer);
    PlacementRequest sister = waits();
    PlacementRequest brother = waits();
    assertThat(broken(sister, one)).isEmpty();
    tie(sister, brother, "together");
    assertThat(broken(sister, one)).containsExactly(Rule.TOGETHER);
    assertThat(broken(sister, two)).isEmpty();
    UUID bed = held(sister, one);
    assertThatThrownBy(() -> placements().expect(sister.id(), bed, "", officer))
        .hasMessage("match.refused.reason");
    UUID stay = placements().expect(sister.id(), bed, "Both ask for it", officer);
    assertThat(house.get(Stays.class).find(stay, officer).words().overruled())
        .containsExactly("TOGETHER");
    assertThat(broken(brother, two)).as("she is placed elsewhere").contains(Rule.TOGETHER);
  }

  @Test
  void bothGoWhereBothFitAndTheSecondNeedsNoReason() {
    UUID two = scenes.place(2, officer);
    scenes.place(2, officer);
    PlacementRequest sister = waits();
    PlacementRequest brother = waits();
    tie(sister, brother, "together");
    placements().expect(sister.id(), held(sister, two), "", officer);
    placements().expect(brother.id(), held(brother, two), "", officer);
    assertThat(scenes.free(two, officer)).isZero();
  }

  @Test
  void aHeldBedCountsAsPresence() {
    UUID plain = scenes.place(PlaceScenes.draft(officer, 3), officer);
    UUID other = scenes.place(3, officer);
    PlacementRequest brother = waits();
    PlacementRequest sister = waits();
    PlacementRequest rival = waits();
    tie(brother, sister, "together");
    tie(rival, brother, "apart");
    held(brother, plain);
    assertThat(proposed().placed())
        .containsEntry(sister.caseId().toString(), plain.toString())
        .containsEntry(rival.caseId().toString(), other.toString());
    assertThat(broken(sister, other)).containsExactly(Rule.TOGETHER);
    assertThat(broken(rival, plain)).containsExactly(Rule.APART);
  }

  @Test
  void aPersonToBeMovedStillLivesThereAndIsNotOfferedIt() {
    UUID home = scenes.place(3, officer);
    UUID other = scenes.place(1, officer);
    PlacementRequest moved = waits();
    lives(moved, home);
    PlacementRequest rival = waits();
    tie(rival, moved, "apart");
    house.get(Waiting.class).move(moved.id(), officer);
    assertThat(proposed().placed())
        .as("one bed that both could have")
        .hasSize(1)
        .containsValue(other.toString());
    assertThat(broken(moved, home)).containsExactly(Rule.MOVE);
    assertThat(broken(rival, home)).containsExactly(Rule.APART);
    held(moved, other);
    assertThat(proposed().placed()).as("she has not left yet").isEmpty();
  }

  @Test
  void aTieEndedByMistakeHoldsAgainUnlessAnotherWasStated() {
    PlacementRequest one = waits();
    PlacementRequest other = waits();
    Ties ties = house.get(Ties.class);
    tie(one, other, "apart");
    UUID tie = ties.of(one.caseId(), manager).get(0).id();
    UUID offer = ties.end(one.caseId(), tie, manager);
    assertThat(ties.of(other.caseId(), manager)).isEmpty();
    house.get(Undo.class).takeBack(offer, manager);
    assertThat(ties.of(other.caseId(), manager)).extracting(Tie::id).containsExactly(tie);
    UUID late = ties.end(one.caseId(), tie, manager);
    tie(other, one, "together");
    assertThatThrownBy(() -> house.get(Undo.class).takeBack(late, manager))
        .hasMessage("form.undo.late");
    assertThat(ties.of(one.caseId(), manager)).extracting(Tie::kind).containsExactly("together");
  }

  @Test
  void whoSeesOneOfTwoReadsNeitherTheOthersCodeNorTheReason() {
    PlacementRequest one = waits();
    PlacementRequest other = waits();
    Ties ties = house.get(Ties.class);
    String code = house.get(Cases.class).find(other.caseId(), manager).code();
    ties.state(one.caseId(), code, "apart", "He sold her", manager);
    SignedIn second =
        Staff.signedIn(Member.in(house, manager.organisation(), Role.CASE_MANAGER).user());
    house.get(CaseTeam.class).add(one.caseId(), second.user(), manager);
    assertThat(ties.of(one.caseId(), second))
        .extracting(Tie::code, Tie::reason, Tie::kind)
        .containsExactly(tuple("", "", "apart"));
    assertThat(ties.of(one.caseId(), manager)).extracting(Tie::code).containsExactly(code);
    assertThat(ties.ofPlaced(one.caseId(), officer)).extracting(Tie::code).containsExactly(code);
    house.get(Waiting.class).withdraw(other.caseId(), manager);
    assertThat(ties.ofPlaced(one.caseId(), officer))
        .as("nobody looks for a place for the other")
        .extracting(Tie::code, Tie::reason)
        .containsExactly(tuple("", ""));
  }

  @Test
  void forWhomNothingFitsIsKnown() {
    PlacementRequest wait = waits();
    UnplaceableRequests fitting = house.get(UnplaceableRequests.class);
    assertThat(fitting.nothing(List.of(wait), officer)).containsExactly(wait.id());
    scenes.place(PlaceScenes.draft(officer.organisation(), Set.of(), 1, "male", 0, 17), officer);
    assertThat(fitting.nothing(List.of(wait), officer)).containsExactly(wait.id());
    UUID place = scenes.place(1, officer);
    assertThat(fitting.nothing(List.of(wait), officer)).isEmpty();
    lives(wait, place);
    PlacementRequest late = waits();
    assertThat(fitting.nothing(List.of(late), officer)).containsExactly(late.id());
  }
}
