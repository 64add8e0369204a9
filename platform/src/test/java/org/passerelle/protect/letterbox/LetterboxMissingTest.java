package org.passerelle.protect.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.handover.HandOverScenes;
import org.passerelle.protect.handover.Step;
import org.passerelle.protect.handover.Taken;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Somebody does not arrive where the other side has a letterbox and no house. */
@OnBothDatabases
@Tag("slow")
class LetterboxMissingTest {
  @Parameter House house;

  @Test
  void aGuestClosesNothingWhileSomebodyIsMissingAndSaysThatTheyWereFound() {
    LetterboxScenes scenes = new LetterboxScenes(house);
    HandOverScenes steps = new HandOverScenes(house);
    UUID file = scenes.file();
    UUID id = scenes.sent(file, scenes.basis(file));
    Browser guest = scenes.guest(id);
    LetterboxScenes.does(guest, "take", "contact", "Duty officer, 042");
    LetterboxScenes.does(guest, "accept");
    steps.done(id, Step.RISK, "safe", scenes.who);
    steps.done(id, Step.RETURN_CONSENT, "", scenes.who);
    steps.travel(id, "ngo", "Arrivals, desk 4", scenes.who);
    carry(scenes);
    recorded(id, Step.RECEPTION, "planned", steps);
    steps.done(id, Step.DEPARTED, "", scenes.who);
    carry(scenes);
    recorded(id, Step.NOT_ARRIVED, "done", steps);
    assertThat(steps.find(id, scenes.who).lost()).isTrue();
    assertThat(guest.get("/letterbox").body())
        .contains("Somebody set out and did not arrive", "href=\"/letterbox/steps/found\"");
    Browser.Answer refused = guest.post("/letterbox/acts/close", "outcome", "other");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("before you close the hand-over");
    String at = "/letterbox/steps/found";
    assertThat(guest.get(at).body()).doesNotContain("type=\"radio\"");
    guest.post(at, "state", "done", "on", steps.today().toString(), "words", "At the police");
    assertThat(steps.find(id, scenes.who).lost()).isFalse();
    assertThat(steps.step(id, Step.FOUND, scenes.who).details().words()).isEqualTo("At the police");
    LetterboxScenes.does(guest, "close", "outcome", "other");
    assertThat(steps.find(id, scenes.who).stands()).isEqualTo("closed");
  }

  private void carry(LetterboxScenes scenes) {
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
  }

  private void recorded(UUID id, Step step, String state, HandOverScenes steps) {
    house
        .get(GuestActs.class)
        .step(
            id,
            house.get(Identifiers.class).next(),
            new Taken.Draft(step, state, steps.today(), Taken.Details.of("")));
  }
}
