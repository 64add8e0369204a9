package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.investigation.Timeline;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A joint team: who signs, who sees it, what is refused. */
@OnBothDatabases
@Tag("slow")
class JointTeamsTest {
  @Parameter House house;
  private Scenes scenes;
  private JointScenes joint;
  private Scenes.Begun one;
  private Scenes.Begun other;

  @BeforeEach
  void twoOffices() {
    scenes = new Scenes(house);
    joint = new JointScenes(house);
    one = scenes.begun();
    other = scenes.begun();
  }

  @Test
  void isInForceOnceASecondOrganisationHasSigned() {
    Scenes.Begun outside = scenes.begun();
    UUID team = joint.proposed(one, other);
    assertThat(joint.state(team, one.prosecutor())).isEqualTo("proposed");
    assertThat(joint.due(other.prosecutor())).containsExactly("invited");
    assertThat(joint.due(one.prosecutor())).isEmpty();
    hidden(() -> joint.teams().open(team, other.prosecutor()));
    JointTeam read = joint.invitations().open(team, other.prosecutor());
    assertThat(read.words().purpose()).contains("over the bridge");
    joint.invitations().sign(team, other.id(), Set.of(), other.prosecutor());
    assertThat(joint.state(team, one.prosecutor())).isEqualTo("in_force");
    assertThat(joint.state(team, other.prosecutor())).isEqualTo("in_force");
    assertThat(joint.due(other.prosecutor())).isEmpty();
    hidden(() -> joint.invitations().open(team, other.prosecutor()));
    hidden(() -> joint.invitations().sign(team, other.id(), Set.of(), other.prosecutor()));
    for (Scenes.Begun side : List.of(one, other)) {
      assertThat(
              house.get(Timeline.class).newest(side.id(), 20, side.prosecutor()).stream()
                  .map(Timeline.Line::kind))
          .contains("joint.signed");
    }
    hidden(() -> joint.teams().open(team, outside.prosecutor()));
    hidden(() -> joint.invitations().open(team, outside.prosecutor()));
    assertThat(joint.teams().all(outside.prosecutor())).isEmpty();
    assertThat(joint.invitations().all(outside.prosecutor())).isEmpty();
  }

  /** On the team of the investigation, and a prosecutor or named; nothing less. */
  @Test
  void isSeenByItsMembersAlone() {
    SignedIn named = joint.investigator(one);
    SignedIn notNamed = joint.investigator(one);
    UUID team =
        joint
            .proposals()
            .propose(
                joint.draft(90),
                one.id(),
                Set.of(named.user()),
                Set.of(other.prosecutor().organisation()),
                one.prosecutor());
    assertThat(joint.teams().all(named)).hasSize(1);
    hidden(() -> joint.teams().open(team, notNamed));
    hidden(
        () ->
            joint
                .teams()
                .open(team, scenes.colleague(one.prosecutor().organisation(), Role.PROSECUTOR)));
    joint.teams().name(team, notNamed.user(), one.prosecutor());
    assertThat(joint.teams().open(team, notNamed).called()).startsWith("JIT-");
    hidden(() -> joint.teams().name(team, named.user(), named));
    joint.teams().takeOff(team, notNamed.user(), one.prosecutor());
    hidden(() -> joint.teams().open(team, notNamed));
    house.get(InvestigationTeam.class).remove(one.id(), named.user(), one.prosecutor());
    hidden(() -> joint.teams().open(team, named));
    assertThat(joint.teams().people(joint.teams().open(team, one.prosecutor())))
        .as("who left the investigation is not on the joint team")
        .containsEntry(one.prosecutor().organisation(), List.of(one.prosecutor().user()));
    joint.invitations().sign(team, other.id(), Set.of(), other.prosecutor());
    hidden(() -> joint.teams().name(team, named.user(), scenes.begun().prosecutor()));
    refused(
        "joint.refused.colleague",
        () -> joint.teams().name(team, notNamedOf(other).user(), one.prosecutor()));
  }

