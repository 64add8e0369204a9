package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.FarOffice.rejected;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.Timeline;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What another node may say about a joint team, and what it may not. */
@OnBothDatabases
@Tag("slow")
class JointReceiverTest {
  @Parameter House house;
  private Scenes scenes;
  private JointScenes joint;
  private Scenes.Begun one;
  private FarOffice office;
  private UUID far;

  @BeforeEach
  void anOfficeElsewhere() {
    scenes = new Scenes(house);
    joint = new JointScenes(house);
    one = scenes.begun();
    office = new FarOffice(house, one.prosecutor().organisation());
    far = office.far();
  }

  private UUID asked() {
    return office.of(
        joint
            .proposals()
            .propose(joint.draft(90), one.id(), Set.of(), Set.of(far), one.prosecutor()));
  }

  private List<JointStep> plan() {
    return house.get(JointPlan.class).of(office.team(), one.prosecutor());
  }

  @Test
  void aProposalFromElsewhereIsReadSignedAndInForce() {
    office.says(JointMessages.PROPOSED, office.proposal(90));
    assertThat(joint.due(one.prosecutor())).containsExactly("invited");
    hidden(() -> joint.teams().open(office.team(), one.prosecutor()));
    hidden(() -> joint.invitations().open(office.team(), scenes.begun().prosecutor()));
    JointTeam read = joint.invitations().open(office.team(), one.prosecutor());
    assertThat(read.words().purpose()).contains("over the bridge");
    assertThat(read.founder()).isEqualTo(far);
    joint.invitations().sign(office.team(), one.id(), Set.of(), one.prosecutor());
    assertThat(joint.state(office.team(), one.prosecutor())).isEqualTo("in_force");
    assertThat(office.sent()).containsExactly(JointMessages.SIGNED);
    JointTeam agreed = joint.teams().open(office.team(), one.prosecutor());
    assertThat(agreed.far().orElseThrow().number()).isEqualTo("2026-0031");
    assertThat(joint.teams().people(agreed)).containsOnlyKeys(one.prosecutor().organisation());
    assertThat(
            house.get(Timeline.class).newest(one.id(), 20, one.prosecutor()).stream()
                .map(Timeline.Line::kind))
        .contains("joint.signed");
    refused(
        "joint.refused.far",
        () ->
            joint
                .amendments()
                .extend(office.team(), scenes.today().plusDays(200), one.prosecutor()));
    refused(
        "joint.refused.far",
        () ->
            joint
                .amendments()
                .accede(
                    office.team(), scenes.begun().prosecutor().organisation(), one.prosecutor()));
  }

  @Test
  void anAnswerFromElsewhereCountsOnceAndNotAfterTheEnd() {
    asked();
    assertThat(office.sent()).containsExactly(JointMessages.PROPOSED);
    UUID message = office.id();
    UUID here = one.prosecutor().organisation();
    JointMessages.Signed signed = new JointMessages.Signed("2026-0031");
    office.comes(message, JointMessages.SIGNED, far, here, signed);
    office.comes(message, JointMessages.SIGNED, far, here, signed);
    office.says(JointMessages.SIGNED, new JointMessages.Signed("another"));
    JointTeam answered = joint.teams().open(office.team(), one.prosecutor());
    assertThat(answered.far().orElseThrow())
        .returns(true, JointTeam.Party::signed)
        .returns("2026-0031", JointTeam.Party::number);
    assertThat(joint.state(office.team(), one.prosecutor())).isEqualTo("in_force");
    office.says(JointMessages.DECLINED, new JointMessages.Parted("Too late for that"));
    assertThat(joint.state(office.team(), one.prosecutor())).isEqualTo("in_force");
    office.says(JointMessages.LEFT, new JointMessages.Parted("Our part is done"));
    assertThat(joint.state(office.team(), one.prosecutor())).isEqualTo("ended");
    assertThat(joint.teams().open(office.team(), one.prosecutor()).far().orElseThrow().reason())
        .isEqualTo("Our part is done");
    assertThat(joint.due(one.prosecutor())).containsExactly("evaluation");
    asked();
    joint.teams().leave(office.team(), "Too early", one.prosecutor());
    office.says(JointMessages.SIGNED, signed);
    assertThat(house.get(JointTeamRows.class).find(office.team()).orElseThrow())
        .as("whoever has left sees it no more")
        .returns(0, left -> left.signed().size())
        .doesNotReturn(null, JointTeam::endedOn);
    assertThat(office.sent()).containsExactly(JointMessages.PROPOSED, JointMessages.LEFT);
    asked();
    office.says(JointMessages.DECLINED, new JointMessages.Parted("No capacity"));
    assertThat(joint.teams().open(office.team(), one.prosecutor()).far().orElseThrow())
        .returns("declined", JointTeam.Party::state)
        .returns("No capacity", JointTeam.Party::reason);
    office.says(JointMessages.SIGNED, signed);
    assertThat(joint.state(office.team(), one.prosecutor())).isEqualTo("proposed");
  }

