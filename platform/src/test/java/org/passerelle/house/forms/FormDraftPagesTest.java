package org.passerelle.house.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/**
 * An administrator writes a form in the browser, from nothing to a version that can be compared.
 */
@OnBothDatabases
class FormDraftPagesTest {
  private static final String DRAFTS = "/house/forms/drafts";
  @Parameter House house;
  private Member member;
  private Browser browser;
  private String form;

  @BeforeEach
  void administrator() {
    member = Member.of(house, Role.ADMINISTRATOR);
    browser = member.browser();
    form = "draft-" + house.get(Identifiers.class).next().toString().substring(24);
  }

  private String begun() {
    browser.get(DRAFTS);
    String at = browser.post(DRAFTS, "from", "", "form", form).location();
    assertThat(at).startsWith(DRAFTS + "/");
    return at;
  }

  private void said(String at, String... fields) {
    Browser.Answer answer = sent(browser, browser.get(at), at, fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
  }

  /** Sends a form with the version that its page was opened on. */
  private static Browser.Answer sent(
      Browser by, Browser.Answer opened, String at, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("_version", Browser.hidden(opened, "_version")));
    return by.post(at, all.toArray(String[]::new));
  }

  private static String[] tongues(String field, String text, String... more) {
    String[] all = new String[6 + more.length];
    int n = 0;
    for (String language : new String[] {"en", "fr", "sr"}) {
      all[n++] = field + "." + language;
      all[n++] = text;
    }
    System.arraycopy(more, 0, all, n, more.length);
    return all;
  }

  private String written() {
    String at = begun();
    said(
        at + "/form",
        """
        title.en|Weekly talk|title.fr|Point hebdomadaire|title.sr|Разговор|about.en|Ten minutes.|\
        about.fr|Dix minutes.|about.sr|Десет минута.|source.en|Us|source.fr|Nous|source.sr|Ми|\
        licence.en|Free|licence.fr|Libre|licence.sr|Слободно|note.en|Own.|note.fr|Propre.|\
        note.sr|Сопствено.|form|%s|version|1|kind|follow-up|state|own"""
            .formatted(form)
            .split("\\|", -1));
    said(at + "/sections", tongues("title", "The talk", "id", "talk"));
    said(
        at + "/sections/talk/questions",
        tongues("label", "How was it?", "id", "how", "type", "choice", "category", "case"));
    said(
        at + "/codes/how",
        "rows",
        "0",
        "c.0.code",
        "well",
        "c.0.label.en",
        "Well",
        "c.0.label.fr",
        "Bien",
        "c.0.label.sr",
        "Добро",
        "c.1.code",
        "badly",
        "c.1.label.en",
        "Badly",
        "c.1.label.fr",
        "Mal",
        "c.1.label.sr",
        "Лоше");
    said(
        at + "/sections/talk/questions",
        tongues(
            "label",
            "What went wrong?",
            "id",
            "wrong",
            "type",
            "long-text",
            "show-if",
            "how = 'badly'"));
    return at;
  }

  @Test
  void aFormIsWrittenTriedSeenTakenOutAndHandedOver() {
    String at = written();
    String page = browser.get(at).body();
    assertThat(page).contains("Weekly talk", "There are no problems", "How was it?");
    assertThat(page).contains("Choices of the question how", "on a condition");
    assertThat(browser.get(at + "/try").body()).contains("1 of 2 questions is asked");
    Browser.Answer tried = browser.post(at + "/try", "shown", "how", "q-how", "badly");
    assertThat(tried.status()).isEqualTo(200);
    assertThat(tried.body()).contains("2 of 2 questions are asked", "name=\"q-wrong\"");
    assertThat(browser.get(at + "/preview?in=fr").body()).contains("width=\"375\"", "/phone?in=fr");
    Browser.Answer phone = browser.get(at + "/phone?in=sr-Latn");
    assertThat(phone.body()).contains("Razgovor", "Dobro", "lang=\"sr-Latn\"");
    assertThat(phone.header("Content-Security-Policy")).contains("frame-ancestors 'self'");
    String yaml = new String(browser.bytes(at + "/export"), StandardCharsets.UTF_8);
    assertThat(yaml).startsWith("form: " + form).contains("show-if: \"how = 'badly'\"");
    browser.get("/house/forms");
    Browser.Answer same =
        browser.postFile(
            "/house/forms", "file", "f.yaml", yaml.getBytes(StandardCharsets.UTF_8), "as", "draft");
    assertThat(same.location()).startsWith(DRAFTS + "/").isNotEqualTo(at);
    assertThat(new String(browser.bytes(same.location() + "/export"), StandardCharsets.UTF_8))
        .isEqualTo(yaml);
    browser.get(at);
    Browser.Answer handed = browser.post(at + "/finish");
    assertThat(handed.location()).startsWith("/house/forms/").doesNotContain("drafts");
    assertThat(browser.get(handed.location()).body()).contains("A new form", "not yet in use");
    assertThat(browser.get(at).status()).isEqualTo(404);
    browser.get(same.location());
    assertThat(browser.post(same.location() + "/delete").location()).isEqualTo(DRAFTS);
  }

