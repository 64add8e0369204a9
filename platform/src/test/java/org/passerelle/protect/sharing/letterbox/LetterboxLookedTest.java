package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Every visit to a letterbox and every access is in the sender's log. */
@OnBothDatabases
@Tag("slow")
class LetterboxLookedTest {
  @Parameter House house;
  private LetterboxScenes scenes;
  private UUID id;

  @BeforeEach
  void aHandOver() {
    scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    id = scenes.sent(file, scenes.basis(file));
  }

  @Test
  void comingInAndEveryLookAreLogged() {
    String link = scenes.link(id);
    String code = scenes.code(id);
    Browser guest = new Browser(house);
    guest.open(link);
    assertThat(lines("letterbox.entered")).as("the door alone shows nothing").isEmpty();
    assertThat(guest.post(link, "code", code).location()).isEqualTo("/letterbox");
    assertThat(lines("letterbox.entered")).hasSize(1);
    assertThat(lines("letterbox.read")).isEmpty();
    guest.get("/letterbox");
    guest.get("/letterbox");
    assertThat(lines("letterbox.read")).hasSize(2);
    LetterboxScenes.does(guest, "take", "contact", "Duty officer, +359");
    assertThat(lines("letterbox.read")).as("the page with the form").hasSize(3);
    assertThat(guest.post("/letterbox/acts/write", "text", "").status()).isEqualTo(422);
    assertThat(lines("letterbox.read")).as("the page that came back").hasSize(4);
    guest.get("/letterbox");
    LetterboxScenes.does(guest, "accept");
    guest.get("/letterbox/steps/reception");
    assertThat(lines("letterbox.read")).as("the page of a step").hasSize(7);
    assertThat(lines("letterbox.entered")).hasSize(1);
    assertThat(lines("letterbox.read"))
        .allSatisfy(
            details ->
                assertThat(details)
                    .contains(scenes.letterbox.toString())
                    .doesNotContain("Lumi", "Arta"));
    Browser stranger = new Browser(house);
    stranger.get("/letterbox");
    assertThat(lines("letterbox.read")).as("who is not inside reads nothing").hasSize(7);
  }

  private List<String> lines(String action) {
    return house
        .db()
        .sql(
            """
            select detail from audit_entry
             where action = :action and subject = :id and organisation = :sender
            """)
        .param("action", action)
        .param("id", id)
        .param("sender", scenes.who.organisation())
        .query(String.class)
        .list();
  }
}