  /** A node speaks for its own organisation, about a team that it shares, and for nobody else. */
  @Test
  void whoeverIsNotOfTheTeamChangesNothing() {
    UUID stranger = office.elsewhere("prosecutor");
    Scenes.Begun other = scenes.begun();
    UUID here = one.prosecutor().organisation();
    office.says(JointMessages.SIGNED, new JointMessages.Signed("1"));
    office.says(JointMessages.LEFT, new JointMessages.Parted("Unknown here"));
    asked();
    office.comes(office.id(), JointMessages.SIGNED, stranger, here, new JointMessages.Signed("1"));
    office.comes(
        office.id(),
        JointMessages.SIGNED,
        far,
        other.prosecutor().organisation(),
        new JointMessages.Signed("1"));
    assertThat(joint.state(office.team(), one.prosecutor())).isEqualTo("proposed");
    rejected(
        "team",
        () ->
            office.comes(office.id(), JointMessages.PROPOSED, stranger, here, office.proposal(9)));
    office.says(JointMessages.STEP, office.step(office.id(), 2, "sender", "Before it is in force"));
    assertThat(plan()).isEmpty();
    office.of(one.id());
    rejected("team", () -> office.says(JointMessages.PROPOSED, office.proposal(9)));
    office.of(office.id());
    rejected("until", () -> office.says(JointMessages.PROPOSED, office.proposal(-1)));
    rejected("until", () -> office.says(JointMessages.PROPOSED, office.proposal(4000)));
    UUID local = joint.agreed(one, other);
    office.of(local);
    office.comes(
        office.id(),
        JointMessages.LEFT,
        other.prosecutor().organisation(),
        here,
        new JointMessages.Parted("By envelope"));
    assertThat(joint.state(local, one.prosecutor())).isEqualTo("in_force");
  }

  @Test
  void anOfficeElsewhereIsInvitedAloneAndOnlyIfItsNodeTakesProposals() {
    UUID shelter = office.elsewhere("ngo");
    StubNode old = new StubNode(house, "http://localhost:1");
    old.agree(
        old.descriptor(
            Map.of(old.organisation(), "prosecutor"), Map.of("referral.sent", List.of(1))));
    assertThat(joint.proposals().invitable(one.prosecutor()))
        .contains(far)
        .doesNotContain(shelter, old.organisation());
    Scenes.Begun other = scenes.begun();
    refused("joint.refused.one-far", () -> propose(far, other.prosecutor().organisation()));
    refused("joint.refused.nobody", () -> propose(old.organisation()));
    asked();
    UUID message =
        house
            .db()
            .sql("select id from outbox_message where order_key = :team")
            .param("team", office.team())
            .query(UUID.class)
            .single();
    house.inTransaction(() -> house.get(PartyRows.class).unreached(message));
    assertThat(joint.teams().open(office.team(), one.prosecutor()).far().orElseThrow().state())
        .isEqualTo("unreached");
  }

  private void propose(UUID... invited) {
    joint
        .proposals()
        .propose(joint.draft(9), one.id(), Set.of(), Set.of(invited), one.prosecutor());
  }
}