  @Test
  void partsAreOrderedByButtonsAndTakenOut() {
    String at = written();
    browser.get(at);
    assertThat(browser.post(at + "/order", "move", "up question wrong").location())
        .isEqualTo(at + "#question-wrong");
    String page = browser.get(at).body();
    assertThat(page.indexOf("What went wrong?")).isLessThan(page.indexOf("How was it?"));
    said(
        at + "/codes/how",
        "rows",
        "2",
        "move",
        "up 1",
        "c.0.code",
        "well",
        "c.0.label.en",
        "Well",
        "c.0.label.fr",
        "Bien",
        "c.0.label.sr",
        "Добро",
        "c.1.code",
        "badly",
        "c.1.label.en",
        "Badly",
        "c.1.retired",
        "yes");
    String yaml = new String(browser.bytes(at + "/export"), StandardCharsets.UTF_8);
    assertThat(yaml.indexOf("code: badly")).isLessThan(yaml.indexOf("code: well"));
    assertThat(yaml).contains("retired: true");
    assertThat(browser.get(at + "/phone").body()).contains("Well").doesNotContain("Badly");
    assertThat(browser.get(at).body()).contains("fr missing", "has no text in fr");
    Browser.Answer opened = browser.get(at + "/questions/how");
    said(at + "/questions/how", tongues("label", "How?", "type", "choice", "section", "talk"));
    browser.get(at);
    assertThat(sent(browser, opened, at + "/remove", "part", "question how").status())
        .as("what was changed since is not taken away unseen")
        .isEqualTo(409);
    sent(browser, browser.get(at + "/questions/how"), at + "/remove", "part", "question how");
    assertThat(browser.get(at).body())
        .doesNotContain("How?")
        .contains("refers to the question", at + "/questions/wrong\">question wrong");
    browser.get(at);
    assertThat(browser.post(at + "/finish").status()).isEqualTo(422);
  }

  @Test
  void whatCannotBeSoIsSaidBesideItsField() {
    String at = written();
    browser.get(at + "/questions/wrong");
    Browser.Answer unread =
        browser.post(
            at + "/questions/wrong",
            tongues("label", "Kept", "type", "long-text", "section", "talk", "show-if", "how ="));
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.body()).contains("id=\"show-if-error\"", "cannot be read", "how =", "Kept");
    said(
        at + "/questions/wrong",
        tongues("label", "Kept", "type", "long-text", "section", "talk", "show-if", "who = 'me'"));
    assertThat(browser.get(at + "/questions/wrong").body()).contains("refers to the question");
    browser.get(at + "/sections");
    assertThat(browser.post(at + "/sections", tongues("title", "x", "id", "talk")).body())
        .contains("“talk” is used in this form already");
    browser.get(DRAFTS);
    assertThat(browser.post(DRAFTS, "from", "", "form", "No Good").body())
        .contains("cannot be the identifier of a form");
    browser.get("/house/forms");
    assertThat(
            browser
                .postFile(
                    "/house/forms",
                    "file",
                    "f.yaml",
                    "form: x\nsections: [{title: a}]".getBytes(StandardCharsets.UTF_8),
                    "as",
                    "draft")
                .status())
        .isEqualTo(422);
  }

  @Test
  void theSecondOfTwoSeesWhatTheFirstHasWritten() {
    String at = written();
    Browser other = Member.in(house, member.user().organisation(), Role.ADMINISTRATOR).browser();
    Browser.Answer opened = other.get(at + "/questions/how");
    said(
        at + "/questions/how",
        tongues("label", "How did it go?", "type", "choice", "section", "talk"));
    Browser.Answer late =
        sent(
            other,
            opened,
            at + "/questions/how",
            tongues("label", "How is it?", "type", "choice", "section", "talk"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("How did it go?", "How is it?", "Wording (French)");
  }

  @Test
  void everyFormOfTheHouseCanBeBegunFrom() {
    browser.get(DRAFTS);
    Browser.Answer begun = browser.post(DRAFTS, "from", "htcds-intake", "form", "");
    String page = browser.get(begun.location()).body();
    assertThat(page).contains("There are no problems");
    assertThat(browser.get(begun.location() + "/questions/prs_Gender").body())
        .contains("prs_Gender");
    browser.get(begun.location());
    browser.post(begun.location() + "/delete");
  }

  @Test
  void onlyAnAdministratorWritesForms() {
    String at = written();
    for (Role role : new Role[] {Role.CASE_MANAGER, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR}) {
      Browser somebody = Member.of(house, role).browser();
      for (String page :
          new String[] {"", "/form", "/questions/how", "/codes/how", "/try", "/phone", "/export"}) {
        assertThat(somebody.get(at + page).status()).as(role + page).isEqualTo(404);
      }
      assertThat(somebody.get(DRAFTS).status()).isEqualTo(404);
    }
    assertThat(browser.get(DRAFTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }
}
