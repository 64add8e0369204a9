package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.FarOffice.rejected;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
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
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** An exhibit of another node that somebody here holds, and hands back or on. */
@OnBothDatabases
@Tag("slow")
class JointHandingBackTest {
  private static final CustodyWords WORDS = new CustodyWords("Office 3", "Examined");
  @Parameter House house;
  private JointScenes joint;
  private Member member;
  private Scenes.Begun one;
  private FarOffice office;
  private FarOfficer giver;
  private UUID exhibit;

  @BeforeEach
  void anExhibitOfTheirsThatIsHeldHere() throws GeneralSecurityException {
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
    custody().ask(office.team(), exhibit, one.prosecutor());
    office.says(JointMessages.OFFERED, giver.offer(exhibit, one.prosecutor()));
    custody().take(office.team(), exhibit, one.prosecutor());
    giver.keeps(answered());
    giver.shares(exhibit);
  }

  private FarCustody custody() {
    return house.get(FarCustody.class);
  }

  private FarGiving giving() {
    return house.get(FarGiving.class);
  }

  private JointMessages.Answered answered() {
    return office.heard(JointMessages.ANSWERED, JointMessages.Answered.class);
  }

  private JointMessages.Given given() {
    return office.heard(JointMessages.GIVEN, JointMessages.Given.class);
  }

  private FarCustody.Standing standing(SignedIn who) {
    FarExhibit found = house.get(JointExhibits.class).elsewhere(office.team(), exhibit, who);
    return custody().of(office.team(), found, who);
  }

  private List<UUID> takers(SignedIn who) {
    return giving().takers(office.team(), exhibit, standing(who), who);
  }

  private void offers(UUID to, SignedIn who) {
    giving().offer(office.team(), exhibit, to, WORDS, who);
  }

  private RoomForms page() {
    return new RoomForms(
        member.browser(), "/prosecute/joint-teams/" + office.team() + "/exhibits/" + exhibit);
  }

  private SignedIn colleague() {
    SignedIn colleague =
        new Scenes(house).colleague(one.prosecutor().organisation(), Role.PROSECUTOR);
    house.get(InvestigationTeam.class).add(one.id(), colleague.user(), null, one.prosecutor());
    new ExhibitScenes(house).key(colleague);
    return colleague;
  }

  private String ownCertificate(SignedIn who) throws GeneralSecurityException {
    OfficerKeys keys = house.get(OfficerKeys.class);
    String id = keys.newest(who).id();
    return Base64.getEncoder()
        .encodeToString(keys.certificates(Set.of(id)).find(id).orElseThrow().getEncoded());
  }

  @Test
  void itIsHandedBackByItsPage() {
    assertThat(page().shown()).contains("Your organisation holds it", "/confirm");
    assertThat(member.browser().get("/prosecute/custody").body())
        .contains("You hold", "ATHINA-26-3.0004", "Joint team JIT-", "/exhibits/" + exhibit)
        .doesNotContain("Held by colleagues", "You hold no exhibit");
    Browser browser = member.browser();
    page().sends("/confirm");
    member.confirm(browser);
    assertThat(page().shown()).contains("Hand it back or on", "An officer there");
    page()
        .sends(
            "/offer",
            "to",
            takers(one.prosecutor()).get(0).toString(),
            "place",
            "Office 3",
            "currentPassword",
            Member.PASSWORD);
    assertThat(page().shown())
        .contains("Offered to An officer there", "/withdraw")
        .doesNotContain("Hand it back or on");
    JointMessages.Answered taken = giver.takes(given());
    office.says(JointMessages.ANSWERED, taken);
    office.says(JointMessages.ANSWERED, taken);
    giver.shares(exhibit);
    assertThat(standing(one.prosecutor()))
        .returns("free", FarCustody.Standing::state)
        .returns(null, FarCustody.Standing::given);
    assertThat(page().shown()).contains("/ask").doesNotContain("/offer", "Your organisation holds");
    refused("custody.refused.not-holder", () -> offers(UUID.randomUUID(), one.prosecutor()));
  }

  @Test
  void onlyItsHolderOffersItAndNobodyProtectedIsNamed() {
    SignedIn colleague = colleague();
    assertThat(takers(colleague)).isEmpty();
    UUID back = takers(one.prosecutor()).get(0);
    refused("custody.refused.not-holder", () -> offers(back, colleague));
    refused("custody.refused.taker", () -> offers(colleague.user(), one.prosecutor()));
    house
        .get(ProtectedPersons.class)
        .enter(one.id(), null, "defence", List.of("Milena Blue"), one.prosecutor());
    refused(
        "joint.refused.protected",
        () ->
            giving()
                .offer(
                    office.team(),
                    exhibit,
                    back,
                    new CustodyWords("Office 3", "For Milena Blue"),
                    one.prosecutor()));
    offers(back, one.prosecutor());
    refused("custody.refused.offered", () -> offers(back, one.prosecutor()));
    refused("custody.refused.no-offer", () -> giving().withdraw(office.team(), exhibit, colleague));
    refused("joint.refused.holds", this::leave);
  }

  private void leave() {
    house.get(JointTeams.class).leave(office.team(), "Our part is done", one.prosecutor());
  }

