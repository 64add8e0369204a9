package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.FarOffice.rejected;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
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
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.investigation.Timeline;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Exhibits that an office of another node shares, and those that it is told of. */
@OnBothDatabases
@Tag("slow")
class JointExhibitsBetweenNodesTest {
  @Parameter House house;
  private Scenes scenes;
  private JointScenes joint;
  private Member member;
  private Scenes.Begun one;
  private FarOffice office;

  @BeforeEach
  void aTeamWithAnOfficeElsewhere() {
    scenes = new Scenes(house);
    joint = new JointScenes(house);
    member = Member.of(house, Role.PROSECUTOR);
    one = scenes.begun(Staff.signedIn(member.user()));
    office = new FarOffice(house, one.prosecutor().organisation());
    office.says(JointMessages.PROPOSED, office.proposal(90));
  }

  private void agreed() {
    joint.invitations().sign(office.team(), one.id(), Set.of(), one.prosecutor());
  }

  private JointExhibits exhibits() {
    return house.get(JointExhibits.class);
  }

  private List<JointExhibits.Line> lines() {
    return exhibits().of(office.team(), one.prosecutor());
  }

  private FarExhibit read(UUID exhibit) {
    return exhibits().elsewhere(office.team(), exhibit, one.prosecutor());
  }

  private RoomForms page(String below) {
    return new RoomForms(
        member.browser(), "/prosecute/joint-teams/" + office.team() + "/exhibits" + below);
  }

  private List<String> journal() {
    return house.get(Timeline.class).newest(one.id(), 40, one.prosecutor()).stream()
        .map(Timeline.Line::kind)
        .toList();
  }

  @Test
  void whatIsSharedThereIsReadHereUntilItEnds() {
    UUID theirs = office.id();
    office.says(JointMessages.SHARED, office.exhibit(theirs, 1, "c"));
    agreed();
    assertThat(lines()).as("said before the team was in force").isEmpty();
    UUID message = office.id();
    UUID here = one.prosecutor().organisation();
    JointMessages.Shared shared = office.exhibit(theirs, 1, "c");
    office.comes(message, JointMessages.SHARED, office.far(), here, shared);
    office.comes(message, JointMessages.SHARED, office.far(), here, shared);
    assertThat(lines())
        .singleElement()
        .returns(true, JointExhibits.Line::far)
        .returns(false, JointExhibits.Line::broken)
        .returns("A telephone from the bridge", JointExhibits.Line::title);
    assertThat(journal()).containsOnlyOnce("joint.shared");
    assertThat(page("").shown())
        .contains(
            "A telephone from the bridge",
            "held by the other office, on its node",
            "/exhibits/" + theirs)
        .doesNotContain(theirs + "/end", "does not follow");
    assertThat(page("/" + theirs).shown())
        .contains("Record 9", "Seal 12", "A car", "a".repeat(64), "b".repeat(128), "c".repeat(64))
        .doesNotContain("/content", "/offer", "does not follow");
    hidden(() -> exhibits().elsewhere(office.team(), theirs, scenes.begun().prosecutor()));
    new ExhibitScenes(house).key(one.prosecutor());
    page("/" + theirs).sends("/ask");
    assertThat(office.heard(JointMessages.ASKED, JointMessages.Asked.class).id()).isEqualTo(theirs);
    assertThat(page("/" + theirs).shown()).contains("You have asked for it");
    exhibits().end(office.team(), theirs, one.prosecutor());
    assertThat(lines()).as("not ours to end").hasSize(1);
    office.says(JointMessages.UNSHARED, new JointMessages.Unshared(theirs, 2));
    assertThat(lines()).isEmpty();
    hidden(() -> read(theirs));
    assertThat(stored(theirs)).as("what was shared is gone").isZero();
    office.says(JointMessages.SHARED, office.exhibit(theirs, 2, "c"));
    assertThat(lines()).as("a late message").isEmpty();
    UUID late = office.id();
    office.says(JointMessages.UNSHARED, new JointMessages.Unshared(late, 2));
    office.says(JointMessages.SHARED, office.exhibit(late, 1, "c"));
    assertThat(lines()).as("in the wrong order").isEmpty();
    office.says(JointMessages.SHARED, office.exhibit(late, 3, "c"));
    assertThat(lines()).hasSize(1);
    house.clock().pass(Duration.ofDays(93));
    assertThat(lines()).isEmpty();
    hidden(() -> read(late));
  }

