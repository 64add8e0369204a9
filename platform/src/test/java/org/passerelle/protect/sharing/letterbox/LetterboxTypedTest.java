package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.CommonReference;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A guest's input is not lost, and they are told of everything they did. */
@OnBothDatabases
class LetterboxTypedTest {
  private static final String HALF = "An aunt lives in Prizren and would";
  @Parameter House house;
  private LetterboxScenes scenes;
  private UUID file;
  private UUID basis;
  private UUID id;
  private Browser guest;

  @BeforeEach
  void inside() {
    scenes = new LetterboxScenes(house);
    file = scenes.file();
    basis = scenes.basis(file);
    id = scenes.sent(file, basis);
    guest = scenes.guest(id);
  }

  /**
   * Delivers everything under way, so that other tests of this installation count only their own.
   */
  @AfterEach
  void quiet() {
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
  }

  @Test
  void aHalfMessageSurvivesAnotherLanguageAnotherActAndTheWayBack() {
    type("/letterbox/acts/write", "text", HALF);
    guest.open("/language/fr?to=/letterbox");
    assertThat(guest.get("/letterbox").body())
        .contains(HALF, "data-kept=\"/letterbox/acts/write\"");
    guest.open("/language/en?to=/letterbox");
    LetterboxScenes.does(guest, "take", "contact", "Duty officer");
    assertThat(guest.get("/letterbox").body()).contains(HALF);
    LetterboxScenes.does(guest, "accept");
    assertThat(guest.get("/letterbox/steps/reception").body())
        .as("on its own page alone")
        .doesNotContain(HALF);
    assertThat(guest.get("/letterbox").body()).contains(HALF);
    LetterboxScenes.does(guest, "write", "text", HALF + " take her in");
    assertThat(guest.get("/letterbox").body()).doesNotContain("data-kept=");
  }

  @Test
  void nobodyElseGetsItBack() {
    type("/letterbox/acts/write", "text", HALF);
    assertThat(scenes.guest(id).get("/letterbox").body()).doesNotContain(HALF);
    assertThat(new Browser(house).post("/letterbox/acts/kept", "text", HALF).status())
        .as("nothing is kept of who is not inside")
        .isEqualTo(403);
    String link = scenes.link(id);
    String code = scenes.code(id);
    guest.open(link);
    guest.post(link, "code", code);
    assertThat(guest.get("/letterbox").body()).as("another visit").doesNotContain(HALF);
  }

  @Test
  void everyActIsConfirmedAndBothHaveOneReference() {
    assertThat(guest.get("/letterbox").body()).contains(CommonReference.of(id));
    assertThat(scenes.sender.browser().get("/protect/letterboxes/" + id).body())
        .contains(CommonReference.of(id));
    LetterboxScenes.does(guest, "take", "contact", "Duty officer");
    assertThat(guest.get("/letterbox").body()).contains("now knows that you have it in hand");
    LetterboxScenes.does(guest, "write", "text", "Does she speak Turkish?");
    assertThat(guest.get("/letterbox").body()).contains("Your message has been sent");
    LetterboxScenes.does(guest, "accept");
    assertThat(guest.get("/letterbox").body())
        .contains("now knows that you accepted")
        .doesNotContain("href=\"/sign-in\"");
  }

  @Test
  void aTakingBackIsAnsweredInWordsAndEndsWell() {
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    LetterboxScenes.does(guest, "confirm", "answer", "The aunt was told by us; we told her again.");
    assertThat(guest.get("/letterbox/confirmed").body()).contains("the sender has your answer");
    Referrals referrals = house.get(Referrals.class);
    assertThat(referrals.find(id, scenes.who).withdrawalAcknowledgedAt()).isNotNull();
    assertThat(referrals.messages(id, scenes.who))
        .extracting(Referral.Message::text)
        .containsExactly("The aunt was told by us; we told her again.");
  }

  @Test
  void leavingIsNotAnError() {
    guest.get("/letterbox");
    String left = guest.post("/letterbox/acts/out").location();
    assertThat(guest.get(left).body())
        .contains("You have signed out")
        .doesNotContain("no longer works");
  }

  private void type(String action, String field, String text) {
    guest.get("/letterbox");
    assertThat(guest.post("/letterbox/acts/kept", "_action", action, field, text).status())
        .isEqualTo(200);
  }
}
