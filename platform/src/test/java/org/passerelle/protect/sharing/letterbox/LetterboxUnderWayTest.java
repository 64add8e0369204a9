package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A hand-over to a letterbox is taken back while the person is on the way. */
@OnBothDatabases
@Tag("slow")
class LetterboxUnderWayTest {
  private static final String ARRIVED = "/letterbox/steps/arrived";
  private static final String NOT_ARRIVED = "/letterbox/steps/not_arrived";
  @Parameter House house;
  private LetterboxScenes scenes;
  private HandOverScenes steps;
  private UUID file;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void somebodySetsOut() {
    scenes = new LetterboxScenes(house);
    steps = new HandOverScenes(house);
    file = scenes.file();
    basis = scenes.basis(file);
    id = scenes.sent(file, basis);
    scenes.departed(id);
  }

  @Test
  void aGuestWhoseLetterboxWasEmptiedSaysThatNobodyArrived() {
    Browser guest = scenes.guest(id);
    withdrawn();
    assertThat(guest.get("/letterbox").body())
        .contains("This person had set out", "href=\"" + ARRIVED + "\"", NOT_ARRIVED)
        .doesNotContain("Lumi");
    assertThat(guest.get("/letterbox/steps/long_plan").location()).isEqualTo("/letterbox/ended");
    assertThat(guest.get(NOT_ARRIVED).body()).doesNotContain("id=\"words\"", "type=\"radio\"");
    assertThat(says(guest, NOT_ARRIVED, "Nobody came").status()).isEqualTo(422);
    assertThat(steps.find(id, scenes.who).lost()).isFalse();
    assertThat(says(guest, NOT_ARRIVED, "").location()).isEqualTo("/letterbox");
    assertThat(steps.find(id, scenes.who).lost()).isTrue();
    assertThat(guest.get("/letterbox").body()).contains("Somebody set out and did not arrive");
    assertThat(says(guest, ARRIVED, "").location()).isEqualTo("/letterbox");
    assertThat(steps.find(id, scenes.who).lost()).isFalse();
    assertThat(steps.step(id, Step.ARRIVED, scenes.who).author()).isEqualTo(scenes.letterbox);
    assertThat(guest.get("/letterbox").body()).doesNotContain(ARRIVED, NOT_ARRIVED);
    assertThat(says(guest, NOT_ARRIVED, "").body()).contains("You can no longer record anything");
  }

  @Test
  void aGuestSaysThatSomebodyArrivedAfterARevocation() {
    Browser guest = scenes.guest(id);
    house.get(Referrals.class).revoke(id, "The recipient is no safe place", scenes.who);
    house.clock().pass(Duration.ofMinutes(1));
    scenes.carry();
    assertThat(steps.find(id, scenes.who).stands()).isEqualTo("ended");
    assertThat(says(guest, ARRIVED, "").location()).isEqualTo("/letterbox");
    assertThat(steps.find(id, scenes.who).underWay()).isFalse();
  }

  @Test
  void whoHasConfirmedThatNothingIsKeptIsLetInAgainWhileSomebodyIsOnTheWay() {
    Browser guest = scenes.guest(id);
    withdrawn();
    LetterboxScenes.does(guest, "confirm", "answer", "");
    assertThat(guest.get("/letterbox").location()).isEqualTo("/letterbox/ended");
    String at = "/protect/letterboxes/" + id;
    assertThat(scenes.sender.browser().get(at).body()).contains(at + "/code");
    assertThat(says(scenes.guest(id), ARRIVED, "").location()).isEqualTo("/letterbox");
    assertThat(scenes.sender.browser().get(at).body()).doesNotContain(at + "/code");
  }

  private void withdrawn() {
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    scenes.carry();
  }

  private Browser.Answer says(Browser guest, String step, String words) {
    guest.get(step);
    return guest.post(step, "state", "done", "on", steps.today().toString(), "words", words);
  }
}