  @Test
  void aColleagueWhoAskedTakesItOnceTheOtherNodePassesTheOfferOn() throws Exception {
    SignedIn colleague = colleague();
    custody().ask(office.team(), exhibit, colleague);
    assertThat(standing(colleague)).returns("held", FarCustody.Standing::state);
    assertThat(standing(colleague).askable()).isFalse();
    offers(colleague.user(), one.prosecutor());
    String certificate = ownCertificate(one.prosecutor());
    JointMessages.Offered passed = new JointMessages.Offered(exhibit, given().line(), certificate);
    FarOfficer stranger = new FarOfficer(house, office);
    JointMessages.Offered theirs = giver.offerAnyway(exhibit, colleague);
    office.says(JointMessages.OFFERED, theirs);
    assertThat(standing(colleague).state()).as("who does not hold it").isEqualTo("held");
    rejected(
        "line",
        () ->
            office.says(
                JointMessages.OFFERED,
                new JointMessages.Offered(exhibit, given().line(), stranger.certificate())));
    office.says(JointMessages.OFFERED, passed);
    assertThat(joint.due(colleague)).contains("far-exhibit");
    custody().take(office.team(), exhibit, colleague);
    assertThat(standing(one.prosecutor()).state()).isEqualTo("waiting");
    giver.keeps(answered());
    giver.shares(exhibit);
    assertThat(standing(colleague).key()).isNotNull();
    assertThat(standing(one.prosecutor())).returns(null, FarCustody.Standing::key);
    assertThat(takers(colleague)).hasSize(1);
  }

  /** Otherwise a node could say that it was given back what an office here still has. */
  @Test
  void nobodyHereGaveBackWhatTheyHaveNotSigned() throws GeneralSecurityException {
    FarOfficer stranger = new FarOfficer(house, office);
    offers(takers(one.prosecutor()).get(0), one.prosecutor());
    JointMessages.Given given = given();
    Offer offer = new Offer(CustodyEntry.read(given.line()));
    String hash = offer.entry().hash();
    for (String line : List.of(given.line(), "{}", offer.takenBy(stranger.signatory()).line())) {
      rejected(
          "line",
          () ->
              office.says(JointMessages.ANSWERED, new JointMessages.Answered(exhibit, hash, line)));
    }
    List<FarExhibit.Step> chain =
        new ArrayList<>(
            house
                .get(JointExhibits.class)
                .elsewhere(office.team(), exhibit, one.prosecutor())
                .content()
                .chain());
    String today = new Scenes(house).today().toString();
    for (FarExhibit.Step step :
        List.of(
            new FarExhibit.Step("handover", today, "sender", "f".repeat(64)),
            new FarExhibit.Step("handover", today, "other", "f".repeat(64)),
            new FarExhibit.Step("check", today, "recipient", "f".repeat(64)))) {
      List<FarExhibit.Step> more = new ArrayList<>(chain);
      more.add(step);
      rejected(
          "office", () -> office.says(JointMessages.SHARED, office.exhibit(exhibit, 90, more)));
    }
    assertThat(standing(one.prosecutor()).key()).isNotNull();
    UUID another = office.elsewhere("prosecutor");
    office.comes(
        office.id(),
        JointMessages.WITHDRAWN,
        another,
        one.prosecutor().organisation(),
        new JointMessages.Withdrawn(exhibit, hash));
    assertThat(standing(one.prosecutor()).given()).isNotNull();
  }

  @Test
  void whatDoesNotStandOrIsTakenBackCanBeOfferedAgain() {
    UUID back = takers(one.prosecutor()).get(0);
    offers(back, one.prosecutor());
    String first = new Offer(CustodyEntry.read(given().line())).entry().hash();
    office.says(JointMessages.WITHDRAWN, new JointMessages.Withdrawn(exhibit, "e".repeat(64)));
    assertThat(standing(one.prosecutor()).given()).isNotNull();
    office.says(JointMessages.WITHDRAWN, new JointMessages.Withdrawn(exhibit, first));
    assertThat(standing(one.prosecutor()).givable()).isTrue();
    house.clock().pass(Duration.ofSeconds(1));
    offers(back, one.prosecutor());
    giving().withdraw(office.team(), exhibit, one.prosecutor());
    assertThat(standing(one.prosecutor()).givable()).as("not confirmed yet").isFalse();
    JointMessages.Answered late = giver.takes(given());
    office.says(JointMessages.ANSWERED, late);
    giver.shares(exhibit);
    assertThat(standing(one.prosecutor()).state()).isEqualTo("free");
  }

  @Test
  void afterTheEndItGoesBackAndIsReadNoMore() {
    house.clock().pass(Duration.ofDays(93));
    SignedIn who = one.prosecutor();
    assertThat(house.get(JointExhibits.class).of(office.team(), who)).hasSize(1);
    refused("joint.refused.over", () -> custody().ask(office.team(), exhibit, who));
    offers(takers(who).get(0), who);
    office.says(JointMessages.ANSWERED, giver.takes(given()));
    giver.shares(exhibit);
    hidden(() -> standing(who));
    assertThat(house.get(JointExhibits.class).of(office.team(), who)).isEmpty();
  }
}
