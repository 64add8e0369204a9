package org.passerelle.protect.sharing.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A transfer through the pages of both organisations, and what each sees on the way. */
@OnBothDatabases
@Tag("slow")
class TransferPagesTest {
  private static final Pattern UNDO = Pattern.compile("action=\"(/undo/[^\"]+)\"");
  @Parameter House house;
  private TransferScenes scenes;
  private Member lead;
  private Member taker;
  private String at;

  @BeforeEach
  void twoOrganisations() {
    SignedIn there = new ReferralScenes(house).scene("RS", "ngo", "RS", "ngo").recipient();
    lead = Member.of(house, Role.CASE_MANAGER);
    taker = Member.in(house, there.organisation(), Role.SUPERVISOR);
    SignedIn sender = Staff.signedIn(lead.user());
    scenes =
        new TransferScenes(
            house,
            new ReferralScenes.Scene(sender, there, ReferralScenes.file().open(house, sender)));
    at = "/protect/cases/" + scenes.caseId();
  }

  @Test
  void aCaseChangesHandsFromPageToPage() {
    Browser here = lead.browser();
    assertThat(here.get(at + "/transfers").body()).contains(at + "/transfers/new");
    here.get(at + "/transfers/new");
    Browser.Answer bare = propose(here, "consent");
    assertThat(bare.status()).isEqualTo(422);
    assertThat(bare.body())
        .contains("kind-error", at + "/consents/new?recipient=" + scenes.there());
    scenes.consent();
    assertThat(propose(here, "consent").location()).isEqualTo(at + "/transfers");
    assertThat(here.get(at).body()).contains("waits for an answer");
    UUID id = scenes.transfers().ofCase(scenes.caseId(), scenes.sender()).get(0).id();
    String one = "/protect/transfers/" + id;

    Browser there = taker.browser();
    assertThat(there.get("/").body()).contains("Answer a transfer from", one);
    assertThat(there.get(at).status()).isEqualTo(404);
    Browser.Answer offered = there.get(one);
    assertThat(offered.body()).contains("Psychological", "She moves").doesNotContain("Xhemile");
    assertThat(there.post(one + "/decline", "reason", "").status()).isEqualTo(422);
    there.get(one);
    assertThat(there.post(one + "/accept", "lead", taker.user().id().toString()).location())
        .isEqualTo(at);
    assertThat(there.get(at).status()).isEqualTo(200);

    assertThat(here.get(at).location()).isEqualTo(one);
    assertThat(here.get(one).body()).contains("Taken over").doesNotContain("She moves", "Lumi");
    assertThat(here.get("/protect/transfers").body()).contains("Taken over", one);
    assertThat(here.get(at + "/transfers").status()).isEqualTo(404);
    assertThat(Member.of(house, Role.SUPERVISOR).browser().get(one).status()).isEqualTo(404);
  }

  @Test
  void coordinatorsReadThatItWaitsAndOpenNothing() {
    UUID id = scenes.proposed();
    Browser coordinator = Member.in(house, scenes.there(), Role.NATIONAL_COORDINATOR).browser();
    assertThat(coordinator.get("/protect/handovers").body())
        .contains("Transfers between organisations", " → ")
        .doesNotContain(id.toString());
    assertThat(coordinator.get("/protect/transfers/" + id).status()).isEqualTo(404);
  }

  @Test
  void whatWasTakenBackSaysSoAndNothingElse() {
    UUID id = scenes.proposed();
    lead.browser().get(at + "/transfers");
    assertThat(lead.browser().post(at + "/transfers/" + id + "/withdraw").location())
        .isEqualTo(at + "/transfers");
    assertThat(taker.browser().get("/protect/transfers/" + id).body())
        .contains("took it back")
        .doesNotContain("She moves");
  }

  @Test
  void whatWasTakenBackByMistakeWaitsForItsAnswerAgain() {
    UUID id = scenes.proposed();
    Browser browser = lead.browser();
    browser.get(at + "/transfers");
    browser.post(at + "/transfers/" + id + "/withdraw");
    Matcher undo = UNDO.matcher(browser.get(at + "/transfers").body());
    assertThat(undo.find()).isTrue();
    browser.post(undo.group(1));
    assertThat(scenes.transfers().toAnswer(scenes.taker(), 9))
        .extracting(Transfer::id)
        .containsExactly(id);
  }

  /** Two colleagues of the other side have it open; the second is told the result. */
  @Test
  void whoeverComesSecondReadsThatAColleagueHasIt() {
    String one = "/protect/transfers/" + scenes.proposed();
    Browser first = taker.browser();
    Browser second = Member.in(house, scenes.there(), Role.SUPERVISOR).browser();
    first.get(one);
    second.get(one);
    String lead = taker.user().id().toString();
    assertThat(first.post(one + "/accept", "lead", lead).location()).isEqualTo(at);
    for (Browser.Answer late :
        new Browser.Answer[] {
          second.post(one + "/accept", "lead", lead), second.post(one + "/decline", "reason", "No")
        }) {
      assertThat(late.status()).isEqualTo(422);
      assertThat(late.body()).contains("in your list of cases").doesNotContain("She moves");
    }
  }

  private Browser.Answer propose(Browser here, String kind) {
    return here.post(
        at + "/transfers",
        "service",
        "psychological_care",
        "recipient",
        scenes.there().toString(),
        "words",
        "She moves to Nish on Friday",
        "kind",
        kind,
        "reason",
        "",
        "transfer",
        "");
  }
}
