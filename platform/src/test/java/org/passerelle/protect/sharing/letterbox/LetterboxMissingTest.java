package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A person does not arrive where the other side has only a letterbox. */
@OnBothDatabases
@Tag("slow")
class LetterboxMissingTest {
  private static final String FOUND = "/letterbox/steps/found";
  @Parameter House house;
  private LetterboxScenes scenes;
  private HandOverScenes steps;
  private UUID file;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void somebodyDoesNotArrive() {
    scenes = new LetterboxScenes(house);
    steps = new HandOverScenes(house);
    file = scenes.file();
    basis = scenes.basis(file);
    id = scenes.sent(file, basis);
    scenes.departed(id);
    scenes.recorded(id, Step.NOT_ARRIVED, "done");
    assertThat(steps.find(id, scenes.who).lost()).isTrue();
  }

  @Test
  void aGuestClosesNothingWhileSomebodyIsMissingAndSaysThatTheyWereFound() {
    Browser guest = scenes.guest(id);
    assertThat(guest.get("/letterbox").body())
        .contains("Somebody set out and did not arrive", "href=\"" + FOUND + "\"");
    Browser.Answer refused = guest.post("/letterbox/acts/close", "outcome", "other");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("before you close the hand-over");
    assertThat(guest.get(FOUND).body()).doesNotContain("type=\"radio\"");
    found(guest, "At the police");
    assertThat(steps.find(id, scenes.who).lost()).isFalse();
    assertThat(steps.step(id, Step.FOUND, scenes.who).details().words()).isEqualTo("At the police");
    LetterboxScenes.does(guest, "close", "outcome", "other");
    assertThat(steps.find(id, scenes.who).stands()).isEqualTo("closed");
  }

  /** The search and the report of being found remain possible after a revocation. */
  @Test
  void aGuestWhoseLetterboxWasEmptiedSaysThatTheyWereFound() {
    Browser guest = scenes.guest(id);
    takenBack();
    assertThat(guest.get("/letterbox").body())
        .contains("Somebody set out and did not arrive", "href=\"" + FOUND + "\"")
        .doesNotContain("Lumi");
    assertThat(guest.get("/letterbox/steps/long_plan").location()).isEqualTo("/letterbox/ended");
    assertThat(guest.get(FOUND).body()).doesNotContain("id=\"words\"");
    Browser.Answer words =
        guest.post(FOUND, "state", "done", "on", steps.today().toString(), "words", "Unhurt");
    assertThat(words.status()).isEqualTo(422);
    assertThat(words.body()).contains("id=\"words\"", "Unhurt", "no notes can be sent");
    assertThat(steps.find(id, scenes.who).lost()).isTrue();
    found(guest, "");
    assertThat(steps.find(id, scenes.who).lost()).isFalse();
    assertThat(steps.step(id, Step.FOUND, scenes.who).author()).isEqualTo(scenes.letterbox);
    assertThat(guest.get("/letterbox").body()).doesNotContain("did not arrive");
  }

  @Test
  void whoHasConfirmedThatNothingIsKeptIsLetInAgainToSayIt() {
    Browser guest = scenes.guest(id);
    takenBack();
    LetterboxScenes.does(guest, "confirm", "answer", "");
    assertThat(guest.get("/letterbox").location()).isEqualTo("/letterbox/ended");
    String at = "/protect/letterboxes/" + id;
    assertThat(scenes.sender.browser().get(at).body())
        .contains("Telephone the contact point now", "make a new code", at + "/code");
    Browser again = scenes.guest(id);
    found(again, "");
    assertThat(steps.find(id, scenes.who).lost()).isFalse();
    assertThat(scenes.sender.browser().get(at).body())
        .doesNotContain("Telephone the contact point now", at + "/code");
  }

  /** If nobody can enter any more, the sender records what was reported by telephone. */
  @Test
  void theSenderSaysItForAClosedLetterbox() {
    house.get(Letterboxes.class).end(scenes.letterbox, house.somebody(Role.ADMINISTRATOR));
    Browser sender = scenes.sender.browser();
    String found = "/protect/handovers/" + id + "/steps/found";
    assertThat(sender.get("/protect/letterboxes/" + id).body())
        .contains("Telephone the contact point now", "href=\"" + found + "\"")
        .doesNotContain("make a new code");
    String today = steps.today().toString();
    sender.get(found);
    Browser.Answer words = sender.post(found, "state", "done", "on", today, "words", "Unhurt");
    assertThat(words.status()).as("nobody would read them").isEqualTo(422);
    sender.get(found);
    assertThat(sender.post(found, "state", "done", "on", today, "words", "").status())
        .isEqualTo(302);
    assertThat(steps.find(id, scenes.who).lost()).isFalse();
  }

  private void takenBack() {
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    scenes.carry();
    assertThat(house.get(DepositedDossierRows.class).find(id).orElseThrow().takenBackAt())
        .isNotNull();
  }

  private void found(Browser guest, String words) {
    guest.get(FOUND);
    assertThat(
            guest
                .post(FOUND, "state", "done", "on", steps.today().toString(), "words", words)
                .location())
        .isEqualTo("/letterbox");
  }
}
