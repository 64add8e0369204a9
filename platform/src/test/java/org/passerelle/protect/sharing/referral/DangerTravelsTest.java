package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.urgency.CaseUrgency;
import org.passerelle.protect.casework.urgency.StatedDanger;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.letterbox.LetterboxScenes;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Urgency and danger are sent with a referral unless somebody leaves them out, on a basis that
 * allows it, and are shown wherever the person is mentioned.
 */
@OnBothDatabases
@Tag("slow")
class DangerTravelsTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member gives;
  private Browser sender;

  @BeforeEach
  void inDanger() {
    scenes = new ReferralScenes(house);
    gives = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    sender = gives.browser();
    scene =
        scenes.scene(
            Staff.signedIn(gives.user()), "RS", "health", ReferralScenes.file().safe("no"));
    house
        .get(CaseUrgency.class)
        .judge(scene.caseId(), Urgency.HIGH, Risk.HIGH, "He waits outside", scene.sender());
  }

  private UUID consent(String... categories) {
    return scenes.consent(scene, Set.of(categories), "adult", null);
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }

  private Referral find(UUID id) {
    return referrals().find(id, scene.sender());
  }

  private ReceivedReferral arrived(UUID id) {
    referrals().send(id, scene.sender());
    scenes.deliver();
    return house.get(ReceivedReferrals.class).find(id, scene.recipient());
  }

  private Map<String, List<String>> dossier(UUID id) {
    return house.get(ReceivedReferrals.class).dossier(id, scene.recipient()).orElseThrow().fields();
  }

  @Test
  void itIsSentUnlessLeftOut() {
    UUID basis = consent("identity", "case", "contact");
    UUID id = scenes.draft(scene);
    assertThat(find(id).fields()).contains("danger", "safe_to_contact");
    referrals().choose(id, List.of("age", "danger", "safe_to_contact"), basis, scene.sender());
    String review = "/protect/referrals/" + id + "/review";
    assertThat(sender.get(review).body()).doesNotContain("is not told how urgent");
    assertThat(arrived(id).urgency()).isEqualTo(Urgency.HIGH);
    assertThat(dossier(id)).containsEntry("danger", List.of("high", "risk.high"));

    UUID other = scenes.draft(scene);
    referrals().choose(other, List.of("age"), basis, scene.sender());
    for (String page : List.of("content", "review")) {
      assertThat(sender.get("/protect/referrals/" + other + "/" + page).body())
          .as(page)
          .contains("is not told how urgent this is");
    }
    assertThat(arrived(other).urgency()).isEqualTo(Urgency.ORDINARY);
    assertThat(dossier(other)).doesNotContainKey("danger");
  }

  @Test
  void aBasisThatDoesNotCoverItForbidsIt() {
    UUID id = scenes.draft(scene);
    referrals().choose(id, List.of("known_as", "danger"), consent("identity"), scene.sender());
    assertThatThrownBy(() -> referrals().send(id, scene.sender())).isInstanceOf(Refused.class);
    assertThat(sender.get("/protect/referrals/" + id + "/review").body())
        .contains("How urgent it is, and danger</dt>");
  }

  @Test
  void itIsShownInTheHeaderTheListAndUnderToday() {
    assertThat(sender.get("/protect/cases/" + scene.caseId()).body())
        .contains("Not safe to call", "At once", "High risk");
    assertThat(sender.get("/protect/cases").body())
        .contains(
            "<span class=\"word\">Not safe to call</span>",
            "<span class=\"word\">At once</span>",
            "<span class=\"word\">High risk</span>");
    assertThat(sender.get("/").body()).contains("Not safe to call · At once · High risk");
  }

  @Test
  void theRecipientIsWarnedBeforeTheDossierIsOpened() {
    UUID basis = consent("identity", "case", "contact");
    UUID id = scenes.draft(scene);
    referrals().choose(id, List.of("age", "danger", "safe_to_contact"), basis, scene.sender());
    assertThat(arrived(id).danger()).isEqualTo(new StatedDanger(Urgency.HIGH, "no"));
    Browser recipient =
        Member.in(house, scene.recipient().organisation(), Role.CASE_MANAGER).browser();
    assertThat(recipient.get("/").body()).contains("At once · Not safe to call");
    for (String page : List.of("/protect/referrals", "/protect/received/" + id)) {
      assertThat(recipient.get(page).body())
          .as(page)
          .contains("At once</span>", "Not safe to call");
    }
    house.clock().pass(Duration.ofMinutes(1));
    house
        .get(CaseUrgency.class)
        .judge(scene.caseId(), Urgency.RAISED, Risk.LOW, "He was arrested", scene.sender());
    house
        .get(Corrections.class)
        .send(scene.caseId(), Map.of(id, List.of("danger")), scene.sender());
    scenes.deliver();
    assertThat(house.get(ReceivedReferrals.class).find(id, scene.recipient()).danger())
        .as("corrected by the sender")
        .isEqualTo(new StatedDanger(Urgency.RAISED, "no"));
    referrals().revoke(id, scene.sender());
    scenes.deliver();
    assertThat(recipient.get("/protect/received/" + id).body()).doesNotContain("Not safe to call");
    assertThat(house.get(ReceivedReferrals.class).find(id, scene.recipient()).danger())
        .as("forgotten with the dossier")
        .isEqualTo(StatedDanger.NONE);
  }

  /** A hand-over of a person in danger, in which this is stated. */
  private UUID givenAbroad(ReferralScenes.Scene abroad) {
    house
        .get(CaseUrgency.class)
        .judge(abroad.caseId(), Urgency.HIGH, Risk.HIGH, "He waits outside", abroad.sender());
    UUID id =
        new HandOverScenes(house)
            .begun(abroad.caseId(), abroad.recipient().organisation(), false, abroad.sender());
    UUID basis =
        scenes.consent(
            abroad,
            "protection_and_placement",
            Set.of("identity", "case", "contact"),
            "adult",
            null);
    referrals().choose(id, List.of("age", "danger", "safe_to_contact"), basis, abroad.sender());
    referrals().send(id, abroad.sender());
    scenes.deliver();
    return id;
  }

  private ReferralScenes.Scene abroad() {
    return scenes.scene(
        scene.sender(), "AL", "national_coordinator", ReferralScenes.file().safe("no"));
  }

  @Test
  void theFocalPointSeesAnUrgentHandOverFirst() {
    ReferralScenes.Scene abroad = abroad();
    UUID to = abroad.recipient().organisation();
    UUID id = givenAbroad(abroad);
    Browser focal = Member.in(house, to, Role.FOCAL_POINT).browser();
    String first = focal.get("/").body();
    assertThat(first).contains("At once · Not safe to call");
    assertThat(first).as("among what cannot wait").contains("Urgent");
    for (String page : List.of("/protect/handovers", "/protect/handovers/" + id)) {
      assertThat(focal.get(page).body()).as(page).contains("At once</span>", "Not safe to call");
    }
    assertThat(sender.get("/protect/handovers/" + id).body()).doesNotContain("⟦");
    assertThat(
            Member.in(house, to, Role.NATIONAL_COORDINATOR)
                .browser()
                .get("/protect/handovers")
                .body())
        .as("the coordinator sees what presses, and calls nobody")
        .contains("At once</span>")
        .doesNotContain("Not safe to call");
    referrals().revoke(id, abroad.sender());
    scenes.deliver();
    assertThat(focal.get("/protect/handovers").body())
        .as("over")
        .doesNotContain("At once</span>", "Not safe to call");
  }

  @Test
  void whoeverSentItIsWarnedWhileNobodyAnswers() {
    ReferralScenes.Scene abroad = abroad();
    UUID id = givenAbroad(abroad);
    house.clock().pass(Duration.ofHours(30));
    assertThat(gives.elsewhere().get("/").body())
        .contains("href=\"/protect/handovers/" + id + "\"")
        .contains("has not taken the case in hand · Not safe to call · At once · High risk");
  }

  @Test
  void itIsShownAmongWhatIsFound() {
    assertThat(sender.post("/protect/cases/find", "q", "Lumi").body())
        .contains(
            scene.caseId().toString(),
            "<span class=\"word\">Not safe to call</span>",
            "<span class=\"word\">At once</span>",
            "<span class=\"word\">High risk</span>");
  }

  @Test
  void theReaderOfALetterboxSeesItToo() {
    UUID letterbox = LetterboxScenes.letterbox(house);
    HandOverScenes crossing = new HandOverScenes(house);
    UUID id = crossing.begun(scene.caseId(), letterbox, false, scene.sender());
    UUID basis = crossing.consent(scene.caseId(), letterbox, null, scene.sender());
    referrals().choose(id, List.of("age", "danger"), basis, scene.sender());
    referrals().send(id, scene.sender());
    Browser guest = LetterboxScenes.guest(house, letterbox, id, scene.sender());
    assertThat(guest.get("/letterbox").body()).contains("At once</span>");
  }

  @Test
  void aTimeThatHasPassedIsChosenAnewBeforeItIsSent() {
    UUID id = scenes.draft(scene);
    referrals().choose(id, List.of("age"), consent("case"), scene.sender());
    house.clock().pass(Duration.ofDays(6));
    sender = gives.elsewhere();
    String at = "/protect/referrals/" + id;
    assertThat(sender.get(at + "/review").body()).contains("action=\"" + at + "/within\"");
    Browser.Answer refused = sender.post(at + "/send");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("“Answer within” has passed", "href=\"#within\"");
    assertThat(find(id).state()).isEqualTo("draft");
    assertThat(sender.post(at + "/within", "within", "1").location()).isEqualTo(at + "/review");
    assertThat(find(id).deadline()).isEqualTo(house.clock().instant().plus(Duration.ofHours(1)));
    assertThat(sender.get(at + "/review").body()).doesNotContain(at + "/within");
    assertThat(sender.post(at + "/send").location()).isEqualTo(at);
  }

  @Test
  void soIsThatOfAHandOver() {
    ReferralScenes.Scene abroad = scenes.scene("RS", "ngo", "AL", "national_coordinator");
    SignedIn who = abroad.sender();
    HandOverScenes crossing = new HandOverScenes(house);
    UUID to = abroad.recipient().organisation();
    UUID id = crossing.begun(abroad.caseId(), to, false, who);
    UUID basis = crossing.consent(abroad.caseId(), to, null, who);
    referrals().choose(id, List.of("age"), basis, who);
    house.clock().pass(Duration.ofHours(30));
    assertThatThrownBy(() -> referrals().send(id, who)).hasMessage("referral.refused.time-passed");
    house.get(AnswerTimes.class).renew(id, house.clock().instant().plus(Duration.ofHours(8)), who);
    referrals().send(id, who);
    assertThat(crossing.find(id, who).acknowledgeBy()).isAfter(house.clock().instant());
  }
}
