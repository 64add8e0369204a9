package org.passerelle.protect.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.cases.CaseDetails;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseOpening;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Item 18: the page before sending shows as leaving only what would leave. */
@OnBothDatabases
class ReviewPageTest {
  @Parameter House house;

  @Test
  void whatIsNotCoveredStandsApartWithItsReasonAndCannotBeSent() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(member.user());
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene =
        new ReferralScenes.Scene(
            who, scenes.scene("RS", "ngo", "RS", "health").recipient(), opened(who));
    UUID consent = scenes.consent(scene, Set.of("case"), "adult", null);
    UUID id = scenes.draft(scene);
    Referrals referrals = house.get(Referrals.class);

    referrals.choose(id, List.of("names", "how_came"), consent, who);
    String partly = member.browser().get("/protect/referrals/" + id + "/review").body();
    assertThat(partly)
        .contains("This may not leave")
        .doesNotContain("Xhemile", "Exactly this leaves", "/" + id + "/send");

    referrals.choose(id, List.of("how_came"), consent, who);
    String whole = member.browser().get("/protect/referrals/" + id + "/review").body();
    assertThat(whole)
        .contains("Exactly this leaves", "/" + id + "/send")
        .doesNotContain("This may not leave");
  }

  private UUID opened(SignedIn who) {
    return house
        .get(CaseOpening.class)
        .open(
            new PersonDraft(
                new Identity(List.of(new Identity.Name("name", "Xhemile M.")), "", null, "", ""),
                new Contact("", "", ""),
                "female",
                "no",
                List.of("AL"),
                List.of("sq")),
            new CaseDraft(
                "RS",
                null,
                LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC),
                "self",
                null,
                "unknown",
                "none",
                false,
                null,
                List.of(),
                new CaseDetails("Lumi", "", "", "")),
            who);
  }
}
