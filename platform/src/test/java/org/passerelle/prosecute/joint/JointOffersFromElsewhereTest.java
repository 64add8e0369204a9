package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.FarOffice.rejected;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.evidence.custody.Act;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.KeptElsewhere;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.storage.Columns;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** An exhibit of another node that is offered here, on the pages of whoever asked for it. */
@OnBothDatabases
@Tag("slow")
class JointOffersFromElsewhereTest {
  @Parameter House house;
  private JointScenes joint;
  private Member member;
  private Scenes.Begun one;
  private FarOffice office;
  private FarOfficer giver;
  private UUID exhibit;

  @BeforeEach
  void anExhibitOfTheirsThatWasAskedFor() throws GeneralSecurityException {
    joint = new JointScenes(house);
    member = Member.of(house, Role.PROSECUTOR);
    one = new Scenes(house).begun(Staff.signedIn(member.user()));
    office = new FarOffice(house, one.prosecutor().organisation());
    office.says(JointMessages.PROPOSED, office.proposal(90));
    joint.invitations().sign(office.team(), one.id(), Set.of(), one.prosecutor());
    giver = new FarOfficer(house, office);
    exhibit = office.id();
    giver.shares(exhibit);
    new ExhibitScenes(house).key(one.prosecutor());
    page().sends("/ask");
  }

  private RoomForms page() {
    return new RoomForms(
        member.browser(), "/prosecute/joint-teams/" + office.team() + "/exhibits/" + exhibit);
  }

  private String state(SignedIn who) {
    FarExhibit found = house.get(JointExhibits.class).elsewhere(office.team(), exhibit, who);
    return house.get(FarCustody.class).of(office.team(), found, who).state();
  }

  private JointMessages.Answered answered() {
    return office.heard(JointMessages.ANSWERED, JointMessages.Answered.class);
  }

  private void confirmed() {
    Browser browser = member.browser();
    page().sends("/confirm");
    member.confirm(browser);
  }

  @Test
  void itIsRefusedByItsPage() throws GeneralSecurityException {
    JointMessages.Offered first = giver.offer(exhibit, one.prosecutor());
    office.says(JointMessages.OFFERED, first);
    office.says(JointMessages.OFFERED, first);
    assertThat(joint.due(one.prosecutor())).containsExactly("far-exhibit");
    assertThat(
            joint.due(
                new Scenes(house).colleague(one.prosecutor().organisation(), Role.PROSECUTOR)))
        .isEmpty();
    String at = "/prosecute/joint-teams/" + office.team() + "/exhibits/" + exhibit;
    for (String front : List.of("/", "/prosecute")) {
      assertThat(member.browser().get(front).body())
          .as(front)
          .contains("An exhibit of another node is offered to you", at)
          .doesNotContain("A telephone from the bridge", "ATHINA-26-3.0004");
    }
    assertThat(member.browser().get("/prosecute/custody").body())
        .contains("ATHINA-26-3.0004", at)
        .doesNotContain("Nothing is offered to you");
    assertThat(page().shown())
        .contains("The bridge", "For you", at + "/confirm")
        .doesNotContain(at + "/take", at + "/refuse");
    confirmed();
    assertThat(page().shown()).contains("The bridge", "For you");
    page()
        .isTold(
            "This is needed to go on.", "/refuse", "why", "", "currentPassword", Member.PASSWORD);
    page().sends("/refuse", "why", "No room", "currentPassword", Member.PASSWORD);
    assertThat(state(one.prosecutor())).isEqualTo("waiting");
    assertThat(joint.due(one.prosecutor())).isEmpty();
    CustodyEntry refusal = giver.keeps(answered());
    assertThat(refusal.statement().act()).isEqualTo(Act.REFUSAL);
    assertThat(refusal.statement().reason()).isEqualTo("No room");
    giver.shares(exhibit);
    assertThat(page().shown()).contains("Offered and refused", "/ask");
    office.says(JointMessages.OFFERED, giver.offer(exhibit, one.prosecutor()));
    confirmed();
    page().sends("/take", "currentPassword", Member.PASSWORD);
    giver.keeps(answered());
    giver.shares(exhibit);
    assertThat(member.browser().get("/prosecute/joint-teams/" + office.team() + "/exhibits").body())
        .contains("held by your organisation")
        .doesNotContain("held by the other office");
    page().sends("/file");
    assertThat(page().shown()).contains("Open in your investigation");
    theListOfCustodySaysWhoHoldsIt();
  }

