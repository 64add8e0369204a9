package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The plan of a joint team: who does what by when, and on whose first page what is late stands. */
@OnBothDatabases
@Tag("slow")
class JointPlanTest {
  @Parameter House house;
  private Scenes scenes;
  private JointScenes joint;
  private Scenes.Begun one;
  private Scenes.Begun other;
  private UUID team;

  @BeforeEach
  void aTeamOfTwo() {
    scenes = new Scenes(house);
    joint = new JointScenes(house);
    one = scenes.begun();
    other = scenes.begun();
    team = joint.agreed(one, other);
  }

  private JointPlan plan() {
    return house.get(JointPlan.class);
  }

  private UUID theirs() {
    return other.prosecutor().organisation();
  }

  @Test
  void whatIsDueStandsWithTheResponsibleOrganisation() {
    UUID step = joint.step(team, theirs(), 20, one.prosecutor());
    assertThat(joint.due(other.prosecutor())).as("not yet within a week").isEmpty();
    house.clock().pass(Duration.ofDays(14));
    assertThat(joint.due(other.prosecutor())).containsExactly("step");
    assertThat(joint.due(one.prosecutor())).isEmpty();
    house.clock().pass(Duration.ofDays(30));
    assertThat(joint.due(other.prosecutor())).as("late things stay").containsExactly("step");
    plan()
        .change(
            team,
            step,
            joint.step(one.prosecutor().organisation(), 3, "under_way", "Handed to you"),
            1,
            other.prosecutor());
    assertThat(joint.due(other.prosecutor())).isEmpty();
    assertThat(joint.due(one.prosecutor())).containsExactly("step");
    plan()
        .change(
            team,
            step,
            joint.step(one.prosecutor().organisation(), 3, "done", "Two nights"),
            2,
            one.prosecutor());
    assertThat(joint.due(one.prosecutor())).isEmpty();
  }

  @Test
  void refusesWhatNobodyCouldDo() {
    refused(
        "joint.refused.party", () -> joint.step(team, scenes.begun().id(), 3, one.prosecutor()));
    UUID step = joint.step(team, theirs(), 3, one.prosecutor());
    refused(
        "joint.refused.note",
        () ->
            plan()
                .change(team, step, joint.step(theirs(), 3, "dropped", " "), 1, one.prosecutor()));
    house
        .get(ProtectedPersons.class)
        .enter(other.id(), null, "defence", List.of("Milena Blue"), other.prosecutor());
    refused(
        "joint.refused.protected",
        () ->
            plan()
                .change(
                    team,
                    step,
                    joint.step(theirs(), 3, "done", "Milena  blue saw them"),
                    1,
                    other.prosecutor()));
    UUID proposed = joint.proposed(one, other);
    refused(
        "joint.refused.not-agreed",
        () -> joint.step(proposed, one.prosecutor().organisation(), 3, one.prosecutor()));
    house.get(JointTeams.class).leave(team, "Done", other.prosecutor());
    refused(
        "joint.refused.over",
        () -> joint.step(team, one.prosecutor().organisation(), 3, one.prosecutor()));
    hidden(() -> plan().of(team, other.prosecutor()));
  }

  @Test
  void isChangedByWhoIsResponsibleAndByProsecutors() {
    SignedIn investigator = joint.investigator(one);
    house.get(JointTeams.class).name(team, investigator.user(), one.prosecutor());
    UUID step = joint.step(team, theirs(), 3, investigator);
    hidden(() -> plan().change(team, step, joint.step(theirs(), 3, "done", ""), 1, investigator));
    plan().change(team, step, joint.step(theirs(), 5, "open", ""), 1, one.prosecutor());
    assertThatThrownBy(
            () ->
                plan()
                    .change(team, step, joint.step(theirs(), 6, "open", ""), 1, other.prosecutor()))
        .isInstanceOf(ChangedMeanwhile.class);
    UUID elsewhere = joint.agreed(one, other);
    hidden(
        () ->
            plan()
                .change(elsewhere, step, joint.step(theirs(), 6, "open", ""), 2, one.prosecutor()));
    hidden(() -> plan().of(team, joint.investigator(other)));
    hidden(() -> plan().of(team, scenes.begun().prosecutor()));
  }

  @Test
  void twoWhoAddAtOnceGetTwoNumbers() throws Exception {
    AtOnce.all(
        List.<Callable<UUID>>of(
            () -> joint.step(team, theirs(), 3, one.prosecutor()),
            () -> joint.step(team, theirs(), 4, other.prosecutor())));
    assertThat(plan().of(team, one.prosecutor()).stream().map(JointStep::number))
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void byItsPages() {
    Member member = Member.of(house, Role.PROSECUTOR);
    Scenes.Begun mine = scenes.begun(Staff.signedIn(member.user()));
    UUID ours = joint.agreed(mine, other);
    String at = "/prosecute/joint-teams/" + ours;
    RoomForms all = new RoomForms(member.browser(), at + "/plan");
    assertThat(all.shown()).contains("No step yet");
    String own = mine.prosecutor().organisation().toString();
    String today = scenes.today().toString();
    all.isTold("This is needed to go on.", "", "what", "", "organisation", own, "due", today);
    all.sends("", "what", "Watch the bridge", "organisation", own, "due", today);
    assertThat(all.shown()).contains("Watch the bridge", "to be done");
    for (String page : List.of("/", "/prosecute")) {
      assertThat(member.browser().get(page).body())
          .as(page)
          .contains("Step of an operational action plan")
          .doesNotContain("Watch the bridge");
    }
    UUID step = plan().of(ours, mine.prosecutor()).get(0).id();
    RoomForms form = new RoomForms(member.browser(), at + "/plan/" + step);
    String[] done = {
      "state",
      "done",
      "note",
      "Two nights",
      "due",
      today,
      "organisation",
      own,
      "what",
      "Watch the bridge",
      "_version",
      "1"
    };
    form.sends("", done);
    assertThat(form.shown()).contains("Two nights", ">done<");
    assertThat(member.browser().get("/prosecute").body())
        .doesNotContain("Step of an operational action plan");
    Member outside = Member.in(house, mine.prosecutor().organisation(), Role.PROSECUTOR);
    assertThat(outside.browser().get(at + "/plan").status()).isEqualTo(404);
    assertThat(outside.browser().get(at + "/plan/" + step).status()).isEqualTo(404);
  }
}
