package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.JointScenes.done;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.prosecute.Scenes;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** How a joint team is extended and ends, also when several act at once. */
@OnBothDatabases
@Tag("slow")
class JointTeamEndsTest {
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
  void isExtendedOnceAllHaveSignedAndEndsOnItsDayOtherwise() {
    Scenes.Begun third = scenes.begun();
    UUID team = joint.agreed(one, other, third);
    joint.amendments().extend(team, scenes.today().plusDays(120), one.prosecutor());
    refused(
        "joint.refused.proposed",
        () -> joint.amendments().extend(team, scenes.today().plusDays(130), other.prosecutor()));
    UUID extension = proposed(team);
    assertThat(joint.due(one.prosecutor())).isEmpty();
    assertThat(joint.due(other.prosecutor())).containsExactly("extension");
    joint.amendments().sign(team, extension, other.prosecutor());
    assertThat(joint.teams().open(team, one.prosecutor()).until())
        .as("one signature is missing")
        .isEqualTo(scenes.today().plusDays(90));
    joint.amendments().refuse(team, extension, third.prosecutor());
    hidden(() -> joint.amendments().sign(team, extension, third.prosecutor()));
    joint.amendments().extend(team, scenes.today().plusDays(100), third.prosecutor());
    UUID again = proposed(team);
    joint.amendments().sign(team, again, one.prosecutor());
    joint.amendments().sign(team, again, one.prosecutor());
    joint.teams().leave(team, "Our part is done", other.prosecutor());
    assertThat(joint.teams().open(team, one.prosecutor()).until())
        .as("whoever has left need not sign")
        .isEqualTo(scenes.today().plusDays(100));
    refused(
        "joint.refused.later",
        () -> joint.amendments().extend(team, scenes.today().plusDays(100), one.prosecutor()));
    house.clock().pass(Duration.ofDays(75));
    assertThat(joint.due(one.prosecutor())).containsExactly("ends");
    house.clock().pass(Duration.ofDays(27));
    assertThat(joint.state(team, one.prosecutor())).isEqualTo("ended");
    refused(
        "joint.refused.over",
        () -> joint.amendments().extend(team, scenes.today().plusDays(200), one.prosecutor()));
    refused("joint.refused.over", () -> joint.teams().leave(team, "Late", one.prosecutor()));
  }

  private UUID proposed(UUID team) {
    return joint.waiting(team, one.prosecutor());
  }

  @Test
  void anInvitationThatNobodyAnsweredGoesWithTheLastDay() {
    UUID team = joint.proposed(one, other);
    house.clock().pass(Duration.ofDays(93));
    assertThat(joint.due(other.prosecutor())).isEmpty();
    hidden(() -> joint.invitations().sign(team, other.id(), Set.of(), other.prosecutor()));
    assertThat(joint.state(team, one.prosecutor())).isEqualTo("ended");
  }

  @Test
  void endsWhenFewerThanTwoAreLeft() {
    UUID team = joint.agreed(one, other);
    joint.teams().leave(team, "No longer our case", other.prosecutor());
    hidden(() -> joint.teams().open(team, other.prosecutor()));
    assertThat(joint.state(team, one.prosecutor())).isEqualTo("ended");
    assertThat(joint.teams().open(team, one.prosecutor()).endedOn()).isNotNull();
    UUID called = joint.proposed(one, other);
    joint.teams().leave(called, "Too early", one.prosecutor());
    hidden(() -> joint.invitations().open(called, other.prosecutor()));
  }

  @Test
  void twoWhoSignOrLeaveAtOnceAreBothCounted() throws Exception {
    Scenes.Begun third = scenes.begun();
    UUID team = joint.agreed(one, other, third);
    joint.amendments().extend(team, scenes.today().plusDays(120), one.prosecutor());
    UUID extension = proposed(team);
    AtOnce.all(
        List.<Callable<Boolean>>of(
            () -> done(() -> joint.amendments().sign(team, extension, other.prosecutor())),
            () -> done(() -> joint.amendments().sign(team, extension, third.prosecutor()))));
    assertThat(joint.teams().open(team, one.prosecutor()).until())
        .isEqualTo(scenes.today().plusDays(120));
    List<Boolean> left =
        AtOnce.all(
            List.<Callable<Boolean>>of(
                () -> done(() -> joint.teams().leave(team, "We go", other.prosecutor())),
                () -> done(() -> joint.teams().leave(team, "We go, too", third.prosecutor()))));
    assertThat(left).containsExactly(true, true);
    assertThat(joint.state(team, one.prosecutor())).isEqualTo("ended");
    UUID invitation = joint.proposed(one, other);
    List<Boolean> answered =
        AtOnce.all(
            List.<Callable<Boolean>>of(
                () ->
                    done(
                        () ->
                            joint
                                .invitations()
                                .sign(invitation, other.id(), Set.of(), other.prosecutor())),
                () ->
                    done(() -> joint.invitations().decline(invitation, "No", other.prosecutor()))));
    assertThat(answered).containsExactlyInAnyOrder(true, false);
  }
}
