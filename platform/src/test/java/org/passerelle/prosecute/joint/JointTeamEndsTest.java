package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.Scenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
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

  private JointTeams teams() {
    return house.get(JointTeams.class);
  }

  private JointInvitations invitations() {
    return house.get(JointInvitations.class);
  }

  private JointExtensions extensions() {
    return house.get(JointExtensions.class);
  }

  private Moments moments() {
    return new Moments(
        house.get(Languages.class).texts(new Language("en")), ZoneOffset.UTC, house.clock());
  }

  private String state(UUID team, SignedIn who) {
    return teams().open(team, who).state(moments().today());
  }

  private List<String> due(SignedIn who) {
    return house.get(JointDues.class).of(moments(), who).stream().map(JointDue::kind).toList();
  }

  private static void hidden(ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(NotFound.class);
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(key);
  }

  @Test
  void isExtendedOnceAllHaveSignedAndEndsOnItsDayOtherwise() {
    Scenes.Begun third = scenes.begun();
    UUID team = joint.agreed(one, other, third);
    extensions().propose(team, scenes.today().plusDays(120), one.prosecutor());
    refused(
        "joint.refused.proposed",
        () -> extensions().propose(team, scenes.today().plusDays(130), other.prosecutor()));
    UUID extension = proposed(team);
    assertThat(due(one.prosecutor())).isEmpty();
    assertThat(due(other.prosecutor())).containsExactly("extension");
    extensions().sign(team, extension, other.prosecutor());
    assertThat(teams().open(team, one.prosecutor()).until())
        .as("one signature is missing")
        .isEqualTo(scenes.today().plusDays(90));
    extensions().refuse(team, extension, third.prosecutor());
    hidden(() -> extensions().sign(team, extension, third.prosecutor()));
    extensions().propose(team, scenes.today().plusDays(100), third.prosecutor());
    UUID again = proposed(team);
    extensions().sign(team, again, one.prosecutor());
    extensions().sign(team, again, one.prosecutor());
    teams().leave(team, "Our part is done", other.prosecutor());
    assertThat(teams().open(team, one.prosecutor()).until())
        .as("whoever has left need not sign")
        .isEqualTo(scenes.today().plusDays(100));
    refused(
        "joint.refused.later",
        () -> extensions().propose(team, scenes.today().plusDays(100), one.prosecutor()));
    house.clock().pass(Duration.ofDays(75));
    assertThat(due(one.prosecutor())).containsExactly("ends");
    house.clock().pass(Duration.ofDays(27));
    assertThat(state(team, one.prosecutor())).isEqualTo("ended");
    refused(
        "joint.refused.over",
        () -> extensions().propose(team, scenes.today().plusDays(200), one.prosecutor()));
    refused("joint.refused.over", () -> teams().leave(team, "Late", one.prosecutor()));
  }

  private UUID proposed(UUID team) {
    return teams().open(team, one.prosecutor()).proposed().orElseThrow().id();
  }

  @Test
  void anInvitationThatNobodyAnsweredGoesWithTheLastDay() {
    UUID team = joint.proposed(one, other);
    house.clock().pass(Duration.ofDays(93));
    assertThat(due(other.prosecutor())).isEmpty();
    hidden(() -> invitations().sign(team, other.id(), Set.of(), other.prosecutor()));
    assertThat(state(team, one.prosecutor())).isEqualTo("ended");
  }

  @Test
  void endsWhenFewerThanTwoAreLeft() {
    UUID team = joint.agreed(one, other);
    teams().leave(team, "No longer our case", other.prosecutor());
    hidden(() -> teams().open(team, other.prosecutor()));
    assertThat(state(team, one.prosecutor())).isEqualTo("ended");
    assertThat(teams().open(team, one.prosecutor()).endedOn()).isNotNull();
    UUID called = joint.proposed(one, other);
    teams().leave(called, "Too early", one.prosecutor());
    hidden(() -> invitations().open(called, other.prosecutor()));
  }

  @Test
  void twoWhoSignOrLeaveAtOnceAreBothCounted() throws Exception {
    Scenes.Begun third = scenes.begun();
    UUID team = joint.agreed(one, other, third);
    extensions().propose(team, scenes.today().plusDays(120), one.prosecutor());
    UUID extension = proposed(team);
    AtOnce.all(
        List.<Callable<Boolean>>of(
            () -> done(() -> extensions().sign(team, extension, other.prosecutor())),
            () -> done(() -> extensions().sign(team, extension, third.prosecutor()))));
    assertThat(teams().open(team, one.prosecutor()).until())
        .isEqualTo(scenes.today().plusDays(120));
    List<Boolean> left =
        AtOnce.all(
            List.<Callable<Boolean>>of(
                () -> done(() -> teams().leave(team, "We go", other.prosecutor())),
                () -> done(() -> teams().leave(team, "We go, too", third.prosecutor()))));
    assertThat(left).containsExactly(true, true);
    assertThat(state(team, one.prosecutor())).isEqualTo("ended");
    UUID invitation = joint.proposed(one, other);
    List<Boolean> answered =
        AtOnce.all(
            List.<Callable<Boolean>>of(
                () ->
                    done(
                        () ->
                            invitations()
                                .sign(invitation, other.id(), Set.of(), other.prosecutor())),
                () -> done(() -> invitations().decline(invitation, "No", other.prosecutor()))));
    assertThat(answered).containsExactlyInAnyOrder(true, false);
  }

  private static boolean done(Runnable act) {
    try {
      act.run();
      return true;
    } catch (NotFound | Refused late) {
      return false;
    }
  }
}
