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
  void whereItComesFromIsSaidInTheReadersLanguage() {
    Browser browser = manager();
    browser.get("/language/fr?to=/");
    assertThat(browser.get("/partner/register/deadline/recovery-reflection-me").body())
        .contains("minimum de la convention", "STCE n° 197")
        .doesNotContain("minimum of the convention", "CETS 197, article");
    browser.get("/language/sr-Cyrl?to=/");
    assertThat(browser.get("/partner/register/deadline/recovery-reflection-me").body())
        .contains("најмање по конвенцији")
        .doesNotContain("minimum");
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
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("“End” is before “Start”", "value=\"Backwards\"", "value=\"2019-04-08\"");
    assertThat(browser.get("/steer/register/event?q=Backwards").body()).contains("No entry has");
  }

  @Test
  void aDateIsWrittenAsItIsSaidAndStandsInTheFormInWords() {
    Browser browser = manager();
    browser.get("/steer/register/event/new");
    String at =
        browser
            .post(
                "/steer/register/event",
                "title.en",
                "Visit to the port",
                "type",
                "other",
                "start",
                "févr. 2019",
                "end",
                "3. marta 2019.",
                "_version",
                "0")
            .location();
    assertThat(browser.get(at + "/edit").body())
        .contains("value=\"February 2019\"", "value=\"3 March 2019\"");
  }

  @Test
  void twoWhoChangeAnEntryAtOnceBothReadBothTexts() {
    Browser browser = manager();
    String at = event(browser, "Seminar");
    Browser colleague = manager();
    browser.get(at + "/edit");
    colleague.get(at + "/edit");
    colleague.post(at, "title.en", "Seminar of the judges", "type", "other", "_version", "1");
    Browser.Answer late =
        browser.post(at, "title.en", "Seminar of the police", "type", "other", "_version", "1");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("A colleague saved this page", "Title, English", "Seminar of the judges")
        .contains("value=\"Seminar of the police\"", "name=\"_version\" value=\"2\"");
    assertThat(
            browser
                .post(at, "title.en", "Seminar of both", "type", "other", "_version", "2")
                .location())
        .isEqualTo(at);
  }

  @Test
  void whatAColleagueChangedIsNotRetiredUnread() {
    Browser browser = manager();
    String at = event(browser, "Course");
    browser.get(at + "/edit");
    manager().get(at + "/edit");
    Browser colleague = manager();
    colleague.get(at + "/edit");
    colleague.post(at, "title.en", "Course of 2020", "type", "other", "_version", "1");
    Browser.Answer late = browser.post(at + "/retire", "_version", "1");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else changed this meanwhile");
    assertThat(browser.get(at).body()).contains("Course of 2020");
  }

  @Test
  void nothingIsRetiredForAReasonThatIsTooLong() {
    Browser browser = manager();
    String at = event(browser, "Course of one day");
    browser.get(at + "/edit");
    String reason = "x".repeat(501);
    assertThat(browser.post(at + "/retire", "_version", "1", "_reason", reason).status())
        .isEqualTo(409);
    assertThat(browser.get(at).body()).contains("Course of one day");
  }

  @Test
  void aNameThatIsTakenIsSaidBesideIt() {
    Browser browser = manager();
    String at = event(browser, "Meeting");
    browser.get("/steer/register/event/new");
    Browser.Answer taken =
        browser.post(
            "/steer/register/event",
            "title.en",
            "Another meeting",
            "type",
            "other",
            "_id",
            at.substring(at.lastIndexOf('/') + 1));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.body()).contains("href=\"#_id\"", "value=\"Another meeting\"");
    assertThat(browser.get("/steer/register/event/new?title.en=Proposed").body())
        .as("what was typed is kept, with the name that is to be mended")
        .contains("value=\"Another meeting\"", "value=\"" + at.substring(at.lastIndexOf('/') + 1))
        .doesNotContain("value=\"Proposed\"");
  }

  @Test
  void aNewEntrySentTwiceIsEnteredOnceAndItsNameIsNotTakenByItself() {
    Browser browser = manager();
    browser.get("/steer/register/event/new");
    String id = "twice-" + Long.toString(System.nanoTime(), 36);
    String[] sent = {"title.en", "Twice", "type", "other", "_id", id};
    String first = browser.post("/steer/register/event", sent).location();
    assertThat(first).endsWith(id);
    assertThat(browser.post("/steer/register/event", sent).location()).isEqualTo(first);
  }

  private static String event(Browser browser, String title) {
    browser.get("/steer/register/event/new");
    return browser
        .post(
            "/steer/register/event",
            "title.en",
            title,
            "type",
            "other",
            "_id",
            "event-" + Long.toString(System.nanoTime(), 36),
            "_version",
            "0")
        .location();
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