  private void theListOfCustodySaysWhoHoldsIt() {
    Member other = Member.in(house, one.prosecutor().organisation(), Role.PROSECUTOR);
    assertThat(other.browser().get("/prosecute/custody").body())
        .as("not on the team")
        .doesNotContain("ATHINA-26-3.0004");
    house.get(InvestigationTeam.class).add(one.id(), other.user().id(), null, one.prosecutor());
    assertThat(other.browser().get("/prosecute/custody").body())
        .contains("Held by colleagues, of another node", "Held by " + one.prosecutor().name());
    assertThat(house.get(KeptElsewhere.class).of(one.prosecutor()))
        .singleElement()
        .returns(false, KeptElsewhere.Kept::offered)
        .returns(true, KeptElsewhere.Kept::signs);
  }

  private List<FarExhibit.Step> chain(FarExhibit.Step... more) {
    List<FarExhibit.Step> all = new ArrayList<>(office.exhibit(exhibit, 9, "c").exhibit().chain());
    all.addAll(List.of(more));
    return all;
  }

  private FarExhibit.Step step(String act, String whose) {
    return new FarExhibit.Step(act, new Scenes(house).today().toString(), whose, "f".repeat(64));
  }

  @Test
  void whoeverIsNotOnTheTeamIsOfferedNothing() throws GeneralSecurityException {
    SignedIn stranger =
        new Scenes(house).colleague(one.prosecutor().organisation(), Role.PROSECUTOR);
    new ExhibitScenes(house).key(stranger);
    office.says(JointMessages.OFFERED, giver.offer(exhibit, stranger));
    assertThat(joint.due(stranger)).isEmpty();
    assertThat(state(one.prosecutor())).isEqualTo("asked");
    JointMessages.Offered theirs = giver.offer(exhibit, one.prosecutor());
    FarOfficer other = new FarOfficer(house, office);
    rejected(
        "line",
        () ->
            office.says(
                JointMessages.OFFERED,
                new JointMessages.Offered(exhibit, theirs.line(), other.certificate())));
    assertThat(state(one.prosecutor())).isEqualTo("asked");
  }

  /** Otherwise a node could say that an office here holds what it has lost. */
  @Test
  void nobodyHereHoldsWhatTheyHaveNotSignedFor() {
    for (List<FarExhibit.Step> chain :
        List.of(
            chain(step("handover", "recipient")),
            List.of(step("intake", "recipient")),
            chain(step("check", "sender"), step("handover", "recipient")))) {
      UUID another = office.id();
      rejected(
          "office", () -> office.says(JointMessages.SHARED, office.exhibit(another, 1, chain)));
    }
    office.says(
        JointMessages.SHARED,
        office.exhibit(
            office.id(), 1, chain(step("handover", "other"), step("refusal", "recipient"))));
    assertThat(house.get(JointExhibits.class).of(office.team(), one.prosecutor())).hasSize(2);
  }

  @Test
  void aDayThatIsNoneIsRefusedBeforeAPageShowsIt() {
    for (String day : List.of("2026-02-31", "9999-01-01")) {
      FarExhibit.Content said = office.exhibit(exhibit, 9, "c").exhibit();
      FarExhibit.Content wrong =
          new FarExhibit.Content(
              said.number(),
              said.kind(),
              said.title(),
              said.origin(),
              said.seizure(),
              said.seal(),
              said.type(),
              said.size(),
              said.sha256(),
              said.sha512(),
              day,
              said.chain());
      rejected(
          day.startsWith("9") ? "chain" : "on",
          () -> office.says(JointMessages.SHARED, new JointMessages.Shared(office.id(), 1, wrong)));
    }
  }

  /** Otherwise the giver could offer it to the earlier key alone, which has ended meanwhile. */
  @Test
  void whoeverMadeANewKeyAsksAgain() {
    String before = office.heard(JointMessages.ASKED, JointMessages.Asked.class).certificate();
    assertThat(page().shown()).contains("You have asked for it").doesNotContain("/ask\"");
    house
        .db()
        .sql("update officer_key set until_at = :soon where user_id = :user")
        .param("soon", Columns.at(house.clock().instant().plus(Duration.ofDays(9))))
        .param("user", one.prosecutor().user())
        .update();
    house.clock().pass(Duration.ofSeconds(1));
    house.get(OfficerKeys.class).make(one.prosecutor());
    assertThat(page().shown()).contains("You have made a new signing key since", "/ask\"");
    page().sends("/ask");
    assertThat(office.heard(JointMessages.ASKED, JointMessages.Asked.class).certificate())
        .isNotEqualTo(before);
    assertThat(page().shown()).contains("You have asked for it").doesNotContain("/ask\"");
  }
}