  private int stored(UUID exhibit) {
    return house
        .db()
        .sql(
            """
            select count(content) from joint_exhibit_elsewhere where team = :team and exhibit = :exhibit
            """)
        .param("team", office.team())
        .param("exhibit", exhibit)
        .query(Integer.class)
        .single();
  }

  @Test
  void whatEndsAfterTheTeamIsGoneToo() {
    agreed();
    UUID theirs = office.id();
    office.says(JointMessages.SHARED, office.exhibit(theirs, 1, "c"));
    office.says(JointMessages.LEFT, new JointMessages.Parted("Our part is done"));
    office.says(JointMessages.UNSHARED, new JointMessages.Unshared(theirs, 2));
    assertThat(stored(theirs)).isZero();
  }

  /** A chain only grows: one that was cut or begins otherwise is not taken over, also later. */
  @Test
  void aChainThatDoesNotFollowIsNotTakenOverAndIsSaid() {
    agreed();
    UUID theirs = office.id();
    office.says(JointMessages.SHARED, office.exhibit(theirs, 1, "cd"));
    office.says(JointMessages.SHARED, office.exhibit(theirs, 3, "cde"));
    office.says(JointMessages.SHARED, office.exhibit(theirs, 2, "cd"));
    assertThat(read(theirs))
        .returns(null, FarExhibit::broken)
        .returns("e".repeat(64), found -> found.content().head());
    office.says(JointMessages.SHARED, office.exhibit(theirs, 4, "cd"));
    assertThat(read(theirs)).doesNotReturn(null, FarExhibit::broken);
    assertThat(read(theirs).content().chain()).hasSize(3);
    assertThat(journal()).containsOnlyOnce("joint.chain-broken");
    assertThat(page("").shown()).contains("does not follow this one");
    assertThat(page("/" + theirs).shown()).contains("does not follow the one below");
    UUID forked = office.id();
    office.says(JointMessages.SHARED, office.exhibit(forked, 1, "cd"));
    office.says(JointMessages.SHARED, office.exhibit(forked, 2, "cfe"));
    assertThat(read(forked)).doesNotReturn(null, FarExhibit::broken);
    office.says(JointMessages.UNSHARED, new JointMessages.Unshared(forked, 3));
    office.says(JointMessages.SHARED, office.exhibit(forked, 4, "cfe"));
    hidden(() -> read(forked));
    office.says(JointMessages.SHARED, office.exhibit(forked, 5, "cde"));
    assertThat(read(forked).content().chain()).hasSize(3);
    rejected("chain", () -> office.says(JointMessages.SHARED, office.exhibit(office.id(), 1, "")));
  }

  @Test
  void whoeverIsNotOfTheTeamSharesAndEndsNothing() {
    agreed();
    UUID stranger = office.elsewhere("prosecutor");
    UUID here = one.prosecutor().organisation();
    UUID theirs = office.id();
    office.comes(office.id(), JointMessages.SHARED, stranger, here, office.exhibit(theirs, 1, "c"));
    assertThat(lines()).isEmpty();
    UUID ours = new ExhibitScenes(house).held(one.id(), new byte[] {7}, one.prosecutor());
    exhibits().share(office.team(), ours, one.prosecutor());
    office.says(JointMessages.SHARED, office.exhibit(theirs, 1, "c"));
    office.says(JointMessages.UNSHARED, new JointMessages.Unshared(ours, 9));
    office.comes(
        office.id(), JointMessages.UNSHARED, stranger, here, new JointMessages.Unshared(theirs, 9));
    assertThat(lines()).extracting(JointExhibits.Line::id).containsExactlyInAnyOrder(ours, theirs);
    office.says(JointMessages.LEFT, new JointMessages.Parted("Our part is done"));
    assertThat(lines()).isEmpty();
    office.says(JointMessages.SHARED, office.exhibit(theirs, 2, "cd"));
    assertThat(lines()).isEmpty();
    UUID before = office.team();
    office.of(joint.agreed(one, scenes.begun()));
    office.says(JointMessages.SHARED, office.exhibit(theirs, 3, "cd"));
    assertThat(lines()).as("a team of this node").isEmpty();
    office.of(before);
  }

