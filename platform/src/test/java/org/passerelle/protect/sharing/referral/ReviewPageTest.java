package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Item 18: the page before sending shows exactly what would be sent. */
@OnBothDatabases
class ReviewPageTest {
  @Parameter House house;

  @Test
  void uncoveredFieldsAreListedApartWithTheirReasonsAndCannotBeSent() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(member.user());
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene(who, "RS", "health", ReferralScenes.file());
    UUID consent = scenes.consent(scene, Set.of("case"), "adult", null);
    UUID id = scenes.draft(scene);
    Referrals referrals = house.get(Referrals.class);

    referrals.choose(id, List.of("names", "how_came"), consent, who);
    String partly = member.browser().get("/protect/referrals/" + id + "/review").body();
    assertThat(partly)
        .contains("This may not be sent")
        .doesNotContain("Xhemile", "This is exactly what will be sent", "/" + id + "/send");

    referrals.choose(id, List.of("how_came"), consent, who);
    String whole = member.browser().get("/protect/referrals/" + id + "/review").body();
    assertThat(whole)
        .contains("This is exactly what will be sent", "/" + id + "/send")
        .doesNotContain("This may not be sent");
  }
}
