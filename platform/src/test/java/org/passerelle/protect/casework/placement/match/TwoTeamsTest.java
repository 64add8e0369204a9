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
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.placement.Rule;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.stay.StayBoards;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.transfer.TransferScenes;
import org.passerelle.protect.sharing.transfer.Transfers;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Two teams of a node place children in the same house. Whoever must be kept apart, or belongs
 * together, counts for both teams, and neither learns of whom it is or who placed them.
 */
@OnBothDatabases
@Tag("slow")
class TwoTeamsTest {
  @Parameter House house;
  private PlaceScenes scenes;
  private SignedIn manager;
  private Member officer;
  private SignedIn here;
  private SignedIn there;

  /** A case manager of the other organisation. */
  private SignedIn taker;

  /** The case that moves to the other organisation, and how it is received there. */
  private ReferralScenes.Scene moving;

  private UUID shared;
  private UUID other;
  private PlacementRequest stays;

  @BeforeEach
  void aHouseInWhichBothTeamsPlace() {
    scenes = new PlaceScenes(house);
    manager = Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user());
    officer = Member.in(house, manager.organisation(), Role.PLACEMENT_OFFICER);
    here = Staff.signedIn(officer.user());
    moving =
        new ReferralScenes(house)
            .scene(manager, "RS", "ngo", SomeCase.in("RS").knownAs("Lumi").minor("no"));
    there = scenes.officer(moving.recipient().organisation());
    taker = Staff.signedIn(Staff.user(house, there.organisation(), Role.CASE_MANAGER).user());
    shared =
        scenes.place(
            PlaceScenes.draft(
                manager.organisation(), Set.of(there.organisation()), 4, "any", 0, 40),
            here);
    other =
        scenes.place(PlaceScenes.draft(manager.organisation(), Set.of(), 4, "any", 0, 40), here);
    stays = asked(SomeCase.in("RS").minor("no").open(house, manager), manager, here);
  }

  private Placements placements() {
    return house.get(Placements.class);
  }

  private PlacementRequest asked(UUID file, SignedIn who, SignedIn team) {
    Waiting waiting = house.get(Waiting.class);
    return waiting.find(
        waiting.ask(
            file,
            1,
            new PlacementRequest.Wish(
                "female", 19, 19, List.of("sq"), List.of(), List.of(), "Quiet"),
            who),
        team);
  }

  /** Both cases were in one organisation when the tie was stated; then one of them moved. */
  private PlacementRequest movedAfter(String kind) {
    String code = house.get(Cases.class).find(moving.caseId(), manager).code();
    house.get(Ties.class).state(stays.caseId(), code, kind, "He sold her", manager);
    UUID transfer = new TransferScenes(house, moving).proposed();
    house.get(Transfers.class).accept(transfer, taker.user(), taker);
    return asked(moving.caseId(), taker, there);
  }

  private UUID held(PlacementRequest wait, UUID place, SignedIn team) {
    placements().hold(wait.id(), place, team);
    return placements().held(wait, team).get(0).id();
  }

  private void lives(PlacementRequest wait, UUID place, SignedIn team) {
    UUID stay = placements().expect(wait.id(), held(wait, place, team), "Arranged", team);
    house.get(Stays.class).arrive(stay, team);
  }

  private Set<Rule> broken(PlacementRequest wait, UUID place, SignedIn team) {
    return placements().choices(wait, team).shown().stream()
        .filter(choice -> choice.place().id().equals(place))
        .map(Placements.Choice::broken)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHouseWhereTheOtherTeamPlacedARivalIsNoFit() {
    PlacementRequest rival = movedAfter("apart");
    assertThat(broken(stays, shared, here)).isEmpty();
    held(rival, shared, there);
    assertThat(broken(stays, shared, here)).as("a held bed").containsExactly(Rule.APART);
    house.clock().pass(Duration.ofMinutes(91));
    assertThat(broken(stays, shared, here)).as("a hold that ran out").isEmpty();
    lives(rival, shared, there);
    assertThat(broken(stays, shared, here)).containsExactly(Rule.APART);
    assertThat(broken(stays, other, here)).isEmpty();
    assertThat(placements().propose(here).proposal().placed())
        .containsEntry(stays.caseId().toString(), other.toString());
    UUID bed = held(stays, shared, here);
    assertThatThrownBy(() -> placements().expect(stays.id(), bed, "", here))
        .hasMessage("match.refused.reason");
    assertThat(broken(asked(moving.caseId(), taker, there), shared, there))
        .as("the other team is told the same")
        .contains(Rule.APART);
  }

  @Test
  void neitherPageTellsWhoItIsNorWhoPlacedThem() {
    PlacementRequest rival = movedAfter("apart");
    lives(rival, shared, there);
    String team =
        house
            .get(Organisations.class)
            .find(there.organisation())
            .orElseThrow()
            .name()
            .in(new Language("en"));
    for (String path : List.of("/children/" + stays.id(), "/proposal", "")) {
      assertThat(officer.browser().get("/protect/placement" + path).body())
          .as(path)
          .contains(stays.code())
          .doesNotContain(rival.code(), rival.caseId().toString(), team, "He sold her", "Lumi");
    }
    assertThat(officer.browser().get("/protect/placement/children/" + stays.id()).body())
        .contains("Somebody lives there from whom they must be kept apart");
    StayBoards boards = house.get(StayBoards.class);
    assertThat(boards.count(here)).isZero();
    assertThat(boards.newest(here, 9)).isEmpty();
    assertThat(boards.all(null, 1, here)).isEmpty();
    assertThat(boards.byCode(rival.code(), here)).isEmpty();
    assertThat(boards.lives(List.of(rival.caseId()), manager)).as("no placing team").isEmpty();
  }

  @Test
  void aSisterWhomTheOtherTeamPlacedIsNotLeftAlone() {
    PlacementRequest sister = movedAfter("together");
    assertThat(broken(stays, other, here)).isEmpty();
    lives(sister, shared, there);
    assertThat(broken(stays, other, here)).containsExactly(Rule.TOGETHER);
    assertThat(broken(stays, shared, here)).isEmpty();
    assertThat(placements().propose(here).proposal().placed())
        .containsEntry(stays.caseId().toString(), shared.toString());
    house.get(Waiting.class).move(sister.id(), there);
    assertThat(broken(stays, other, here))
        .as("nobody is drawn to a house that she will leave")
        .isEmpty();
  }

  @Test
  void aHouseThatIsNotOfferedToTheTeamDoesNotCount() {
    UUID theirs =
        scenes.place(PlaceScenes.draft(there.organisation(), Set.of(), 4, "any", 0, 40), there);
    PlacementRequest sister = movedAfter("together");
    held(sister, theirs, there);
    assertThat(broken(stays, shared, here)).as("a bed held out of reach").isEmpty();
    lives(sister, theirs, there);
    assertThat(broken(stays, shared, here)).isEmpty();
    assertThat(broken(stays, other, here)).isEmpty();
    assertThat(placements().propose(here).proposal().placed())
        .containsKey(stays.caseId().toString());
  }

  @Test
  void aBedHeldForOneChildIsNotGivenToAnother() {
    UUID bed = held(stays, shared, here);
    PlacementRequest another =
        asked(SomeCase.in("RS").minor("no").open(house, manager), manager, here);
    assertThatThrownBy(() -> placements().expect(another.id(), bed, "", here))
        .isInstanceOf(NotFound.class);
    assertThat(placements().held(stays, here)).hasSize(1);
  }
}
