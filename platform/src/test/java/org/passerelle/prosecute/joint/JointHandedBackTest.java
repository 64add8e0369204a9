package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.FarOffice.rejected;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** An exhibit of this node that somebody of another one holds, and hands back or on. */
@OnBothDatabases
@Tag("slow")
class JointHandedBackTest {
  @Parameter House house;
  private Member member;
  private Scenes.Begun one;
  private FarOffice office;
  private UUID exhibit;
  private FarOfficer there;

  @BeforeEach
  void anExhibitThatIsHeldThere() throws GeneralSecurityException {
    member = Member.of(house, Role.PROSECUTOR);
    one = new Scenes(house).begun(Staff.signedIn(member.user()));
    office = new FarOffice(house, one.prosecutor().organisation());
    office.says(JointMessages.PROPOSED, office.proposal(90));
    new JointScenes(house).invitations().sign(office.team(), one.id(), Set.of(), one.prosecutor());
    exhibit = new ExhibitScenes(house).held(one.id(), new byte[] {7}, one.prosecutor());
    house.get(JointExhibits.class).share(office.team(), exhibit, one.prosecutor());
    there = new FarOfficer(house, office);
    office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, there.certificate()));
    house
        .get(HandOvers.class)
        .offer(
            one.id(), exhibit, takers().get(0), new CustodyWords("Office 3", ""), one.prosecutor());
    office.says(JointMessages.ANSWERED, taken(there));
    assertThat(standing().holder()).isEqualTo(takers().get(0));
  }

  private List<UUID> takers() {
    return house.get(FarCustodyRows.class).takers(office.team(), exhibit);
  }

  private JointMessages.Answered taken(FarOfficer by) {
    Offer offer =
        new Offer(
            CustodyEntry.read(
                office.heard(JointMessages.OFFERED, JointMessages.Offered.class).line()));
    return new JointMessages.Answered(
        exhibit, offer.entry().hash(), offer.takenBy(by.signatory()).line());
  }

  private Custody.Standing standing() {
    return house.get(Custody.class).of(one.id(), exhibit, one.prosecutor());
  }

  private FarExhibit.Content told() {
    return office.heard(JointMessages.SHARED, JointMessages.Shared.class).exhibit();
  }

  private String certificate(SignedIn who) {
    return house.get(OfficerKeys.class).newest(who).id();
  }

  private Instant now() {
    return house.clock().instant();
  }

  private long said(String kind) {
    return office.sent().stream().filter(kind::equals).count();
  }

  private Offer back() {
    return there.gives(told(), certificate(one.prosecutor()), now());
  }

  private void gives(Offer offer) {
    office.says(JointMessages.GIVEN, new JointMessages.Given(exhibit, offer.entry().line()));
  }

  private void takes(SignedIn who) {
    house.get(HandOvers.class).take(one.id(), exhibit, who);
  }

  @Test
  void whoGaveItTakesItBackAndTheOtherSideGetsBothSignatures() {
    refused(
        "joint.refused.held-there",
        () -> house.get(JointExhibits.class).end(office.team(), exhibit, one.prosecutor()));
    Offer offer = back();
    gives(offer);
    gives(offer);
    assertThat(standing().offered()).returns(one.prosecutor().user(), Custody.Offered::to);
    assertThat(said(JointMessages.WITHDRAWN)).isZero();
    takes(one.prosecutor());
    assertThat(standing().holder()).isEqualTo(one.prosecutor().user());
    assertThat(standing().lines())
        .extracting(Custody.Line::act)
        .containsExactly("intake", "handover", "handover");
    JointMessages.Answered answer =
        office.heard(JointMessages.ANSWERED, JointMessages.Answered.class);
    assertThat(answer.offer()).isEqualTo(offer.entry().hash());
    assertThat(told().head()).isEqualTo(CustodyEntry.read(answer.line()).hash());
    assertThat(told().holder()).isEqualTo("sender");
    List<String> sent = office.sent();
    assertThat(sent.subList(sent.size() - 2, sent.size()))
        .containsExactly(JointMessages.ANSWERED, JointMessages.SHARED);
    gives(offer);
    assertThat(standing().offered()).as("said again, later").isNull();
    assertThat(said(JointMessages.WITHDRAWN)).isEqualTo(1);
    house.get(JointExhibits.class).end(office.team(), exhibit, one.prosecutor());
  }

  /** Everything that is no offer of whoever holds it, to somebody who can take it. */
  @Test
  void whatDoesNotFitTheChainIsToldBackAndChangesNothing() throws GeneralSecurityException {
    FarOfficer other = new FarOfficer(house, office);
    office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, other.certificate()));
    FarExhibit.Content told = told();
    String us = certificate(one.prosecutor());
    SignedIn stranger = new Scenes(house).begun().prosecutor();
    new ExhibitScenes(house).key(stranger);
    List<FarExhibit.Step> before = told.chain().subList(0, 1);
    FarExhibit.Content earlier = office.exhibit(exhibit, 1, before).exhibit();
    List<Offer> forged =
        List.of(
            other.gives(told, us, now()),
            there.gives(earlier, us, now()),
            there.gives(told, us, now().plus(Duration.ofHours(1))),
            there.gives(told, us, now().minus(Duration.ofDays(1))),
            there.gives(told, certificate(stranger), now()),
            there.gives(told, there.signatory().id(), now()),
            there.gives(told, "unknown", now()));
    for (Offer offer : forged) {
      gives(offer);
      assertThat(standing().offered()).isNull();
      assertThat(office.heard(JointMessages.WITHDRAWN, JointMessages.Withdrawn.class).offer())
          .isEqualTo(offer.entry().hash());
    }
    CustodyEntry whole = CustodyEntry.read(back().takenBy(other.signatory()).line());
    gives(new Offer(whole));
    assertThat(standing().offered()).as("signed by another, too").isNull();
    rejected(
        "line", () -> office.says(JointMessages.GIVEN, new JointMessages.Given(exhibit, "{}")));
    UUID another = office.elsewhere("prosecutor");
    office.comes(
        office.id(),
        JointMessages.GIVEN,
        another,
        one.prosecutor().organisation(),
        new JointMessages.Given(exhibit, back().entry().line()));
    assertThat(standing().offered()).as("an office that is not on the team").isNull();
    assertThat(standing().lines()).hasSize(2);
    gives(back());
    assertThat(standing().offered()).isNotNull();
    gives(there.gives(told, other.signatory().id(), now()));
    assertThat(standing().offered()).returns(one.prosecutor().user(), Custody.Offered::to);
  }

  @Test
  void itGoesOnToAColleagueOfTheirsWhoAsked() throws GeneralSecurityException {
    FarOfficer other = new FarOfficer(house, office);
    gives(there.gives(told(), other.signatory().id(), now()));
    assertThat(standing().offered()).as("has not asked").isNull();
    office.says(JointMessages.ASKED, new JointMessages.Asked(exhibit, other.certificate()));
    Offer offer = there.gives(told(), other.signatory().id(), now());
    gives(offer);
    JointMessages.Offered passed = office.heard(JointMessages.OFFERED, JointMessages.Offered.class);
    assertThat(passed.line()).isEqualTo(offer.entry().line());
    assertThat(Base64.getDecoder().decode(passed.certificate()))
        .isEqualTo(Base64.getDecoder().decode(there.certificate()));
    office.says(JointMessages.ANSWERED, taken(other));
    assertThat(standing().lines()).hasSize(3);
    assertThat(told().holder()).isEqualTo("recipient");
    assertThat(said(JointMessages.ANSWERED)).as("they signed both").isZero();
    gives(there.gives(told(), certificate(one.prosecutor()), now()));
    assertThat(standing().offered()).as("holds it no more").isNull();
    gives(other.gives(told(), certificate(one.prosecutor()), now()));
    takes(one.prosecutor());
    assertThat(standing().lines()).hasSize(4);
  }

  @Test
  void onlyWhoeverOfferedItTakesItBackAndIsToldOnce() {
    Offer offer = back();
    gives(offer);
    JointMessages.Withdrawn withdrawn = new JointMessages.Withdrawn(exhibit, offer.entry().hash());
    UUID another = office.elsewhere("prosecutor");
    office.comes(
        office.id(), JointMessages.WITHDRAWN, another, one.prosecutor().organisation(), withdrawn);
    office.says(JointMessages.WITHDRAWN, new JointMessages.Withdrawn(exhibit, "e".repeat(64)));
    assertThat(standing().offered()).isNotNull();
    office.says(JointMessages.WITHDRAWN, withdrawn);
    office.says(JointMessages.WITHDRAWN, withdrawn);
    assertThat(standing().offered()).isNull();
    assertThat(said(JointMessages.WITHDRAWN)).isEqualTo(1);
    refused("custody.refused.no-offer", () -> takes(one.prosecutor()));
    house.clock().pass(Duration.ofSeconds(1));
    gives(back());
    house.get(HandOvers.class).refuse(one.id(), exhibit, "No room", one.prosecutor());
    assertThat(told().chain()).hasSize(3);
    assertThat(told().holder()).isEqualTo("recipient");
  }

  /** What our own offer was must not end by a word of theirs. */
  @Test
  void ourOfferIsNotTakenBackByThem() {
    gives(back());
    takes(one.prosecutor());
    house
        .get(HandOvers.class)
        .offer(
            one.id(), exhibit, takers().get(0), new CustodyWords("Office 3", ""), one.prosecutor());
    String ours =
        new Offer(
                CustodyEntry.read(
                    office.heard(JointMessages.OFFERED, JointMessages.Offered.class).line()))
            .entry()
            .hash();
    office.says(JointMessages.WITHDRAWN, new JointMessages.Withdrawn(exhibit, ours));
    assertThat(standing().offered()).isNotNull();
  }

  @Test
  void aColleagueHereAsksForItAndIsHandedItAlsoAfterTheEnd() {
    SignedIn colleague =
        new Scenes(house).colleague(one.prosecutor().organisation(), Role.PROSECUTOR);
    house.get(InvestigationTeam.class).add(one.id(), colleague.user(), null, one.prosecutor());
    RoomForms page =
        new RoomForms(member.browser(), "/prosecute/joint-teams/" + office.team() + "/exhibits");
    assertThat(page.shown())
        .contains("held by the other office, on its node", exhibit + "/ask-back");
    page.sends("/" + exhibit + "/ask-back");
    assertThat(office.heard(JointMessages.ASKED, JointMessages.Asked.class).id())
        .isEqualTo(exhibit);
    refused(
        "signing.refused.no-key",
        () -> house.get(AskingBack.class).ask(office.team(), exhibit, colleague));
    new ExhibitScenes(house).key(colleague);
    house.clock().pass(Duration.ofDays(93));
    house.get(AskingBack.class).ask(office.team(), exhibit, colleague);
    gives(there.gives(told(), certificate(colleague), now()));
    takes(colleague);
    assertThat(standing().holder()).isEqualTo(colleague.user());
    assertThat(told().chain()).hasSize(3);
    refused(
        "custody.refused.overtaken",
        () -> house.get(AskingBack.class).ask(office.team(), exhibit, colleague));
  }
}
