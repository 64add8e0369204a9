package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.FarOffice.rejected;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What an office of another node says of a team after its end, and what it is told. */
@OnBothDatabases
@Tag("slow")
class JointEvaluationsBetweenNodesTest {
  private static final Map<String, Integer> RESULTS =
      Map.of("searches", 4, "arrests", 3, "charged", 2, "convicted", 0, "spared", 5);

  @Parameter House house;
  private JointScenes joint;
  private Member member;
  private Scenes.Begun one;
  private FarOffice office;

  @BeforeEach
  void aTeamInForce() {
    joint = new JointScenes(house);
    member = Member.of(house, Role.PROSECUTOR);
    one = new Scenes(house).begun(Staff.signedIn(member.user()));
    office = new FarOffice(house, one.prosecutor().organisation());
    office.says(JointMessages.PROPOSED, office.proposal(90));
    joint.invitations().sign(office.team(), one.id(), Set.of(), one.prosecutor());
  }

  private static JointMessages.Evaluated said(int version, String worked) {
    return new JointMessages.Evaluated(version, worked, "", RESULTS);
  }

  private List<JointEvaluation> all() {
    return house.get(JointEvaluations.class).of(office.team(), one.prosecutor());
  }

  private void answer(String worked, int version) {
    house
        .get(JointEvaluations.class)
        .answer(
            office.team(),
            new JointEvaluation.Draft(new JointEvaluation.Words(worked, ""), RESULTS),
            version,
            one.prosecutor());
  }

  @Test
  void whatTheOtherSideSaysIsReadAfterTheEndInItsNewestVersion() {
    office.says(JointMessages.EVALUATED, said(1, "Weekly calls"));
    assertThat(all()).as("their day may be over first").isEmpty();
    house.clock().pass(Duration.ofDays(93));
    UUID here = one.prosecutor().organisation();
    UUID message = office.id();
    office.comes(message, JointMessages.EVALUATED, office.far(), here, said(3, "Daily calls"));
    office.comes(message, JointMessages.EVALUATED, office.far(), here, said(3, "Daily calls"));
    office.says(JointMessages.EVALUATED, said(2, "An older answer"));
    UUID stranger = office.elsewhere("prosecutor");
    office.comes(office.id(), JointMessages.EVALUATED, stranger, here, said(9, "Not theirs"));
    assertThat(all())
        .singleElement()
        .returns("Daily calls", found -> found.words().worked())
        .returns(office.far(), JointEvaluation::organisation)
        .returns(5, found -> found.result("spared"));
    assertThat(joint.due(one.prosecutor())).containsExactly("evaluation");
    String at = "/prosecute/joint-teams/" + office.team() + "/evaluation";
    assertThat(member.elsewhere().get(at).body()).contains("Daily calls", "(another node)");
    rejected(
        "results",
        () ->
            office.says(
                JointMessages.EVALUATED,
                new JointMessages.Evaluated(4, "Few calls", "", Map.of("arrests", 1))));
  }

  @Test
  void ourOwnIsToldOnceItIsSaidAndNamesNobody() {
    house
        .get(ProtectedPersons.class)
        .enter(one.id(), null, "defence", List.of("Milena Blue"), one.prosecutor());
    house.clock().pass(Duration.ofDays(93));
    refused("joint.refused.protected", () -> answer("Milena Blue was safe", 0));
    answer("Weekly calls", 0);
    answer("Daily calls", 1);
    assertThat(office.heard(JointMessages.EVALUATED, JointMessages.Evaluated.class))
        .isEqualTo(said(2, "Daily calls"));
    assertThat(office.sent())
        .containsExactly(JointMessages.SIGNED, JointMessages.EVALUATED, JointMessages.EVALUATED);
  }

  /** As within one node: who left reads nothing more, and is not heard. */
  @Test
  void whoLeftNeitherReadsNorIsHeard() {
    office.says(JointMessages.LEFT, new JointMessages.Parted("Our part is done"));
    office.says(JointMessages.EVALUATED, said(1, "Weekly calls"));
    assertThat(all()).isEmpty();
    answer("Weekly calls", 0);
    assertThat(office.sent()).containsExactly(JointMessages.SIGNED);
  }
}
