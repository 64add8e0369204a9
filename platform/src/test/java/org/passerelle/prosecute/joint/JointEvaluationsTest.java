package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** After its end a joint team is evaluated by each organisation, and all members read it. */
@OnBothDatabases
@Tag("slow")
class JointEvaluationsTest {
  private static final JointEvaluation.Draft DRAFT = draft("Weekly calls", 3);

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

  private static JointEvaluation.Draft draft(String worked, int arrests) {
    return new JointEvaluation.Draft(
        new JointEvaluation.Words(worked, "Two scripts"),
        Map.of("searches", 4, "arrests", arrests, "charged", 2, "convicted", 0, "spared", 5));
  }

  private JointEvaluations evaluations() {
    return house.get(JointEvaluations.class);
  }

  @Test
  void isAskedForAfterTheEndAndReadByAll() {
    SignedIn investigator = joint.investigator(one);
    UUID team = joint.agreed(one, other);
    house.get(JointTeams.class).name(team, investigator.user(), one.prosecutor());
    refused("joint.refused.not-over", () -> evaluations().answer(team, DRAFT, 0, one.prosecutor()));
    house.clock().pass(Duration.ofDays(93));
    assertThat(joint.due(one.prosecutor())).containsExactly("evaluation");
    assertThat(joint.due(other.prosecutor())).containsExactly("evaluation");
    hidden(() -> evaluations().answer(team, DRAFT, 0, investigator));
    evaluations().answer(team, DRAFT, 0, one.prosecutor());
    assertThat(joint.due(one.prosecutor())).isEmpty();
    assertThat(joint.due(other.prosecutor())).containsExactly("evaluation");
    for (SignedIn reader : List.of(one.prosecutor(), investigator, other.prosecutor())) {
      assertThat(evaluations().of(team, reader))
          .singleElement()
          .satisfies(
              said -> {
                assertThat(said.words().worked()).isEqualTo("Weekly calls");
                assertThat(said.result("arrests")).isEqualTo(3);
                assertThat(said.result("spared")).isEqualTo(5);
              });
    }
    hidden(() -> evaluations().of(team, scenes.begun().prosecutor()));
    hidden(() -> evaluations().answer(team, DRAFT, 0, scenes.begun().prosecutor()));
  }

  @Test
  void isChangedByItsOwnOrganisationAlone() {
    UUID team = joint.agreed(one, other);
    house.clock().pass(Duration.ofDays(93));
    evaluations().answer(team, DRAFT, 0, one.prosecutor());
    assertThatThrownBy(() -> evaluations().answer(team, DRAFT, 0, one.prosecutor()))
        .isInstanceOf(ChangedMeanwhile.class);
    evaluations().answer(team, draft("Weekly calls", 4), 1, one.prosecutor());
    assertThatThrownBy(() -> evaluations().answer(team, DRAFT, 2, other.prosecutor()))
        .as("theirs is not ours")
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(evaluations().own(team, one.prosecutor()).orElseThrow().result("arrests"))
        .isEqualTo(4);
    assertThat(evaluations().own(team, other.prosecutor())).isEmpty();
  }

  @Test
  void whoLeftIsNotAskedNorIsATeamThatNeverCameAbout() {
    UUID team = joint.agreed(one, other);
    house.get(JointTeams.class).leave(team, "Done", other.prosecutor());
    assertThat(joint.due(other.prosecutor())).isEmpty();
    hidden(() -> evaluations().answer(team, DRAFT, 0, other.prosecutor()));
    assertThat(joint.due(one.prosecutor())).containsExactly("evaluation");
    evaluations().answer(team, DRAFT, 0, one.prosecutor());
    UUID never = joint.proposed(one, other);
    house.clock().pass(Duration.ofDays(93));
    assertThat(joint.due(one.prosecutor())).isEmpty();
    refused(
        "joint.refused.not-over", () -> evaluations().answer(never, DRAFT, 0, one.prosecutor()));
  }

  @Test
  void byItsPage() {
    Member member = Member.of(house, Role.PROSECUTOR);
    Scenes.Begun mine = scenes.begun(Staff.signedIn(member.user()));
    UUID team = joint.agreed(mine, other);
    String at = "/prosecute/joint-teams/" + team + "/evaluation";
    RoomForms page = new RoomForms(member.browser(), at);
    assertThat(page.shown())
        .contains("The team is evaluated after its end.")
        .doesNotContain("name=\"worked\"");
    house.get(JointTeams.class).leave(team, "Done", other.prosecutor());
    assertThat(member.browser().get("/prosecute").body())
        .contains("A joint team has ended: evaluate it");
    page.isTold("This is needed to go on.", "", answers("", "Weekly calls"));
    page.sends("", answers("4", "Weekly calls"));
    assertThat(page.shown()).contains("Weekly calls", ">4<");
    assertThat(member.browser().get("/prosecute").body()).doesNotContain("evaluate it");
    Member outside = Member.in(house, mine.prosecutor().organisation(), Role.PROSECUTOR);
    assertThat(outside.browser().get(at).status()).isEqualTo(404);
  }

  private static String[] answers(String arrests, String worked) {
    return new String[] {
      "_version",
      "0",
      "worked",
      worked,
      "obstacles",
      "",
      "searches",
      "1",
      "arrests",
      arrests,
      "charged",
      "0",
      "convicted",
      "0",
      "spared",
      "2"
    };
  }
}
