package org.passerelle.protect.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Visibility;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The pages in a browser without JavaScript. */
@OnBothDatabases
class ScreeningPagesTest {
  @Parameter House house;
  private Member officer;
  private Browser browser;

  @BeforeEach
  void officer() {
    officer = Member.of(house, Role.FIRST_RESPONDER);
    browser = officer.browser();
  }

  @Test
  void fromTheChoiceOfASetToTheResult() {
    assertThat(browser.get("/protect/screenings/new").body())
        .contains("Short screening", "Palermo Protocol", "own wording", "Unofficial transcription");
    String at = begin("screening-short");
    assertThat(at).endsWith("/pages/age");
    assertThat(browser.get(at).body()).contains("about 3 minutes left");
    at = next(at, "q-age_under_18", "not_sure");
    assertThat(at).endsWith("/pages/danger");
    at = next(at, "q-danger_now", "no");
    at = next(at, "q-alone", "yes");
    at = next(at, "q-languages", "fr");
    assertThat(at).endsWith("/pages/act");
    assertThat(browser.get(at).body())
        .contains("This person may be under 18.", "Why we ask this", "None of these", "tel:112");
    at = next(at, "q-act", "transportation", "e-act", "“He drove us.”");
    at = next(at, "q-means", "_not_known");
    at = next(at, "q-purpose", "forced_begging");
    assertThat(at).endsWith("/pages/crossing");
    at = next(at, "q-crossing_paid", "yes");
    at = next(at, "q-smuggling", "paid_for_crossing");
    at = next(at, "q-offence_by_others", "yes");
    at = next(at, "q-forced_criminality", "quotas");
    assertThat(at).endsWith("/pages/urgency");
    String result = send(at, "finish", "q-urgency", "trafficker_nearby").location();
    assertThat(result).endsWith("/result");
    String page = browser.get(result).body();
    assertThat(page)
        .contains(
            "Treat this person as a child in need of protection, now.",
            "This recommends the next step.",
            "High urgency",
            "May be under 18",
            "“He drove us.”",
            "It does not exclude trafficking.",
            "the non-punishment principle goes with the file",
            "An exploiter is near",
            "Call child protection",
            "not verified; check before use",
            "not required",
            "(Français)",
            "lang=\"fr\" dir=\"ltr\">",
            "Rien ne vous oblige à répondre.",
            "action=\"/protect/cases/from-screening\"")
        .doesNotContainIgnoringCase("delinquen")
        .doesNotContain("⟦");
    assertThat(browser.get(result.replace("/result", "/answers")).body())
        .contains("Seen or heard: “He drove us.”", "not known");
    assertThat(browser.get("/protect/screenings").body()).contains("indicators present");
    // the pages are closed now
    assertThat(browser.get(at).location()).isEqualTo(result);
  }

