package org.passerelle.protect.sharing.news;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Each kind of answer is shown to the sender on the Today page, in the list and in the case; it
 * disappears for a user who has seen it, and not for colleagues.
 */
@OnBothDatabases
@Tag("slow")
class EveryAnswerTest {
  private static final String WHY = "No bed is free before Monday.";
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member sender;
  private Member colleague;
  private UUID basis;

  @BeforeEach
  void aTeamOfTwo() {
    scenes = new ReferralScenes(house);
    UUID organisation = Staff.organisation(house).id();
    sender = Member.in(house, organisation, Role.CASE_MANAGER);
    colleague = Member.in(house, organisation, Role.CASE_MANAGER);
    scene = scenes.scene(Staff.signedIn(sender.user()), "RS", "health", ReferralScenes.file());
    house
        .get(CaseTeam.class)
        .add(scene.caseId(), Staff.signedIn(colleague.user()).user(), scene.sender());
    basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
  }

  /** Sent, arrived, and seen by both. */
  private UUID given() {
    UUID id = scenes.sent(scene, basis);
    scenes.deliver();
    seen(id);
    return id;
  }

  private void seen(UUID id) {
    house.get(News.class).seen(id, scene.sender());
    house.get(News.class).seen(id, Staff.signedIn(colleague.user()));
  }

  private void isNews(UUID id, String words, String path, String list) {
    scenes.deliver();
    assertThat(sender.browser().get("/").body()).contains(words, "href=\"" + path + "\"");
    for (String page : List.of(list, "/protect/cases")) {
      assertThat(sender.browser().get(page).body()).as(page).contains("badge accent\">New<");
    }
    assertThat(sender.browser().get("/protect/cases/" + scene.caseId()).body()).contains(words);
    assertThat(sender.browser().get(path).body()).contains("New since you last looked", words);
    assertThat(sender.browser().get("/").body()).as("whoever looked").doesNotContain(words);
    assertThat(sender.browser().get(list).body()).doesNotContain("badge accent\">New<");
    Browser other = colleague.browser();
    assertThat(other.get("/").body()).as("the colleague").contains(words);
    assertThat(other.get("/protect/cases/" + scene.caseId()).body()).contains(words);
    house.get(News.class).seen(id, Staff.signedIn(colleague.user()));
  }

  private void isNews(UUID id, String words) {
    isNews(id, words, "/protect/referrals/" + id, "/protect/referrals");
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }

  @Test
  void arrived() {
    UUID id = scenes.sent(scene, basis);
    isNews(id, "Arrived at ");
  }

  @Test
  void declined() {
    UUID id = given();
    house.get(Declines.class).decline(id, "no_capacity", WHY, scene.recipient());
    isNews(id, " declined: ");
    house.get(Declines.class).takeBack(id, scene.recipient());
    isNews(id, " took its refusal back: ");
  }

  @Test
  void acceptedReversedAndDone() {
    UUID id = given();
    received().accept(id, scene.recipient());
    isNews(id, " accepted: ");
    house.get(Acceptances.class).takeBack(id, WHY, scene.recipient());
    isNews(id, " took its acceptance back: ");
    received().accept(id, scene.recipient());
    scenes.deliver();
    seen(id);
    received().done(id, scene.recipient());
    isNews(id, " has given the service: ");
  }

  @Test
  void aQuestionInWords() {
    UUID id = given();
    received().write(id, "Does she need a ramp?", scene.recipient());
    isNews(id, " sent a message: ");
  }

  @Test
  void aWithdrawalConfirmed() {
    UUID id = given();
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    house.get(WithdrawalAnswers.class).acknowledge(id, scene.recipient());
    isNews(id, " confirmed that it no longer uses");
  }

  @Test
  void aHandOverInHandAndAStepOfIt() {
    ReferralScenes.Scene abroad = scenes.scene("RS", "ngo", "AL", "national_coordinator");
    SignedIn point = house.colleague(abroad.recipient().organisation(), Role.FOCAL_POINT);
    HandOverScenes crossing = new HandOverScenes(house);
    UUID consent = crossing.consent(scene.caseId(), point.organisation(), null, scene.sender());
    UUID id = crossing.sent(scene.caseId(), point.organisation(), false, consent, scene.sender());
    scenes.deliver();
    seen(id);
    crossing.handOvers().acknowledge(id, "Duty officer, 042", point);
    isNews(
        id, " has taken the hand-over in hand", "/protect/handovers/" + id, "/protect/handovers");
    received().accept(id, point);
    scenes.deliver();
    seen(id);
    crossing.record(id, Step.CASE_MANAGEMENT, "done", RecordedStep.Details.of("Ana"), point);
    isNews(id, " recorded: ", "/protect/handovers/" + id, "/protect/handovers");
  }
}
