package org.passerelle.partner.nodes;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.OwnDescriptor;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.joint.JointExhibits;
import org.passerelle.prosecute.joint.JointInvitations;
import org.passerelle.prosecute.joint.JointProposals;
import org.passerelle.prosecute.joint.JointScenes;
import org.passerelle.prosecute.joint.JointTeam;
import org.passerelle.prosecute.joint.JointTeams;
import org.passerelle.storage.House;

/** Two offices in two houses, each with an investigation, and the team that they agree on. */
abstract class TwoOffices extends TwoNodes {
  Member here;
  Member there;
  Scenes.Begun ours;
  Scenes.Begun theirs;

  @BeforeEach
  void twoOffices() {
    here = Member.in(skopje, office(skopje), Role.PROSECUTOR);
    there = Member.in(athens, office(athens), Role.PROSECUTOR);
    pass(Duration.ofSeconds(2));
    athensAtSkopje = StubNode.trust(skopje, athens.get(OwnDescriptor.class).signed().orElseThrow());
    StubNode.trust(athens, skopje.get(OwnDescriptor.class).signed().orElseThrow());
    ours = new Scenes(skopje).begun(Staff.signedIn(here.user()));
    theirs = new Scenes(athens).begun(Staff.signedIn(there.user()));
  }

  private static UUID office(House house) {
    OrganisationDraft any = Staff.draft(house, true);
    return house
        .get(Organisations.class)
        .create(
            house.somebody(Role.ADMINISTRATOR),
            new OrganisationDraft(
                any.handle(),
                any.name(),
                "prosecutor",
                any.country(),
                any.mandate(),
                any.place(),
                any.dutyPhone(),
                true))
        .id();
  }

  UUID proposed() {
    return proposed(90);
  }

  UUID proposed(int days) {
    return skopje
        .get(JointProposals.class)
        .propose(
            new JointScenes(skopje).draft(days),
            ours.id(),
            Set.of(),
            Set.of(theirs.prosecutor().organisation()),
            ours.prosecutor());
  }

  boolean invited(UUID team) {
    return athens.get(JointInvitations.class).all(theirs.prosecutor()).stream()
        .anyMatch(one -> one.id().equals(team));
  }

  static String state(House house, UUID team, SignedIn who) {
    JointTeam one = house.get(JointTeams.class).open(team, who);
    return one.state(LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC));
  }

  UUID agreed(UUID team) {
    await().until(() -> invited(team));
    athens.get(JointInvitations.class).sign(team, theirs.id(), Set.of(), theirs.prosecutor());
    await().until(() -> state(skopje, team, ours.prosecutor()).equals("in_force"));
    return team;
  }

  List<JointExhibits.Line> shared(UUID team) {
    return athens.get(JointExhibits.class).of(team, theirs.prosecutor());
  }
}
