package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.FarOffice.rejected;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What another node may say about a office.team(), and what it may not. */
@OnBothDatabases
@Tag("slow")
class JointStepsBetweenNodesTest {
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

  private void agreed() {
    office.says(JointMessages.PROPOSED, office.proposal(90));
    joint.invitations().sign(office.team(), one.id(), Set.of(), one.prosecutor());
  }

  private List<JointStep> plan() {
    return house.get(JointPlan.class).of(office.team(), one.prosecutor());
  }

  @Test
  void stepsStandOnBothNodesAndAreChangedByWhoIsResponsible() {
    agreed();
    UUID theirs = office.id();
    office.says(JointMessages.STEP, office.step(theirs, 1, "sender", "Watch the bridge"));
    UUID here = one.prosecutor().organisation();
    UUID ours = joint.step(office.team(), "Watch the quay", one.prosecutor());
    UUID more = joint.step(office.team(), "Ask the port", one.prosecutor());
    assertThat(plan()).extracting(JointStep::number).containsExactlyInAnyOrder(1, 2, 4);
    assertThat(office.sent())
        .containsExactly(JointMessages.SIGNED, JointMessages.STEP, JointMessages.STEP);
    hidden(
        () ->
            house
                .get(JointPlan.class)
                .change(
                    office.team(), theirs, joint.step(here, 9, "done", ""), 1, one.prosecutor()));
    rejected(
        "responsible",
        () -> office.says(JointMessages.STEP, office.step(ours, 2, "sender", "Ours")));
    rejected(
        "number",
        () -> office.says(JointMessages.STEP, office.step(office.id(), 1, "sender", "A")));
    rejected(
        "number",
        () -> office.says(JointMessages.STEP, office.step(office.id(), 6, "sender", "A")));
    office.says(
        JointMessages.STEP, office.step(theirs, 1, "recipient", "Watch the bridge by night"));
    house
        .get(JointPlan.class)
        .change(office.team(), theirs, joint.step(here, 9, "done", ""), 2, one.prosecutor());
    rejected(
        "responsible",
        () -> office.says(JointMessages.STEP, office.step(theirs, 1, "sender", "Back")));
    house
        .get(JointPlan.class)
        .change(office.team(), more, joint.step(far, 9, "open", ""), 1, one.prosecutor());
    office.says(JointMessages.STEP, office.step(more, 4, "sender", "Asked"));
    assertThat(plan())
        .filteredOn(step -> step.id().equals(more))
        .singleElement()
        .returns(far, JointStep::organisation)
        .returns("Asked", step -> step.words().what());
    house.clock().pass(Duration.ofDays(93));
    office.says(JointMessages.STEP, office.step(office.id(), 3, "sender", "Too late"));
    assertThat(plan()).hasSize(3);
  }

  /** Words are looked at where they are written; what arrives tells its sender nothing. */
  @Test
  void wordsThatLeaveNameNobodyAndWordsThatArriveAreStored() {
    agreed();
    house
        .get(ProtectedPersons.class)
        .enter(one.id(), null, "defence", List.of("Milena Blue"), one.prosecutor());
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer(one.prosecutor().organisation());
    String shelter = places.code(places.place(2, officer), officer);
    refused(
        "joint.refused.protected",
        () -> joint.step(office.team(), "Ask Milena Blue", one.prosecutor()));
    refused(
        "placement.refused.shelter",
        () -> joint.step(office.team(), "Near " + shelter, one.prosecutor()));
    refused(
        "joint.refused.protected",
        () -> joint.teams().leave(office.team(), "For Milena Blue", one.prosecutor()));
    assertThat(office.sent()).containsExactly(JointMessages.SIGNED);
    office.says(JointMessages.STEP, office.step(office.id(), 1, "sender", "Near " + shelter));
    assertThat(plan()).hasSize(1);
  }
}
