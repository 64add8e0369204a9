package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.sharing.referral.onward.OnwardRequests;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Pages of both sides about a request to pass a dossier on. */
@OnBothDatabases
class OnwardPagesTest {
  @Parameter House house;

  @Test
  void theOriginHasADayToAnswerAndTheAskerIsToldUnderToday() {
    ReferralScenes scenes = new ReferralScenes(house);
    Member origin = Member.of(house, Role.CASE_MANAGER);
    ReferralScenes.Scene first =
        scenes.scene(Staff.signedIn(origin.user()), "RS", "ngo", ReferralScenes.file());
    Member asker = Member.in(house, first.recipient().organisation(), Role.CASE_MANAGER);
    SignedIn asking = Staff.signedIn(asker.user());
    UUID sent =
        scenes.sent(first, scenes.consent(first, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
    UUID file = house.get(ReceivedReferrals.class).accept(sent, asking);
    SignedIn third = scenes.scene("RS", "ngo", "RS", "health").recipient();
    ReferralScenes.Scene second = new ReferralScenes.Scene(asking, third, file);
    Referrals referrals = house.get(Referrals.class);
    UUID wish = scenes.draft(second);
    UUID basis = scenes.consent(second, Set.of("identity", "case"), "court", null);
    referrals.choose(wish, List.of("age", "gender"), basis, asking);
    String review = "/protect/referrals/" + wish + "/review";
    assertThat(asker.browser().get(review).body())
        .as("whom it waits for is said before it is sent")
        .contains("must be asked first");
    referrals.send(wish, asking);
    scenes.deliver();

    assertThat(origin.browser().get("/").body())
        .contains("asks whether it may pass on what you sent")
        .doesNotContain("late since");
    house
        .get(OnwardRequests.class)
        .answer(referrals.find(sent, first.sender()), wish, true, first.sender());
    scenes.deliver();
    assertThat(asker.browser().get("/").body()).contains("allows you to pass it on", review);
    assertThat(asker.browser().get("/protect/cases/" + file + "/history").body())
        .contains("Passing on allowed: Medical care")
        .doesNotContain("medical_care");
    house.clock().pass(Duration.ofDays(4));
    try {
      assertThat(asker.browser().get("/").body()).doesNotContain("allows you to pass it on");
    } finally {
      house.clock().pass(Duration.ofDays(-4));
    }
  }
}