  @Test
  void whatCannotBeTakenIsSaidAndEverythingElseIsKept() {
    String at = begin("screening-short").replace("/age", "/words");
    String name = "N".repeat(1_000_000);
    Browser.Answer answer =
        send(at, "next", "q-known_name", name, "q-own_words", "I was tired.\nI left.");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "<title>Error: ",
            "One answer could not be taken",
            "href=\"#q-known_name\"",
            "it may have 500 characters and has 1,000,000",
            "I was tired.\nI left.")
        .hasSizeLessThan(300_000);
    assertThat(browser.get(at).body()).contains("I was tired.\nI left.");
  }

  @Test
  void aWrongCodeAContradictionAndAFutureAgeAreRefusedOnThePage() {
    String at = begin("screening-short").replace("/age", "/place");
    assertThat(send(at, "next", "q-country", "QQ", "q-where_place", "Horgoš").body())
        .contains("this is none of the choices", "value=\"Horgoš\"");
    String age = at.replace("/place", "/how_old");
    assertThat(send(age, "next", "q-age_estimate", "160").body())
        .contains("the number is at most 120");
    String act = at.replace("/place", "/act");
    Browser.Answer both = send(act, "next", "q-act", "receipt", "q-act", "_none");
    assertThat(both.status()).isEqualTo(422);
    assertThat(both.body())
        .contains("cannot be combined")
        .containsPattern("value=\"receipt\" checked")
        .containsPattern("value=\"_none\" checked");
  }

  @Test
  void typedTextIsEscaped() {
    String at = begin("screening-short").replace("/age", "/words");
    send(at, "back", "q-own_words", "</textarea><script>alert(1)</script>");
    assertThat(browser.get(at).body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
  }

  @Test
  void saveAndLeaveThenGoOnWhereOneLeftOff() {
    String at = begin("screening-short");
    at = next(at, "q-age_under_18", "no");
    Browser.Answer left = send(at, "leave", "q-danger_now", "no");
    assertThat(left.location()).isEqualTo("/protect/screenings");
    assertThat(browser.get("/protect/screenings").body()).contains("is saved", "open");
    String again = browser.get(at.replaceAll("/pages/.*", "")).location();
    assertThat(again).endsWith("/pages/alone");
    assertThat(send(again, "back").location()).endsWith("/pages/danger");
    assertThat(browser.get(again.replace("/alone", "/danger")).body())
        .containsPattern("value=\"no\" checked");
  }

  @Test
  void whatIsNeededIsAskedForBeforeTheResult() {
    String at = begin("screening-short").replace("/age", "/urgency");
    String missing = send(at, "finish").location();
    assertThat(missing).endsWith("/pages/age?missing=true");
    assertThat(browser.get(missing).body())
        .contains("an answer is needed; “not known” is one", "href=\"#q-age_under_18\"");
    send(missing.replace("?missing=true", ""), "next", "q-age_under_18", "_not_known");
    assertThat(send(at, "finish").location()).endsWith("/result");
  }

  @Test
  void aFormSentTwiceBeginsOneScreening() {
    browser.get("/protect/screenings/new");
    Browser.Answer first = browser.post("/protect/screenings", "form", "screening-short");
    Browser.Answer second = browser.post("/protect/screenings", "form", "screening-short");
    assertThat(second.location()).isEqualTo(first.location()).isNotEmpty();
  }

  @Test
  void correctingAnAnswerIsANewScreening() {
    String at = begin("screening-short");
    send(at, "next", "q-age_under_18", "no");
    String result = send(at.replace("/age", "/urgency"), "finish").location();
    browser.get(result);
    String id = result.replace("/result", "");
    String corrected = browser.post(id + "/again", "keep", "true").location();
    assertThat(corrected).isNotEqualTo(id);
    assertThat(
            browser
                .get(browser.get(corrected).location().replaceAll("/pages/.*", "/pages/age"))
                .body())
        .containsPattern("value=\"no\" checked");
  }

  @Test
  void itIsInvisibleToOthers() {
    String at = begin("screening-short");
    String id = at.replaceAll("/pages/.*", "");
    Browser colleague =
        Member.in(house, officer.user().organisation(), Role.CASE_MANAGER).browser();
    Browser stranger = Member.of(house, Role.SUPERVISOR).browser();
    for (Browser other : List.of(colleague, stranger)) {
      for (String path : List.of(id, at, id + "/result", id + "/answers")) {
        assertThat(other.get(path).status()).as(path).isEqualTo(404);
      }
      other.get("/protect/screenings/new");
      assertThat(other.post(at, "shown", "danger_now", "q-danger_now", "yes").status())
          .isEqualTo(404);
      assertThat(other.post(id + "/again").status()).isEqualTo(404);
    }
    Browser supervisor = Member.in(house, officer.user().organisation(), Role.SUPERVISOR).browser();
    assertThat(supervisor.get(at).status()).isEqualTo(200);
  }

  @Test
  void whoFollowsNobodyScreensNobody() {
    for (Role role : List.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.ANALYST, Role.PROSECUTOR)) {
      Browser other = Member.of(house, role).browser();
      for (String path :
          List.of("/protect/screenings", "/protect/screenings/new", "/protect/forms")) {
        assertThat(other.get(path).status()).as(role + " " + path).isEqualTo(404);
      }
      assertThat(other.get("/call").status()).isEqualTo(200);
    }
  }

  @Test
  void everyPageOfEveryFormSpeaksEveryLanguage() {
    List<String> paths =
        new ArrayList<>(List.of("/protect/forms", "/protect/screenings/new", "/call"));
    for (FormDefinition one : house.get(FormDefinitions.class).all()) {
      paths.add("/protect/forms/" + one.form());
    }
    String at = begin("ilo-child-labour");
    FormDefinition form =
        house.get(FormDefinitions.class).current("ilo-child-labour").orElseThrow();
    // without pages that depend on an answer
    for (Section section : new Visibility(form, Answers.NONE).sections()) {
      paths.add(at.replaceAll("/pages/.*", "/pages/" + section.id()));
    }
    for (String language : List.of("fr", "sr-Cyrl", "sr-Latn", "en")) {
      browser.get("/language/" + language + "?to=/call");
      for (String path : paths) {
        Browser.Answer answer = browser.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body())
            .as(path)
            .contains("<html lang=\"" + language + "\"")
            .doesNotContain("⟦")
            .containsOnlyOnce("<h1");
      }
    }
    assertThat(browser.get(at).body()).contains("Unofficial transcription.");
  }

  @Test
  void theNumbersAreKeptWithoutAnythingPersonal() {
    Browser.Answer call = browser.get("/call");
    assertThat(call.body())
        .contains("tel:112", "Serbia", "not verified; check before use", "Duty line")
        .doesNotContain(officer.user().name())
        .doesNotContain("_csrf");
    Browser.Answer worker = browser.get("/sw.js");
    assertThat(worker.status()).isEqualTo(200);
    assertThat(worker.header("Content-Type")).contains("javascript");
  }

  private String begin(String form) {
    return new AskedPages(browser).begin(form);
  }

  private String next(String at, String... fields) {
    return new AskedPages(browser).next(at, fields);
  }

  private Browser.Answer send(String at, String action, String... fields) {
    return new AskedPages(browser).send(at, action, fields);
  }
}
