package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** All texts of an issue on one page, copied from another issue or written anew. */
@OnBothDatabases
class LetterTextsTest {
  @Parameter House house;
  @RegisterExtension final LetterDesk desk = new LetterDesk(() -> house);

  @Test
  void aCopyWithItsTextsIsHeldUntilEachTextWasRead() {
    Browser browser = desk.manager();
    int number = copy(browser, desk.issue(browser), "texts", "yes");
    String editor = "/steer/letters/" + number;
    assertThat(browser.get(editor).body())
        .contains("There are 3 obstacles", "the English text", "the French text", "to be checked");
    Browser.Answer page = browser.get(editor + "/texts");
    assertThat(page.body()).contains("A text about the border.", "Текст о граници.");

    String prefix = "letter-" + number + "-text.";
    assertThat(write(browser, number, prefix + "text.fits", "yes").location()).isEqualTo(editor);
    assertThat(browser.get(editor).body()).contains("There is no obstacle");
    assertThat(browser.get(editor + "/preview/fr").body()).contains("Un texte sur la frontière.");
  }

  /** Otherwise whoever copies an issue begins with a hundred lines. */
  @Test
  void whatIsToBeCheckedStandsTogetherByBlockOnceThereIsMuch() {
    Browser browser = desk.manager();
    int before = desk.issue(browser);
    int number = copy(browser, before, "texts", "yes");
    String editor = "/steer/letters/" + number;
    String together = "“On the border”: 3 texts are to be written or checked";
    assertThat(browser.get(editor).body()).contains("3 obstacles").doesNotContain(together);
    for (int added = 0; added < 4; added++) {
      browser.get(editor);
      browser.post(editor + "/blocks", "type", "letter-" + before + "-text");
    }
    String body = browser.get(editor).body();
    assertThat(body).contains("15 obstacles");
    assertThat(body.split(together, -1)).as("each block once").hasSize(5 + 1);
  }

  @Test
  void aSectionOfAnotherIssueServesAsATemplate() {
    Browser browser = desk.manager();
    int before = desk.issue(browser);
    int number = copy(browser, desk.issue(browser));
    String editor = "/steer/letters/" + number;
    String template = "letter-" + before + "-text";
    assertThat(browser.get(editor).body())
        .contains("<optgroup label=\"As in No. " + before, "<option value=\"" + template + "\">");
    String at = browser.post(editor + "/blocks", "type", template).location();
    assertThat(at).isEqualTo(editor + "/blocks/letter-" + number + "-text-2");
    Entry added = block("letter-" + number + "-text-2");
    assertThat(added.wording("text").in(new Language("en"))).isEqualTo("A text about the border.");
    assertThat(added.stale("text")).hasSize(3);
    browser.get(editor);
    assertThat(browser.post(editor + "/blocks", "type", added.id()).status())
        .as("one of its own is no template")
        .isEqualTo(404);
  }

  @Test
  void theTextsOfSeveralBlocksAreSavedAtOnceAndOnlyWhatChangedGetsARevision() {
    Browser browser = desk.manager();
    int number = copy(browser, desk.issue(browser));
    browser.get("/steer/letters/" + number);
    browser.post("/steer/letters/" + number + "/blocks", "type", "text");
    String first = "letter-" + number + "-text";
    int before = block(first).revision();
    write(
        browser,
        number,
        "letter-" + number + ".theme.en",
        "a new theme",
        first + "-2.text.en",
        "Written on one page.",
        first + "-2.text.fr",
        "Écrit sur une page.",
        first + "-2.text.sr",
        "Написано на једној страни.");
    assertThat(block(first + "-2").wording("text").byLanguage()).hasSize(3);
    assertThat(block(first).revision()).isEqualTo(before);
    assertThat(browser.get("/steer/letters/" + number).body()).contains("a new theme");
  }

