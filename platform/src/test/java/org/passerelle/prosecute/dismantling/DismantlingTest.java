package org.passerelle.prosecute.dismantling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.NetworkLinks;
import org.passerelle.prosecute.measure.Measure;
import org.passerelle.prosecute.measure.Measures;
import org.passerelle.prosecute.proceeding.Outcome;
import org.passerelle.prosecute.proceeding.Outcomes;
import org.passerelle.prosecute.suspect.ActorsToSuspects;
import org.passerelle.prosecute.suspect.NonPunishment;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;

/** A linked network before and after arrests: suspects who came from it count, victims never. */
@OnBothDatabases
class DismantlingTest {
  @Parameter House house;
  private Scenes scenes;
  private Member member;
  private SignedIn who;
  private UUID id;
  private UUID network;

  @BeforeEach
  void aRingWithAVictim() {
    scenes = new Scenes(house);
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = scenes.begun(who).id();
    network = house.get(Networks.class).begin("Heron ring", "?", null, who);
    house
        .get(Changes.class)
        .enter(
            network,
            new CaseNetwork(
                List.of(
                    actor("Boss", false, "leader"),
                    actor("Driver", false, "transporter"),
                    actor("Cook", false, "transporter"),
                    actor("Lumi", true, "")),
                List.of(
                    Tie.plain("1", "Boss", "Driver", 1),
                    Tie.plain("2", "Driver", "Cook", 1),
                    Tie.plain("3", "Boss", "Lumi", 1))),
            who);
    house.get(NetworkLinks.class).link(id, network, who);
  }

  private static Actor actor(String id, boolean victim, String role) {
    return new Actor(
        id,
        ActorKind.PERSON,
        id,
        victim,
        role.isEmpty() ? Map.of() : Map.of("role", List.of(role)));
  }

  private UUID taken(String label) {
    UUID actor =
        house.get(Networks.class).find(network, who).network().actors().stream()
            .filter(one -> one.label().equals(label))
            .map(one -> UUID.fromString(one.id()))
            .findFirst()
            .orElseThrow();
    return house.get(ActorsToSuspects.class).take(id, network, actor, who);
  }

  private void arrested(UUID suspect) {
    Measures measures = house.get(Measures.class);
    UUID arrest =
        measures.order(
            id,
            new Measure.Draft(
                "arrest",
                suspect,
                scenes.today(),
                scenes.today(),
                null,
                new Measure.Words("A court", "", "", "")),
            who);
    measures.executed(id, arrest, scenes.today(), who);
  }

  private void convicted(UUID suspect) {
    Charges charges = house.get(Charges.class);
    UUID charge =
        charges.propose(
            id, new Charge.Draft(suspect, "trafficking-fr", scenes.today(), List.of()), who);
    charges.bring(id, charge, scenes.today(), "", who);
    UUID court = scenes.proceeding(id, who, charge);
    house
        .get(Outcomes.class)
        .decide(id, court, new Outcome.Draft(charge, "convicted", scenes.today(), null, ""), who);
  }

  private Dismantling.Seen seen() {
    return house.get(Dismantling.class).of(id, network, who).orElseThrow();
  }

  @Test
  void whoWasArrestedAndWhoWasConvictedIsTakenOut() {
    assertThat(seen().figures().all().actors()).as("without the victim").isEqualTo(3);
    assertThat(seen().arrested()).isEmpty();
    UUID driver = taken("Driver");
    arrested(driver);
    convicted(taken("Cook"));
    BeforeAndAfter figures = seen().figures();
    assertThat(seen().arrested()).containsExactly("S-1", "S-2");
    assertThat(figures.all().parts()).isEqualTo(1);
    assertThat(figures.withoutArrested().actors()).isEqualTo(1);
    assertThat(figures.withoutConvicted().actors()).isEqualTo(2);
    assertThat(figures.roles())
        .containsExactly(
            new BeforeAndAfter.Role("leader", 1, 0, 0),
            new BeforeAndAfter.Role("transporter", 2, 2, 1));
  }

  /** Whoever was compelled is no part of what is counted. */
  @Test
  void whoWasCompelledIsLeftOut() {
    UUID driver = taken("Driver");
    arrested(driver);
    house.get(NonPunishment.class).raise(id, driver, "Debt bondage", who);
    assertThat(seen().figures().all().actors()).isEqualTo(2);
    assertThat(seen().arrested()).isEmpty();
    assertThat(seen().figures().roles()).contains(new BeforeAndAfter.Role("transporter", 1, 0, 0));
  }

  @Test
  void whoeverIsNotOnBothTeamsReadsNothingOfTheNetwork() {
    String at = "/prosecute/investigations/" + id + "/dismantling/" + network;
    arrested(taken("Driver"));
    assertThat(member.browser().get("/prosecute/investigations/" + id + "/networks").body())
        .contains(at);
    assertThat(member.browser().get(at).body())
        .contains("Heron ring", "transporter", "Arrested or convicted: S-1")
        .doesNotContain("Lumi", "Boss");
    Member colleague = Member.in(house, who.organisation(), Role.INVESTIGATOR);
    assertThat(colleague.browser().get(at).status()).isEqualTo(404);
    house.get(InvestigationTeam.class).add(id, colleague.user().id(), null, who);
    assertThat(colleague.browser().get(at).body())
        .contains("You are not on the team of this network")
        .doesNotContain("Heron ring", "transporter");
    UUID other = house.get(Networks.class).begin("Other", "?", null, who);
    assertThatThrownBy(() -> house.get(Dismantling.class).of(id, other, who))
        .as("not linked")
        .isInstanceOf(NotFound.class);
  }
}
