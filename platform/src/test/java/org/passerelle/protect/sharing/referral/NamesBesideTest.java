package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Names in the reader's script: on request, marked, next to the original. */
@OnBothDatabases
class NamesBesideTest {
  @Parameter House house;

  @Test
  void aReaderWhoWishesItReadsNamesInTheirScriptToo() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    UUID id =
        SomeCase.in("RS")
            .named("Љубица Ђурић")
            .knownAs("Ђорђе")
            .open(house, Staff.signedIn(manager.user()));
    Browser browser = manager.browser();
    assertThat(browser.get("/protect/cases").body()).contains("Ђорђе").doesNotContain("Đorđe");
    wish(browser, "beside", "yes");
    assertThat(browser.get("/protect/cases").body()).contains("Ђорђе", "≈ Đorđe", "transliterated");
    String at = "/protect/cases/" + id;
    assertThat(browser.get(at).body()).contains("Ђорђе", "≈ Đorđe", "transliterated");
    assertThat(browser.post(at + "/identity").body()).contains("Љубица Ђурић", "≈ Ljubica Đurić");
    // a reader of the original script sees it only once
    browser.get("/language/sr-Cyrl?to=/");
    assertThat(browser.get("/protect/cases").body()).contains("Ђорђе").doesNotContain("≈");
    browser.get("/language/en?to=/");
    wish(browser);
    assertThat(browser.get("/protect/cases").body()).doesNotContain("≈");
  }

  @Test
  void whatIsReferredIsReadInTheReadersScriptToo() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene =
        scenes.scene(
            Staff.signedIn(manager.user()), "RS", "health", ReferralScenes.file().knownAs("Ђорђе"));
    UUID consent = scenes.consent(scene, Set.of("identity"), "adult", null);
    UUID id = scenes.draft(scene);
    house.get(Referrals.class).choose(id, List.of("known_as"), consent, scene.sender());
    String review = "/protect/referrals/" + id + "/review";
    assertThat(manager.browser().get(review).body()).contains("Ђорђе").doesNotContain("≈");
    wish(manager.browser(), "beside", "yes");
    assertThat(manager.browser().get(review).body()).contains("Ђорђе", "≈ Đorđe", "transliterated");
  }

  private static void wish(Browser browser, String... fields) {
    browser.get("/account/names");
    assertThat(browser.post("/account/names", fields).status()).isEqualTo(302);
  }
}
