package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
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
  private HandOverScenes scenes;
  private HandOverAbroad given;

  @BeforeEach
  void accepted() {
    scenes = new HandOverScenes(house);
    given = new HandOverAbroad(house).accepted();
  }

  private void announced(String what, boolean so) {
    assertThat(given.manager.elsewhere().get("/").body().contains(what)).as(what).isEqualTo(so);
  }

  @Test
  void noReportIsDueAnyMore() {
    scenes.departed(given.id, given.sender, given.recipient);
    scenes.done(given.id, Step.ARRIVED, "", given.recipient);
    new ReferralScenes(house).deliver();
    house.clock().pass(Duration.ofDays(25));
    announced(REPORT, true);
    given.withdrawn();
    announced(REPORT, false);
    house.clock().pass(Duration.ofDays(60));
    announced("Report after ", false);
  }

  @Test
  void norAJourneyOnWhichNobodySetOut() {
    scenes.done(given.id, Step.RISK, "safe", given.sender);
    scenes.done(given.id, Step.RETURN_CONSENT, "", given.sender);
    scenes.travel(given.id, "ngo", "Arrivals, desk 4", given.sender);
    announced(JOURNEY, true);
    given.withdrawn();
    announced(JOURNEY, false);
  }

  @Test
  void butTheJourneyOfWhoIsOnTheWay() {
    scenes.departed(given.id, given.sender, given.recipient);
    given.withdrawn();
    announced(JOURNEY, true);
  }
}
