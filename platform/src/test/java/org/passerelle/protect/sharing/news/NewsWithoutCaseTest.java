package org.passerelle.protect.sharing.news;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Whoever may answer a referral is told what its sender did meanwhile, as the team of a case is: on
 * the Today page, in the list and on its page, each until they have seen it.
 */
@OnBothDatabases
@Tag("slow")
class NewsWithoutCaseTest {
  private static final String GONE =
      " took back a referral that nobody had answered, because it erased the person";
  private static final String NEW = "badge accent\">New<";
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Browser recipient;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void arrived() {
    scenes = new ReferralScenes(house);
    ReferralScenes.Given given = scenes.given();
    scene = given.scene();
    recipient = given.recipient().browser();
    basis = given.basis();
    id = given.id();
  }

  private void isNews(String words) {
    scenes.deliver();
    assertThat(recipient.get("/").body()).contains(words);
    assertThat(recipient.get("/protect/referrals").body()).contains(NEW);
    assertThat(recipient.get("/protect/received/" + id).body())
        .contains("New since you last looked", words);
    assertThat(recipient.get("/").body()).as("whoever looked").doesNotContain(words);
    assertThat(recipient.get("/protect/referrals").body()).doesNotContain(NEW);
    assertThat(unseen(house.colleague(scene.recipient().organisation(), Role.CASE_MANAGER)))
        .as("a colleague")
        .isNotEmpty();
  }

  private List<UnseenChange> unseen(SignedIn who) {
    return house.get(News.class).unseen(who, 50);
  }

  @Test
  void aWithdrawal() {
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    isNews(" reports that the consent was withdrawn");
  }

  @Test
  void aRevocation() {
    house.get(Referrals.class).revoke(id, scene.sender());
    isNews(" took its request back: ");
  }

  @Test
  void aCorrection() {
    corrected();
    isNews(" has corrected what it sent you");
  }

  @Test
  void noCorrectionOfWhatWasDeclined() {
    house
        .get(Declines.class)
        .decline(id, "no_capacity", "No bed is free before Monday.", scene.recipient());
    scenes.deliver();
    corrected();
    assertThat(unseen(scene.recipient())).isEmpty();
  }

  private void corrected() {
    house
        .get(Corrections.class)
        .changing(
            scene.caseId(),
            scene.sender(),
            () ->
                SomeCase.change(
                    house,
                    scene.caseId(),
                    was -> new CaseDetails("Lumturi", was.howCame(), "", ""),
                    scene.sender()));
    house
        .get(Corrections.class)
        .send(scene.caseId(), Map.of(id, List.of("known_as")), scene.sender());
    scenes.deliver();
  }

  @Test
  void whatNobodyHasReadIsNewsOfTheCaseOnceItIsAccepted() {
    house.get(Referrals.class).write(id, "Do not call her father.", scene.sender());
    scenes.deliver();
    UUID file = house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    for (String page : List.of("/", "/protect/cases/" + file)) {
      assertThat(recipient.get(page).body()).contains(" sent a message");
    }
    assertThat(recipient.get("/protect/cases").body()).contains(NEW);
    recipient.get("/protect/received/" + id);
    assertThat(recipient.get("/").body()).as("whoever looked").doesNotContain(" sent a message");
  }

  @Test
  void ofAnErasedPersonOnlyThatTheReferralIsGone() {
    house.get(Referrals.class).write(id, "She may come tomorrow.", scene.sender());
    scenes.deliver();
    scenes.erase(scene, scene.caseId());
    scenes.deliver();
    assertThat(recipient.get("/protect/received/" + id).status()).isEqualTo(404);
    assertThat(recipient.get("/").body())
        .contains(GONE, "href=\"/protect/referrals\"")
        .doesNotContain("sent a message", id.toString());
    assertThat(recipient.get("/protect/referrals").body())
        .contains("New since you last looked", GONE);
    assertThat(recipient.get("/").body()).as("whoever looked").doesNotContain(GONE);
    assertThat(recipient.get("/protect/referrals").body()).doesNotContain(GONE);
    SignedIn colleague = house.colleague(scene.recipient().organisation(), Role.CASE_MANAGER);
    assertThat(unseen(colleague))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.other()).isEqualTo(scene.sender().organisation());
              assertThat(List.of(one.service(), one.code(), one.detail())).containsOnly("");
              assertThat(one.subject()).as("nothing points to it").isNotEqualTo(id);
            });
    assertThat(
            house
                .db()
                .sql("select count(*) from news where subject = :id and organisation = :recipient")
                .param("id", id)
                .param("recipient", scene.recipient().organisation())
                .query(Integer.class)
                .single())
        .isZero();
    house.clock().pass(Duration.ofDays(8));
    assertThat(unseen(colleague)).as("after a week").isEmpty();
  }

  @Test
  void ofWhatWasTakenBackAndThenErasedOnlyWhoeverHadNotRead() {
    house.get(Referrals.class).revoke(id, scene.sender());
    scenes.deliver();
    SignedIn reader =
        Staff.signedIn(
            Staff.user(house, scene.recipient().organisation(), Role.CASE_MANAGER).user());
    assertThat(house.get(News.class).seen(id, reader)).isNotEmpty();
    scenes.erase(scene, scene.caseId());
    scenes.deliver();
    assertThat(recipient.get("/").body()).contains(GONE).doesNotContain(id.toString());
    assertThat(unseen(reader)).as("who has read that it was taken back").isEmpty();
  }

  @Test
  void nobodyIsToldOfAnErasureAfterARefusal() {
    house
        .get(Declines.class)
        .decline(id, "no_capacity", "No bed is free before Monday.", scene.recipient());
    scenes.deliver();
    scenes.erase(scene, scene.caseId());
    scenes.deliver();
    assertThat(unseen(scene.recipient())).isEmpty();
  }

  @Test
  void thatAHandOverIsGoneIsToldToTheFocalPointAlone() {
    ReferralScenes.Scene abroad = scenes.scene("RS", "ngo", "AL", "national_coordinator");
    SignedIn point = house.colleague(abroad.recipient().organisation(), Role.FOCAL_POINT);
    HandOverScenes crossing = new HandOverScenes(house);
    UUID consent = crossing.consent(abroad.caseId(), point.organisation(), null, abroad.sender());
    crossing.sent(abroad.caseId(), point.organisation(), false, consent, abroad.sender());
    scenes.deliver();
    scenes.erase(abroad, abroad.caseId());
    scenes.deliver();
    assertThat(unseen(point)).extracting(UnseenChange::kind).containsExactly(NewsKinds.GONE);
    assertThat(unseen(abroad.recipient())).isEmpty();
  }
}
