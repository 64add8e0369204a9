package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.SoftPasskey;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * A guest who entered with link and code can later enter with link and passkey, and nobody else
 * can.
 */
@OnBothDatabases
class LetterboxPasskeyTest {
  @Parameter House house;
  private LetterboxScenes scenes;
  private UUID id;

  @BeforeEach
  void aDossier() {
    scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    id = scenes.sent(file, scenes.basis(file));
  }

  @AfterEach
  void quiet() {
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
  }

  @Test
  void thePasskeyOpensThisLetterboxUntilItIsRemoved() {
    SoftPasskey key = key();
    make(scenes.guest(id), key);
    assertThat(house.get(Letterboxes.class).passkeys(scenes.letterbox)).isOne();

    UUID another = scenes.file();
    UUID later = scenes.sent(another, scenes.basis(another));
    String link = scenes.link(later);
    Browser guest = new Browser(house);
    assertThat(guest.open(link).body()).contains("Code");
    assertThat(use(guest, link, key).status()).isEqualTo(200);
    assertThat(guest.get("/letterbox").body()).contains("Lumi");

    LetterboxScenes others = new LetterboxScenes(house);
    UUID theirs = others.file();
    String foreign = others.link(others.sent(theirs, others.basis(theirs)));
    Browser thief = new Browser(house);
    thief.open(foreign);
    assertThat(use(thief, foreign, key).status()).as("of another country").isEqualTo(400);
    assertThat(thief.get("/letterbox").location()).isEqualTo("/letterbox/ended");
    assertThat(use(thief, link, key()).status()).as("another key").isEqualTo(400);

    house
        .get(Letterboxes.class)
        .forgetPasskeys(scenes.letterbox, house.somebody(Role.ADMINISTRATOR));
    assertThat(use(new Browser(house), link, key).status()).isEqualTo(400);
    house.get(LetterboxCarrier.class).carry(others.letterbox);
  }

  @Test
  void onlyGuestsInsideCanCreateOne() {
    Browser stranger = new Browser(house);
    stranger.open(scenes.link(id));
    assertThat(stranger.postJson("/letterbox/acts/passkey/options", "").status()).isEqualTo(400);
    assertThat(house.get(Letterboxes.class).passkeys(scenes.letterbox)).isZero();
  }

  @Test
  void wrongCodesShutItForThePasskeyToo() {
    SoftPasskey key = key();
    make(scenes.guest(id), key);
    String link = scenes.link(id);
    String code = scenes.code(id);
    Browser thief = new Browser(house);
    for (int i = 0; i < 6; i++) {
      thief.open(link);
      thief.post(link, "code", code.startsWith("0") ? "1111 1111" : "0000 0000");
    }
    Browser guest = new Browser(house);
    guest.open(link);
    assertThat(use(guest, link, key).status()).isEqualTo(400);
  }

  private SoftPasskey key() {
    return new SoftPasskey(house.address().replace("127.0.0.1", "localhost"));
  }

  private static void make(Browser guest, SoftPasskey key) {
    String asked = guest.postJson("/letterbox/acts/passkey/options", "").body();
    assertThat(guest.postJson("/letterbox/acts/passkey", key.made(asked)).body())
        .contains("/letterbox");
  }

  private static Browser.Answer use(Browser guest, String link, SoftPasskey key) {
    guest.open(link);
    Browser.Answer asked = guest.postJson(link + "/passkey/options", "");
    return asked.status() == 200
        ? guest.postJson(link + "/passkey", key.used(asked.body()))
        : asked;
  }
}
