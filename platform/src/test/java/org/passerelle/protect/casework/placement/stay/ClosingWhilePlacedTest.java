package org.passerelle.protect.casework.placement.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * On closing a case the user is told that the child is placed, and has to explain if it is missing.
 */
@OnBothDatabases
@Tag("slow")
class ClosingWhilePlacedTest {
  @Parameter House house;

  @Test
  void closingTheCaseOfAMissingChildNeedsAnExplanation() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    SignedIn manager = Staff.signedIn(member.user());
    PlaceScenes scenes = new PlaceScenes(house);
    SignedIn officer = scenes.officer(manager.organisation());
    UUID place = scenes.place(1, officer);
    UUID file = SomeCase.in("RS").open(house, manager);
    Browser team = member.browser();
    String at = "/protect/cases/" + file + "/closing";
    assertThat(team.get(at).body()).doesNotContain("lives in a place", "No placement is open");
    Waiting waiting = house.get(Waiting.class);
    PlacementRequest.Wish wish =
        new PlacementRequest.Wish("male", 12, 13, List.of("sr"), List.of(), List.of(), "");
    PlacementRequest wait = waiting.find(waiting.ask(file, 0, wish, manager), officer);
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), place, officer);
    UUID bed = placements.held(wait, officer).get(0).id();
    UUID stay = placements.expect(wait.id(), bed, "", officer);
    Stays stays = house.get(Stays.class);
    stays.arrive(stay, officer);
    assertThat(team.get(at).body()).contains("The person lives in a place");
    stays.missing(stay, "", officer);
    assertThat(team.get(at).body()).contains("The person is missing", "No placement is open");
    CaseStates states = house.get(CaseStates.class);
    assertThatThrownBy(() -> states.close(file, "lost_contact", manager))
        .hasMessage("stay.refused.closing-missing");
    assertThat(team.post(at, "reason", "goals_reached").status()).isEqualTo(422);
    team.get(at);
    Browser.Answer closed =
        team.post(at, "reason", "goals_reached", "why", "The police of Vranje go on looking");
    assertThat(closed.location()).as(closed.body()).isEqualTo("/protect/cases/" + file);
    assertThat(house.get(Cases.class).find(file, manager).open()).isFalse();
  }
}
