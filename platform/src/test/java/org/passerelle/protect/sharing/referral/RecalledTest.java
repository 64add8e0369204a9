package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Nobody answers what was withdrawn or taken back, so the sender waits for the confirmation
 * instead, until it comes.
 */
@OnBothDatabases
@Tag("slow")
class RecalledTest {
  private static final String ANSWER = "Answer awaited from ";
  private static final String CONFIRMATION = ": confirmation of the withdrawal";
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member manager;
  private SignedIn sender;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void somethingArrived() {
    scenes = new ReferralScenes(house);
    manager = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    sender = Staff.signedIn(manager.user());
    scene = scenes.scene(sender, "RS", "health", ReferralScenes.file());
    basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    id = scenes.sent(scene, basis);
    scenes.deliver();
  }

  private void withdrawn() {
    house.get(Consents.class).withdraw(scene.caseId(), basis, sender);
    scenes.deliver();
  }

  private void waits(boolean forAnAnswer, boolean forAConfirmation) {
    String today = manager.elsewhere().get("/").body();
    assertThat(today.contains(ANSWER)).as(ANSWER).isEqualTo(forAnAnswer);
    assertThat(today.contains(CONFIRMATION)).as(CONFIRMATION).isEqualTo(forAConfirmation);
  }

  private void confirmed() {
    house.get(WithdrawalAnswers.class).acknowledge(id, scene.recipient());
    scenes.deliver();
  }

  private String page(String at) {
    return manager.browser().get(at).body();
  }

  @Test
  void aWithdrawnReferralWaitsForTheConfirmationUntilItComes() {
    waits(true, false);
    withdrawn();
    waits(false, true);
    house.clock().pass(Duration.ofDays(6));
    waits(false, true);
    assertThat(house.get(Referrals.class).find(id, sender).awaited())
        .as("nor does the closing of the case wait for it")
        .isFalse();
    confirmed();
    waits(false, false);
  }

  @Test
  void afterAWithdrawalNobodySaysThatTheServiceWasGiven() {
    house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    scenes.deliver();
    String at = "/protect/received/" + id;
    Browser clinic = Member.in(house, scene.recipient().organisation(), Role.SUPERVISOR).browser();
    assertThat(clinic.get(at).body()).contains(at + "/done");
    withdrawn();
    assertThat(clinic.get(at).body())
        .contains("Stop using this", "The messages were removed")
        .doesNotContain(at + "/done", "No messages yet");
    assertThatThrownBy(() -> house.get(ReceivedReferrals.class).done(id, scene.recipient()))
        .hasMessage("referral.refused.withdrawn");
  }

  @Test
  void soDoesOneThatWasTakenBack() {
    house.get(Referrals.class).revoke(id, sender);
    house.clock().pass(Duration.ofMinutes(1));
    scenes.deliver();
    waits(false, true);
    assertThat(page("/protect/referrals/" + id)).contains("has not confirmed yet");
    confirmed();
    waits(false, false);
  }

  @Test
  void whatTheSenderReadsSaysThatItIsWithdrawn() {
    withdrawn();
    assertThat(page("/protect/referrals/" + id))
        .contains("<h1>Withdrawn today, ", "has not confirmed yet")
        .doesNotContain("nobody there has answered", "/revoke", "/messages");
    assertThat(page("/protect/cases/" + scene.caseId() + "/referrals"))
        .contains(">withdrawn</span>")
        .doesNotContain(">no answer yet</span>");
  }

  @Test
  void alsoIfItHadBeenAccepted() {
    house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    scenes.deliver();
    String at = "/protect/referrals/" + id;
    assertThat(page(at)).contains(at + "/revoke", " accepted</h1>", at + "/messages");
    withdrawn();
    assertThat(page(at))
        .contains("<h1>Withdrawn today, ")
        .doesNotContain(" accepted</h1>", at + "/revoke", at + "/messages");
    waits(false, true);
    assertThatThrownBy(
            () -> house.get(Referrals.class).revoke(id, "The clinic is closed today", sender))
        .isInstanceOf(Refused.class)
        .hasMessage("referral.refused.withdrawn");
  }
}
