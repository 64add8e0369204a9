package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Once the consent is withdrawn, the other side reports no more, and the sender is not told that
 * reports are due.
 */
@OnBothDatabases
@Tag("slow")
class AfterWithdrawalTest {
  private static final String JOURNEY = "Journey, escort and meeting point";
  private static final String REPORT = "Report after one month";
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private ReferralScenes.Scene scene;
  private Member manager;
  private SignedIn sender;
  private SignedIn recipient;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void accepted() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    manager = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    sender = Staff.signedIn(manager.user());
    scene = referrals.scene(sender, "AL", "national_coordinator", ReferralScenes.file());
    recipient =
        Staff.signedIn(
            Staff.user(house, scene.recipient().organisation(), Role.FOCAL_POINT).user());
    basis = scenes.consent(scene.caseId(), recipient.organisation(), null, sender);
    id = scenes.sent(scene.caseId(), recipient.organisation(), true, basis, sender);
    referrals.deliver();
    scenes.accepted(id, recipient);
  }

  private void withdrawn() {
    house.get(Consents.class).withdraw(scene.caseId(), basis, sender);
    referrals.deliver();
  }

  private void announced(String what, boolean so) {
    assertThat(manager.elsewhere().get("/").body().contains(what)).as(what).isEqualTo(so);
  }

  @Test
  void noReportIsDueAnyMore() {
    scenes.departed(id, sender, recipient);
    scenes.done(id, Step.ARRIVED, "", recipient);
    referrals.deliver();
    house.clock().pass(Duration.ofDays(25));
    announced(REPORT, true);
    withdrawn();
    announced(REPORT, false);
    house.clock().pass(Duration.ofDays(60));
    announced("Report after ", false);
  }

  @Test
  void norAJourneyOnWhichNobodySetOut() {
    scenes.done(id, Step.RISK, "safe", sender);
    scenes.done(id, Step.RETURN_CONSENT, "", sender);
    scenes.travel(id, "ngo", "Arrivals, desk 4", sender);
    announced(JOURNEY, true);
    withdrawn();
    announced(JOURNEY, false);
  }

  @Test
  void butTheJourneyOfWhoIsOnTheWay() {
    scenes.departed(id, sender, recipient);
    withdrawn();
    announced(JOURNEY, true);
  }
}