  private SignedIn notNamedOf(Scenes.Begun side) {
    return joint.investigator(side);
  }

  @Test
  void whoDeclinesSaysWhyAndIsAskedNoMore() {
    UUID team = joint.proposed(one, other);
    SignedIn investigator = joint.investigator(other);
    hidden(() -> joint.invitations().decline(team, "No", investigator));
    joint.invitations().decline(team, "No capacity before spring", other.prosecutor());
    assertThat(joint.due(other.prosecutor())).isEmpty();
    hidden(() -> joint.invitations().sign(team, other.id(), Set.of(), other.prosecutor()));
    hidden(() -> joint.teams().open(team, other.prosecutor()));
    assertThat(
            joint
                .teams()
                .open(team, one.prosecutor())
                .party(other.prosecutor().organisation())
                .orElseThrow()
                .reason())
        .isEqualTo("No capacity before spring");
  }

  @Test
  void refusesWhatCannotBeAgreed() {
    Set<UUID> invited = Set.of(other.prosecutor().organisation());
    SignedIn who = one.prosecutor();
    refused(
        "joint.refused.nobody",
        () -> joint.proposals().propose(joint.draft(9), one.id(), Set.of(), Set.of(), who));
    refused(
        "joint.refused.nobody",
        () ->
            joint
                .proposals()
                .propose(joint.draft(9), one.id(), Set.of(), Set.of(who.organisation()), who));
    refused(
        "joint.refused.until",
        () -> joint.proposals().propose(joint.draft(-1), one.id(), Set.of(), invited, who));
    refused(
        "joint.refused.investigation",
        () -> joint.proposals().propose(joint.draft(9), other.id(), Set.of(), invited, who));
    refused(
        "joint.refused.colleague",
        () ->
            joint
                .proposals()
                .propose(
                    joint.draft(9), one.id(), Set.of(other.prosecutor().user()), invited, who));
    hidden(
        () ->
            joint
                .proposals()
                .propose(joint.draft(9), one.id(), Set.of(), invited, joint.investigator(one)));
    UUID team = joint.proposed(one, other);
    refused(
        "joint.refused.not-agreed",
        () -> joint.amendments().extend(team, scenes.today().plusDays(200), who));
    house.get(Investigations.class).close(other.id(), "judged", scenes.today(), other.prosecutor());
    refused(
        "joint.refused.investigation",
        () -> joint.invitations().sign(team, other.id(), Set.of(), other.prosecutor()));
  }

  /** What others will read names nobody who is protected, and no shelter of any of them. */
  @Test
  void refusesToTellOthersWhoIsProtectedOrWhereTheyAre() {
    Set<UUID> invited = Set.of(other.prosecutor().organisation());
    house
        .get(ProtectedPersons.class)
        .enter(one.id(), null, "defence", List.of("Milena Blue"), one.prosecutor());
    refused(
        "joint.refused.protected",
        () ->
            joint
                .proposals()
                .propose(
                    joint.draft(9, "What Milena Blue told"),
                    one.id(),
                    Set.of(),
                    invited,
                    one.prosecutor()));
    UUID team = joint.agreed(one, other);
    refused(
        "joint.refused.protected",
        () -> joint.teams().leave(team, "Milena Blue asks us to", one.prosecutor()));
    PlaceScenes places = new PlaceScenes(house);
    Scenes.Begun there = scenes.begun();
    SignedIn officer = places.officer(there.prosecutor().organisation());
    String shelter = places.code(places.place(2, officer), officer);
    refused(
        "placement.refused.shelter",
        () ->
            joint
                .proposals()
                .propose(
                    joint.draft(9, "Seen near " + shelter),
                    one.id(),
                    Set.of(),
                    Set.of(there.prosecutor().organisation()),
                    one.prosecutor()));
  }
}
