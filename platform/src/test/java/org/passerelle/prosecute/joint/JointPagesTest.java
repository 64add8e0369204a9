package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Two prosecutors agree on a joint team by its pages. */
@OnBothDatabases
@Tag("slow")
class JointPagesTest {
  private static final String ALL = "/prosecute/joint-teams";

  @Parameter House house;
  private Scenes scenes;
  private Member member;
  private Member colleague;
  private Scenes.Begun one;
  private Scenes.Begun other;

  @BeforeEach
  void twoOffices() {
    scenes = new Scenes(house);
    member = Member.of(house, Role.PROSECUTOR);
    colleague = Member.of(house, Role.PROSECUTOR);
    one = scenes.begun(Staff.signedIn(member.user()));
    other = scenes.begun(Staff.signedIn(colleague.user()));
  }

  @Test
  void isProposedSignedExtendedAndLeft() {
    assertThat(member.browser().get(ALL).body()).contains("You are on no joint team");
    RoomForms blank = new RoomForms(member.browser(), ALL + "/new");
    assertThat(blank.shown()).contains("Propose a joint team");
    String[] fields = {
      "name",
      "Bridge",
      "basis",
      "see_2006",
      "purpose",
      "Those who bring girls over the bridge",
      "from",
      scenes.today().toString(),
      "until",
      scenes.today().plusDays(20).toString(),
      "investigation",
      one.id().toString()
    };
    member.browser().get(ALL + "/new");
    assertThat(member.browser().post(ALL, fields).body())
        .contains("Invite at least one organisation that has investigations.");
    member.browser().get(ALL + "/new");
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "organisations";
    all[fields.length + 1] = other.prosecutor().organisation().toString();
    String at = member.browser().post(ALL, all).location();
    assertThat(at).startsWith(ALL + "/");
    String id = at.substring(at.lastIndexOf('/') + 1);
    String invitation = "/prosecute/joint-invitations/" + id;
    assertThat(colleague.browser().get(at).status()).isEqualTo(404);
    assertThat(colleague.browser().get("/prosecute").body())
        .contains("Invitation to a joint team waits for an answer")
        .doesNotContain("Bridge");
    assertThat(colleague.browser().get("/").body())
        .contains("Invitation to a joint team waits for an answer")
        .doesNotContain("Bridge");
    RoomForms invited = new RoomForms(colleague.browser(), invitation);
    assertThat(invited.shown()).contains("Bridge", "over the bridge", "Sign the agreement");
    invited.isTold("This is needed to go on.", "/decline", "reason", " ");
    invited.sends("/sign", "investigation", other.id().toString());
    RoomForms theirs = new RoomForms(colleague.browser(), at);
    RoomForms ours = new RoomForms(member.browser(), at);
    assertThat(theirs.shown()).contains(">in force<", "brings investigation");
    assertThat(member.browser().get("/prosecute").body()).contains("A joint team ends");
    ours.isTold(
        "The new last day must be after the present one.",
        "/extensions",
        "until",
        scenes.today().plusDays(3).toString());
    ours.sends("/extensions", "until", scenes.today().plusDays(60).toString());
    assertThat(theirs.shown()).contains("Sign the extension", "waits for signatures");
    UUID extension = new JointScenes(house).waiting(UUID.fromString(id), one.prosecutor());
    theirs.sends("/amendments/" + extension + "/sign");
    assertThat(ours.shown()).contains(">agreed<");
    assertThat(member.browser().get("/prosecute").body()).doesNotContain("A joint team ends");
    assertThat(theirs.sends("/leave", "reason", "Our part is done")).isEqualTo(ALL);
    assertThat(colleague.browser().get(at).status()).isEqualTo(404);
    assertThat(ours.shown()).contains("Our part is done", ">ended<").doesNotContain("/leave");
  }

  @Test
  void anotherOrganisationJoinsByItsPages() {
    Member newcomer = Member.of(house, Role.PROSECUTOR);
    Scenes.Begun third = scenes.begun(Staff.signedIn(newcomer.user()));
    JointScenes joint = new JointScenes(house);
    UUID team = joint.agreed(one, other);
    String at = ALL + "/" + team;
    RoomForms ours = new RoomForms(member.browser(), at);
    RoomForms theirs = new RoomForms(colleague.browser(), at);
    ours.isTold("This is needed to go on.", "/accessions", "newcomer", "");
    String office = third.prosecutor().organisation().toString();
    ours.sends("/accessions", "newcomer", office);
    assertThat(ours.shown())
        .contains("Accession of", "Refuse the accession")
        .doesNotContain("Sign the accession");
    assertThat(colleague.browser().get("/prosecute").body())
        .contains("Accession to a joint team waits for your signature");
    theirs.sends("/amendments/" + joint.waiting(team, one.prosecutor()) + "/refuse");
    assertThat(ours.shown()).contains(">refused<");
    ours.sends("/accessions", "newcomer", office);
    UUID step = joint.step(team, "Ask Milena Blue", one.prosecutor());
    String sign = "/amendments/" + joint.waiting(team, one.prosecutor()) + "/sign";
    assertThat(theirs.shown()).contains("Sign the accession", "reads the agreement");
    String invitation = "/prosecute/joint-invitations/" + team;
    assertThat(newcomer.browser().get(invitation).status()).isEqualTo(404);
    house
        .get(ProtectedPersons.class)
        .enter(other.id(), null, "defence", List.of("Milena Blue"), other.prosecutor());
    theirs.isTold("names a shelter, or somebody who is protected", sign);
    house
        .get(JointPlan.class)
        .change(
            team,
            step,
            joint.step(other.prosecutor().organisation(), 9, "open", ""),
            1,
            other.prosecutor());
    theirs.sends(sign);
    assertThat(newcomer.browser().get("/prosecute").body())
        .contains("Invitation to a joint team waits for an answer")
        .doesNotContain("Bridge");
    RoomForms invited = new RoomForms(newcomer.browser(), invitation);
    assertThat(invited.shown()).contains("Bridge", "Sign the agreement").doesNotContain("the plan");
    assertThat(newcomer.browser().get(at).status()).isEqualTo(404);
    invited.sends("/sign", "investigation", third.id().toString());
    assertThat(newcomer.browser().get(at).body()).contains(">in force<", "Accession of");
    assertThat(newcomer.browser().get(at + "/plan").body()).contains("Watch the bridge");
  }

  @Test
  void isHiddenFromEverybodyElse() {
    UUID team = new JointScenes(house).agreed(one, other);
    UUID invitation = new JointScenes(house).proposed(one, other);
    Member outside = Member.in(house, one.prosecutor().organisation(), Role.PROSECUTOR);
    scenes.begun(Staff.signedIn(outside.user()));
    for (String page :
        new String[] {ALL + "/" + team, "/prosecute/joint-invitations/" + invitation}) {
      assertThat(outside.browser().get(page).status()).as(page).isEqualTo(404);
    }
    assertThat(outside.browser().get(ALL).body()).doesNotContain("Bridge", "JIT-");
    assertThat(outside.browser().get("/prosecute").body()).doesNotContain("JIT-");
    Member investigator = Member.of(house, Role.INVESTIGATOR);
    assertThat(investigator.browser().get(ALL).body()).doesNotContain("JIT-");
    for (String page : new String[] {ALL + "/new", ALL + "/" + team}) {
      assertThat(investigator.browser().get(page).status()).as(page).isEqualTo(404);
    }
    for (Role role : Scenes.others()) {
      assertThat(Member.of(house, role).browser().get(ALL).status()).as(role.name()).isEqualTo(404);
    }
  }
}
