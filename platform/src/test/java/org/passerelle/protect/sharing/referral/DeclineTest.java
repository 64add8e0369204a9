package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.undo.Undo;

/**
 * Declining needs a chosen reason and an explanation, a question is offered first, and it can be
 * reversed until the other side has acted on it.
 */
@OnBothDatabases
class DeclineTest {
  private static final String WHY = "Nobody is free before Monday; the clinic in Niš may be.";
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Given given;
  private UUID id;

  @BeforeEach
  void given() {
    scenes = new ReferralScenes(house);
    given = scenes.given();
    id = given.id();
  }

  @Test
  void aReasonIsChosenAndNotProposedAndWhyIsSaidInWords() {
    Browser browser = given.recipient().browser();
    String page = "/protect/received/" + id;
    assertThat(browser.get(page).body())
        .as("no tap on the page of what was received declines it")
        .contains("href=\"" + page + "/decline\"")
        .doesNotContain("action=\"" + page + "/decline\"");
    assertThat(browser.get(page + "/decline").body())
        .contains("action=\"" + page + "/messages\"", "<option value=\"\">", "has to find somebody")
        .doesNotContain("selected=\"true\"");
    Browser.Answer without = browser.post(page + "/decline", "reason", "", "why", WHY);
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("href=\"#reason\"", WHY);
    for (String words : new String[] {"", "No"}) {
      Browser.Answer unsaid =
          browser.post(page + "/decline", "reason", "no_capacity", "why", words);
      assertThat(unsaid.status()).isEqualTo(422);
      assertThat(unsaid.body()).contains("href=\"#why\"");
    }
    assertThat(state()).isNotEqualTo("declined");
    assertThat(browser.post(page + "/decline", "reason", "no_capacity", "why", WHY).status())
        .isEqualTo(302);
    house.clock().pass(Undo.OPEN);
    scenes.deliver();
    assertThat(state()).isEqualTo("declined");
    assertThat(house.get(Referrals.class).messages(id, given.scene().sender()))
        .extracting(Referral.Message::text)
        .containsExactly(WHY);
  }

  /** A message that is too long is shown again and not thrown away; an empty one is no message. */
  @Test
  void noMessageIsLostForItsLength() {
    String tooLong = "Она се боји. ".repeat(400).strip();
    for (String page :
        new String[] {"/protect/received/" + id, "/protect/received/" + id + "/decline"}) {
      Browser browser = given.recipient().browser();
      browser.get(page);
      for (String text : new String[] {tooLong, ""}) {
        Browser.Answer refused =
            browser.post("/protect/received/" + id + "/messages", "text", text);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#text\"", text);
      }
    }
    Browser sender =
        Member.in(house, given.scene().sender().organisation(), Role.SUPERVISOR).browser();
    String sent = "/protect/referrals/" + id;
    sender.get(sent);
    Browser.Answer refused = sender.post(sent + "/messages", "text", tooLong);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("href=\"#text\"", tooLong);
    assertThat(sender.post(sent + "/messages", "text", "Она се боји.").location()).isEqualTo(sent);
    assertThat(house.get(Referrals.class).messages(id, given.scene().sender()))
        .extracting(Referral.Message::text)
        .containsExactly("Она се боји.");
  }

  @Test
  void aColleagueReadsWhoDeclinedAndNothingOfTheDossier() {
    decline();
    Member colleague =
        Member.in(house, given.scene().recipient().organisation(), Role.CASE_MANAGER);
    assertThat(colleague.browser().get("/protect/received/" + id).body())
        .contains(given.recipient().user().name() + " declined the request")
        .doesNotContain("Lumi", "/accept");
  }