  @Test
  void theOtherNodeIsToldWhatItIsAndWhichOfficeHeldIt() {
    UUID ours = new ExhibitScenes(house).held(one.id(), new byte[] {7}, one.prosecutor());
    refused("joint.refused.over", this::shareOfTeamThatIsOver);
    agreed();
    exhibits().share(office.team(), ours, one.prosecutor());
    exhibits().share(office.team(), ours, one.prosecutor());
    JointMessages.Shared told = office.heard(JointMessages.SHARED, JointMessages.Shared.class);
    assertThat(told.revision()).isEqualTo(1);
    assertThat(told.exhibit().title()).isEqualTo("A telephone");
    assertThat(told.exhibit().chain())
        .singleElement()
        .returns("intake", FarExhibit.Step::act)
        .returns("sender", FarExhibit.Step::office);
    assertThat(JointMessages.json(told))
        .doesNotContain("calls.csv", "Safe 2", "Office 3", "Search", one.prosecutor().name())
        .contains("Seal 4");
    house.get(HandOvers.class).check(one.id(), ours, "", one.prosecutor());
    JointMessages.Shared again = office.heard(JointMessages.SHARED, JointMessages.Shared.class);
    assertThat(again.revision()).isEqualTo(2);
    assertThat(again.exhibit().chain()).hasSize(2);
    assertThat(again.exhibit().pin(1)).isEqualTo(told.exhibit().pin(1));
    exhibits().end(office.team(), ours, one.prosecutor());
    exhibits().end(office.team(), ours, one.prosecutor());
    assertThat(office.heard(JointMessages.UNSHARED, JointMessages.Unshared.class))
        .isEqualTo(new JointMessages.Unshared(ours, 3));
    house.get(HandOvers.class).check(one.id(), ours, "", one.prosecutor());
    assertThat(office.sent())
        .containsExactly(
            JointMessages.SIGNED,
            JointMessages.SHARED,
            JointMessages.SHARED,
            JointMessages.UNSHARED);
    page("").sends("", "exhibit", ours.toString());
    assertThat(page("").shown()).contains(ours + "/end");
    assertThat(office.heard(JointMessages.SHARED, JointMessages.Shared.class).revision())
        .isEqualTo(4);
  }

  private void shareOfTeamThatIsOver() {
    FarOffice past = new FarOffice(house, one.prosecutor().organisation());
    past.says(JointMessages.PROPOSED, past.proposal(90));
    joint.invitations().sign(past.team(), one.id(), Set.of(), one.prosecutor());
    past.says(JointMessages.LEFT, new JointMessages.Parted("Our part is done"));
    exhibits().share(past.team(), past.id(), one.prosecutor());
  }

  @Test
  void whoeverIsProtectedStaysHereAndOldNodesAreNotTold() {
    agreed();
    UUID ours = new ExhibitScenes(house).held(one.id(), new byte[] {7}, one.prosecutor());
    UUID person =
        house
            .get(ProtectedPersons.class)
            .enter(one.id(), null, "defence", List.of("Milena Blue"), one.prosecutor());
    house.get(ProtectedPersons.class).mark(one.id(), person, Set.of(ours), one.prosecutor());
    refused(
        "joint.refused.protected", () -> exhibits().share(office.team(), ours, one.prosecutor()));
    assertThat(office.sent()).containsExactly(JointMessages.SIGNED);
    StubNode old = new StubNode(house, "http://localhost:1");
    old.agree(
        old.descriptor(
            Map.of(old.organisation(), "prosecutor"),
            Map.of("joint.proposed", List.of(1), "joint.signed", List.of(1))));
    UUID team =
        joint
            .proposals()
            .propose(
                joint.draft(90), one.id(), Set.of(), Set.of(old.organisation()), one.prosecutor());
    office.of(team);
    office.comes(
        office.id(),
        JointMessages.SIGNED,
        old.organisation(),
        one.prosecutor().organisation(),
        new JointMessages.Signed("2026-0031"));
    UUID other = new ExhibitScenes(house).held(one.id(), new byte[] {8}, one.prosecutor());
    assertThat(exhibits().shareable(team, one.prosecutor())).isEmpty();
    refused("joint.refused.far", () -> exhibits().share(team, other, one.prosecutor()));
  }
}
