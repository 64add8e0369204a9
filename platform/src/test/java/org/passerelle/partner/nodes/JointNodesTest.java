package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.joint.JointEvaluation;
import org.passerelle.prosecute.joint.JointEvaluations;
import org.passerelle.prosecute.joint.JointExhibits;
import org.passerelle.prosecute.joint.JointInvitations;
import org.passerelle.prosecute.joint.JointPlan;
import org.passerelle.prosecute.joint.JointScenes;
import org.passerelle.prosecute.joint.JointStep;
import org.passerelle.prosecute.joint.JointTeams;
import org.passerelle.storage.House;

/** A joint team of two offices in two houses, on a way that a test bends. */
@Tag("long")
class JointNodesTest extends TwoOffices {
  private static List<JointStep> plan(House house, UUID team, SignedIn who) {
    return house.get(JointPlan.class).of(team, who);
  }

  @Test
  void isProposedSignedPlannedAndLeftAlsoWhereEnvelopesAreLostOrComeTwice() {
    toAthens.mode(Wire.Mode.TWICE);
    UUID team = proposed();
    await().until(() -> invited(team));
    toSkopje.mode(Wire.Mode.NO_ANSWER);
    String at = "/prosecute/joint-teams/" + team;
    RoomForms invitation = new RoomForms(there.browser(), "/prosecute/joint-invitations/" + team);
    assertThat(invitation.shown()).contains("over the bridge", "House ");
    invitation.sends("/sign", "investigation", theirs.id().toString());
    await().until(() -> state(skopje, team, ours.prosecutor()).equals("in_force"));
    toSkopje.mode(Wire.Mode.WHOLE);
    pass(Duration.ofMinutes(2));
    assertThat(toAthens.passed()).allSatisfy(b -> assertThat(b).doesNotContain("bridge"));
    new JointScenes(skopje).step(team, theirs.prosecutor().organisation(), 5, ours.prosecutor());
    await().until(() -> plan(athens, team, theirs.prosecutor()).size() == 1);
    JointStep step = plan(athens, team, theirs.prosecutor()).get(0);
    RoomForms planned = new RoomForms(there.browser(), at + "/plan/" + step.id());
    assertThat(planned.shown()).contains("Watch the bridge", "another node");
    planned.sends(
        "",
        "what",
        "Watch the bridge",
        "organisation",
        theirs.prosecutor().organisation().toString(),
        "due",
        step.due().toString(),
        "state",
        "done",
        Filled.VERSION,
        "1");
    await().until(() -> plan(skopje, team, ours.prosecutor()).get(0).state().equals("done"));
    RoomForms page = new RoomForms(here.browser(), at);
    assertThat(page.shown()).contains(">in force<").doesNotContain("/extensions", "/accessions");
    assertThat(here.browser().get(at + "/plan/" + step.id()).body()).contains("House ");
    page.sends("/leave", "reason", "Our part is done");
    await().until(() -> state(athens, team, theirs.prosecutor()).equals("ended"));
    assertThat(there.browser().get(at).body()).contains("Our part is done");
  }

  @Test
  void whatIsDeclinedIsSaidOnTheOtherSide() {
    UUID team = proposed();
    await().until(() -> invited(team));
    athens.get(JointInvitations.class).decline(team, "No capacity", theirs.prosecutor());
    await()
        .until(
            () ->
                skopje
                    .get(JointTeams.class)
                    .open(team, ours.prosecutor())
                    .far()
                    .orElseThrow()
                    .reason()
                    .equals("No capacity"));
  }

  /** What is shared is read on the other node, with each step of its custody, until it ends. */
  @Test
  void anExhibitIsSharedWithItsCustodyAlsoWhereEnvelopesAreLostOrComeTwice() {
    UUID team = agreed(proposed());
    toAthens.mode(Wire.Mode.TWICE);
    UUID exhibit = new ExhibitScenes(skopje).held(ours.id(), new byte[] {7}, ours.prosecutor());
    skopje.get(JointExhibits.class).share(team, exhibit, ours.prosecutor());
    await().until(() -> shared(team).size() == 1);
    String at = "/prosecute/joint-teams/" + team + "/exhibits";
    assertThat(there.browser().get(at).body())
        .contains("A telephone", "held by the other office", at + "/" + exhibit);
    toAthens.mode(Wire.Mode.NO_ANSWER);
    skopje.get(HandOvers.class).check(ours.id(), exhibit, "", ours.prosecutor());
    await()
        .until(
            () ->
                there
                    .browser()
                    .get(at + "/" + exhibit)
                    .body()
                    .contains("Measured again, unchanged"));
    toAthens.mode(Wire.Mode.WHOLE);
    assertThat(toAthens.passed()).allSatisfy(b -> assertThat(b).doesNotContain("telephone"));
    assertThat(there.browser().get(at + "/" + exhibit).body())
        .contains(
            skopje.get(Custody.class).of(ours.id(), exhibit, ours.prosecutor()).head(), "Seal 4")
        .doesNotContain("Safe 2", "does not follow", "Office 3");
    skopje.get(JointExhibits.class).end(team, exhibit, ours.prosecutor());
    await().until(() -> shared(team).isEmpty());
    assertThat(there.browser().get(at + "/" + exhibit).status()).isEqualTo(404);
  }

  /** After the last day each side reads what the other says. */
  @Test
  void eachSideReadsTheEvaluationOfTheOther() {
    UUID team = agreed(proposed(1));
    pass(Duration.ofDays(3));
    toAthens.mode(Wire.Mode.TWICE);
    skopje.get(JointEvaluations.class).answer(team, said("Weekly calls"), 0, ours.prosecutor());
    athens.get(JointEvaluations.class).answer(team, said("Two scripts"), 0, theirs.prosecutor());
    await().until(() -> worked(athens, team, theirs.prosecutor()).contains("Weekly calls"));
    await().until(() -> worked(skopje, team, ours.prosecutor()).contains("Two scripts"));
  }

  private static List<String> worked(House house, UUID team, SignedIn who) {
    return house.get(JointEvaluations.class).of(team, who).stream()
        .map(one -> one.words().worked())
        .toList();
  }

  private static JointEvaluation.Draft said(String worked) {
    return new JointEvaluation.Draft(
        new JointEvaluation.Words(worked, ""),
        Map.of("searches", 4, "arrests", 3, "charged", 2, "convicted", 0, "spared", 5));
  }
}