  /** A text that nobody changed is no difference, however a browser ends its lines. */
  @Test
  void twoWhoWriteAtOnceReadBothTexts() {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String at = "/steer/letters/" + number + "/texts";
    String text = "letter-" + number + "-text";
    String block = "/steer/letters/" + number + "/blocks/" + text;
    browser.get(block);
    String french = "Une ligne.\n\nUne autre.";
    LetterDesk.write(browser, block, 2, "text.fr", french, "text.fits", "yes");
    List<String> fields =
        fields(number, text + ".text.en", "My own text.", text + ".text.fits", "yes");
    fields.replaceAll(value -> value.replace("\n", "\r\n"));
    browser.get(at);
    Browser colleague = desk.manager();
    colleague.get(block);
    LetterDesk.write(
        colleague,
        block,
        3,
        "text.en",
        "The colleague’s text.",
        "text.fr",
        french,
        "text.fits",
        "yes");
    browser.get(at);
    Browser.Answer late = browser.post(at, fields.toArray(String[]::new));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("The colleague’s text.", "My own text.", "On the border, Text, English")
        .doesNotContain("On the border, Text, French")
        .as("what was ticked stays ticked")
        .containsPattern("text\\.fits\"\\s+value=\"yes\" checked");
  }

  /** Who checks a translation reads what changed, not the whole text again. */
  @Test
  void whatChangedInTheSourceStandsBesideTheTranslation() {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String block = "/steer/letters/" + number + "/blocks/letter-" + number + "-text";
    browser.get(block);
    LetterDesk.write(browser, block, 2, "text.en", "A text about the closed border.");
    for (String page : List.of(block, "/steer/letters/" + number + "/texts")) {
      assertThat(browser.get(page).body())
          .as(page)
          .contains("What changed (English) since the translation was checked (French)")
          .containsPattern("A text about the (<ins>closed ?</ins>|<ins> ?closed</ins>) ?border");
    }
    browser.get(block);
    LetterDesk.write(
        browser, block, 3, "text.en", "A text about the closed border.", "text.fits", "yes");
    assertThat(browser.get(block).body()).doesNotContain("What changed (English)");
  }

  @Test
  void onlyTheProgrammeManagerWritesThem() {
    int number = desk.issue(desk.manager());
    String at = "/steer/letters/" + number + "/texts";
    assertThat(Member.of(house, Role.STEERING_MEMBER).browser().get(at).status()).isEqualTo(404);
  }

  private static int copy(Browser browser, int from, String... more) {
    int number = LetterDesk.number();
    List<String> fields =
        new ArrayList<>(
            List.of(
                "number",
                Integer.toString(number),
                "date",
                "2020-01",
                "theme.en",
                "next",
                "theme.fr",
                "suite",
                "theme.sr",
                "даље",
                "from",
                "letter-" + from));
    fields.addAll(List.of(more));
    browser.get("/steer/letters/new");
    assertThat(browser.post("/steer/letters", fields.toArray(String[]::new)).location())
        .isEqualTo("/steer/letters/" + number);
    return number;
  }

  private Browser.Answer write(Browser browser, int number, String... changed) {
    String at = "/steer/letters/" + number + "/texts";
    List<String> fields = fields(number, changed);
    browser.get(at);
    return browser.post(at, fields.toArray(String[]::new));
  }

  /** The form as its page sends it, with some fields changed. */
  private List<String> fields(int number, String... changed) {
    Register register = house.get(Register.class);
    Entry letter = register.facts().find("letter", "letter-" + number).orElseThrow();
    List<Entry> entries = new ArrayList<>(List.of(letter));
    entries.addAll(Composer.blocks(register.facts(), letter));
    List<String> fields = new ArrayList<>();
    for (Entry entry : entries) {
      entry.kind().fields().stream()
          .filter(field -> field.type().inLanguages() && entry.has(field.id()))
          .forEach(
              field ->
                  entry
                      .wording(field.id())
                      .byLanguage()
                      .forEach(
                          (language, text) -> {
                            fields.add(entry.id() + "." + field.id() + "." + language);
                            fields.add(text);
                          }));
    }
    for (int i = 0; i < changed.length; i += 2) {
      int known = fields.indexOf(changed[i]);
      if (known >= 0) {
        fields.set(known + 1, changed[i + 1]);
      } else {
        fields.addAll(List.of(changed[i], changed[i + 1]));
      }
    }
    fields.addAll(
        List.of("_version", Integer.toString(entries.stream().mapToInt(Entry::revision).sum())));
    return fields;
  }

  private Entry block(String id) {
    return house.get(Register.class).facts().find("letter-block", id).orElseThrow();
  }
}