  @Test
  void afterDecliningTheDossierIsClosedUntilItIsReversed() {
    house.get(Referrals.class).write(id, "She likes to be called Lumi.", given.scene().sender());
    decline();
    assertThat(received().dossier(id, given.scene().recipient())).isEmpty();
    assertThat(received().messages(id, given.scene().recipient())).isEmpty();
    Browser browser = given.recipient().browser();
    String page = "/protect/received/" + id;
    assertThat(browser.get(page).body())
        .contains("You can no longer open the dossier", "action=\"" + page + "/decline/take-back\"")
        .doesNotContain("Lumi");
    assertThat(browser.post(page + "/decline/take-back").location()).isEqualTo(page);
    scenes.deliver();
    assertThat(state()).isEqualTo("sent");
    assertThat(browser.get(page).body()).contains("Lumi");
    received().accept(id, given.scene().recipient());
    scenes.deliver();
    assertThat(state()).isEqualTo("accepted");
  }

  /** The answer to a refusal is announced, and must be read by whoever it is for. */
  @Test
  void whatTheSenderWritesAfterADeclineIsRead() {
    house.get(Referrals.class).write(id, "She likes to be called Lumi.", given.scene().sender());
    decline();
    house.clock().pass(Duration.ofMinutes(1));
    house.get(Referrals.class).write(id, "Saturday would do.", given.scene().sender());
    scenes.deliver();
    assertThat(given.recipient().browser().get("/protect/received/" + id).body())
        .contains("Saturday would do.")
        .doesNotContain("Lumi");
  }

  @Test
  void aSenderThatHasActedRevokesTheReferralAndBothShowIt() {
    decline();
    UUID other = scenes.sent(given.scene(), given.basis());
    scenes.deliver();
    assertThat(scenes.state(other, given.scene())).isEqualTo("sent");
    house.get(Declines.class).takeBack(id, given.scene().recipient());
    scenes.deliver();
    scenes.deliver();
    assertThat(state()).isEqualTo("declined");
    assertThat(received().find(id, given.scene().recipient()).state()).isEqualTo("revoked");
    assertThat(received().dossier(id, given.scene().recipient())).isEmpty();
    assertThatThrownBy(() -> house.get(Declines.class).takeBack(id, given.scene().recipient()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void anAcceptedReferralIsRevokedOnlyWithAnExplanation() {
    received().accept(id, given.scene().recipient());
    scenes.deliver();
    Referrals referrals = house.get(Referrals.class);
    assertThatThrownBy(() -> referrals.revoke(id, given.scene().sender()))
        .hasMessage("referral.refused.why");
    assertThatThrownBy(() -> referrals.revoke(id, "no", given.scene().sender()))
        .hasMessage("referral.refused.why");
    referrals.revoke(id, "Her aunt takes her to another clinic.", given.scene().sender());
    scenes.deliver();
    assertThat(received().find(id, given.scene().recipient()).state()).isEqualTo("revoked");
    assertThat(received().messages(id, given.scene().recipient()))
        .extracting(Referral.Message::text)
        .containsExactly("Her aunt takes her to another clinic.");
  }

  @Test
  void whatNobodyAskedForIsConfirmedByNobodyAndDoneByNobodyWhoHasNotAccepted() {
    AnswersByHand hand = new AnswersByHand(house, given);
    assertThat(hand.says("referral.done", "{}")).isFalse();
    assertThat(state()).isEqualTo("sent");
    hand.says(WithdrawalAnswers.ACKNOWLEDGED, "{}");
    house
        .get(org.passerelle.protect.sharing.consent.Consents.class)
        .withdraw(given.scene().caseId(), given.basis(), given.scene().sender());
    assertThat(house.get(Referrals.class).find(id, given.scene().sender()))
        .extracting(Referral::withdrawalAcknowledgedAt)
        .as("what was confirmed before it was withdrawn is not confirmed")
        .isNull();
    scenes.deliver();
    hand.says(WithdrawalAnswers.ACKNOWLEDGED, "{}");
    assertThat(
            house.get(Referrals.class).find(id, given.scene().sender()).withdrawalAcknowledgedAt())
        .isNotNull();
  }

  private void decline() {
    house.get(Declines.class).decline(id, "no_capacity", WHY, given.scene().recipient());
    scenes.deliver();
    assertThat(state()).isEqualTo("declined");
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }

  private String state() {
    return house.get(Referrals.class).find(id, given.scene().sender()).state();
  }
}
