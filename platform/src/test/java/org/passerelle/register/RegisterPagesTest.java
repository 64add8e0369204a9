package org.passerelle.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The register as a browser without JavaScript uses it. */
@OnBothDatabases
class RegisterPagesTest {
  @Parameter House house;

  @Test
  void anEntryIsWrittenInThreeLanguagesAndFound() {
    Browser browser = manager();
    browser.get("/steer/register/event/new");
    Browser.Answer saved =
        browser.post(
            "/steer/register/event",
            "title.en",
            "Round table on the border",
            "title.fr",
            "Table ronde à la frontière",
            "title.sr",
            "Округли сто на граници",
            "start",
            "2019-10",
            "type",
            "round-table",
            "country",
            "AL",
            "source.0.document",
            "minutes",
            "_version",
            "0");
    String at = saved.location();
    assertThat(at).startsWith("/steer/register/event/round-table-on-the-border");
    assertThat(browser.get(at).body())
        .contains("Round table on the border", "October 2019", "Albania", "minutes");
    assertThat(browser.get("/steer/register/event?q=frontière").body()).contains(at);
    browser.get(at + "/edit");
    Browser.Answer changed =
        browser.post(
            at,
            "title.en",
            "Round table at the border",
            "title.fr",
            "Table ronde à la frontière",
            "title.sr",
            "Округли сто на граници",
            "start",
            "2019-10",
            "type",
            "round-table",
            "country",
            "AL",
            "_reason",
            "closer to the minutes",
            "_version",
            "1");
    assertThat(changed.location()).isEqualTo(at);
    assertThat(browser.get(at + "/edit").body()).contains("translation to be checked");
    assertThat(browser.get(at + "/revisions").body())
        .contains("closer to the minutes", "Round table on the border");
  }

  @Test
  void anEndBeforeItsStartIsSaidAndNothingTypedIsLost() {
    Browser browser = manager();
    browser.get("/steer/register/event/new");
    Browser.Answer refused =
        browser.post(
            "/steer/register/event",
            "title.en",
            "Backwards",
            "start",
            "2019-04-09",
            "end",
            "2019-04-08",
            "_version",
            "0");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.body())
        .contains("lies before the start", "value=\"Backwards\"", "value=\"2019-04-08\"");
    assertThat(browser.get("/steer/register/event?q=Backwards").body()).contains("No entry has");
  }

  @Test
  void whatIsNoDateAndWhatIsNoCodeIsSaid() {
    Browser browser = manager();
    browser.get("/steer/register/event/new");
    String body =
        browser
            .post(
                "/steer/register/event",
                "title.en",
                "",
                "start",
                "next spring",
                "type",
                "party",
                "_version",
                "0")
            .body();
    assertThat(body).contains("href=\"#title.en\"", "href=\"#start\"", "href=\"#type\"");
  }

  @Test
  void markupIsShownAsItWasTyped() {
    Browser browser = manager();
    browser.get("/steer/register/event/new");
    Browser.Answer saved =
        browser.post(
            "/steer/register/event",
            "title.en",
            "<script>alert(1)</script>",
            "type",
            "other",
            "_id",
            "markup-" + Long.toString(System.nanoTime(), 36),
            "_version",
            "0");
    assertThat(browser.get(saved.location()).body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert");
  }

  @Test
  void whoMayNotEditGetsNoFormAndCannotSend() {
    Browser reader = Member.of(house, Role.STEERING_MEMBER).browser();
    assertThat(reader.get("/steer/register/event").status()).isEqualTo(200);
    assertThat(reader.get("/steer/register/event/new").status()).isEqualTo(404);
    assertThat(reader.post("/steer/register/event", "title.en", "x", "_version", "0").status())
        .isEqualTo(404);
    Browser trainer = Member.of(house, Role.TRAINER).browser();
    assertThat(trainer.get("/partner/register/training/new").status()).isEqualTo(200);
    assertThat(trainer.get("/steer/register/project/new").status()).isEqualTo(404);
    Browser auditor = Member.of(house, Role.AUDITOR).browser();
    assertThat(auditor.get("/steer/register").status()).isEqualTo(404);
  }

  @Test
  void kosovoCarriesItsFootnote() {
    assertThat(manager().get("/partner/register/country/XK").body()).contains("1244");
  }

  private Browser manager() {
    return Member.of(house, Role.PROGRAMME_MANAGER).browser();
  }
}
