package org.passerelle.protect.sharing.consent.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

/** An administrator uploads recordings; only caseworkers of the organisation can play them. */
@OnBothDatabases
class RecordingsTest {
  private static final String ALL = "/house/recordings";
  private static final byte[] SPOKEN = "OggS and then speech".getBytes(StandardCharsets.UTF_8);
  private static final byte[] AGAIN = "ID3 and then speech".getBytes(StandardCharsets.UTF_8);

  @Parameter House house;

  private int logged(UUID organisation, String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where subject = :id and action = :action")
        .param("id", organisation)
        .param("action", action)
        .query(Integer.class)
        .single();
  }

  private static int given(Browser browser, byte[] content, String language) {
    browser.get(ALL);
    return browser.postFile(ALL, "file", "speech", content, "language", language).status();
  }

  @Test
  void itIsGivenPlayedBesideTheTextReplacedAndTakenAway() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    UUID organisation = Staff.signedIn(manager.user()).organisation();
    Browser administrator = Member.in(house, organisation, Role.ADMINISTRATOR).browser();
    UUID file = SomeCase.in("RS").open(house, Staff.signedIn(manager.user()));
    String read = "/protect/cases/" + file + "/consents/read";
    Browser browser = manager.browser();
    browser.get("/protect/cases/" + file + "/consents/new");
    assertThat(browser.post(read, "explained_in", "rom").body()).doesNotContain("<audio");
    assertThat(given(administrator, SPOKEN, "rom")).isEqualTo(302);
    assertThat(administrator.get(ALL).body()).contains("<audio", ALL + "/rom");
    assertThat(browser.post(read, "explained_in", "rom").body())
        .contains("<audio controls preload=\"none\" src=\"/protect/recordings/rom\"");
    Browser.Answer played = browser.get("/protect/recordings/rom");
    assertThat(played.header("Content-Type")).isEqualTo("audio/ogg");
    assertThat(played.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(played.header("Content-Security-Policy")).contains("media-src 'self'");
    assertThat(browser.bytes("/protect/recordings/rom")).isEqualTo(SPOKEN);
    assertThat(given(administrator, AGAIN, "rom")).isEqualTo(302);
    assertThat(browser.get("/protect/recordings/rom").header("Content-Type"))
        .isEqualTo("audio/mpeg");
    Browser stranger = Member.of(house, Role.CASE_MANAGER).browser();
    assertThat(stranger.get("/protect/recordings/rom").status()).isEqualTo(404);
    administrator.get(ALL);
    assertThat(administrator.post(ALL + "/rom/remove").status()).isEqualTo(302);
    assertThat(browser.get("/protect/recordings/rom").status()).isEqualTo(404);
    assertThat(logged(organisation, "recording.given")).isEqualTo(2);
    assertThat(logged(organisation, "recording.removed")).isEqualTo(1);
  }

  @Test
  void filesThatAreNotSpeechTooLargeOrInAnotherLanguageAreRefused() {
    Browser administrator = Member.of(house, Role.ADMINISTRATOR).browser();
    assertThat(given(administrator, "<html>".getBytes(StandardCharsets.UTF_8), "sq"))
        .isEqualTo(422);
    byte[] large = new byte[Recordings.MOST_BYTES + 1];
    System.arraycopy(SPOKEN, 0, large, 0, SPOKEN.length);
    assertThat(given(administrator, large, "sq")).isEqualTo(422);
    assertThat(given(administrator, SPOKEN, "vi")).isEqualTo(422);
    assertThat(given(administrator, new byte[0], "sq")).isEqualTo(422);
    assertThat(administrator.get(ALL).body()).doesNotContain("<audio");
  }
}
