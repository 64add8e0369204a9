package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** A diagnosis: an analyst enters interviews, and erases one whose consent is withdrawn. */
@ExtendWith(Chromium.class)
@Tag("long")
class DiagnosisTest {
  private static final String SAID =
      "They came on Sundays. An uncle took the papers. The bus left at night. They came on Sundays.";

  @ParameterizedTest
  @CsvSource({"en, PHONE", "fr, DESKTOP"})
  void fromTheQuestionToAnErasedInterview(String language, Device device) {
    try (Visitor analyst = Visitor.in(device, "tamara.most", language)) {
      analyst.go("/understand/diagnoses");
      isSound(analyst);
      analyst.go("/understand/diagnoses/new");
      analyst.leads(
          () -> analyst.one("form[action='/understand/diagnoses'] button.primary").click());
      assertThat(analyst.page().locator(".field-error").count()).isEqualTo(4);
      isSound(analyst);
      analyst.page().fill("#title", "Recruitment in the south " + language);
      analyst.page().fill("#question", "How are seasonal workers recruited?");
      analyst.page().fill("#scope", "Three villages, 2024 to 2026");
      analyst.page().fill("#sites", "A town\nA border crossing");
      analyst.press("form[action='/understand/diagnoses'] button.primary");
      isSound(analyst);
      String at = analyst.path();
      enter(analyst, at);
      isSound(analyst);
      analyst.page().fill("#transcript", SAID);
      analyst.press("form[action$='/transcript'] button");
      assertThat(analyst.page().locator(".transcript").innerText()).isEqualTo(SAID);
      isSound(analyst);
      String interview = analyst.path();
      code(analyst);
      analyst.go(at + "/coding");
      assertThat(analyst.page().locator("tbody tr:nth-child(5) td:nth-child(3)").innerText())
          .as("control, at the border crossing")
          .isEqualTo("1");
      isSound(analyst);
      exchange(analyst, at);
      analyst.go(interview);
      erase(analyst);
      analyst.go(at);
      assertThat(analyst.text()).doesNotContain("Heron");
      isSound(analyst);
    }
  }

  private static void enter(Visitor analyst, String diagnosis) {
    analyst.go(diagnosis + "/interviews/new");
    analyst.leads(() -> analyst.one("form[action$='/interviews'] button.primary").click());
    assertThat(analyst.page().locator(".field-error").count()).isEqualTo(6);
    isSound(analyst);
    analyst.page().check("[name=consent][value=spoken]");
    analyst.page().check("[name=age][value='25-plus']");
    analyst.page().fill("#pseudonym", "Heron");
    analyst.page().fill("#language", "Srpski");
    analyst.page().locator("#site").selectOption(new SelectOption().setIndex(2));
    analyst.page().check("[name=through][value=yes]");
    analyst.press("form[action$='/interviews'] button.primary");
  }

  private static void code(Visitor analyst) {
    analyst.page().fill("#quote", "Nobody said this");
    analyst.page().locator("#theme").selectOption("control");
    analyst.leads(() -> analyst.one("form[action$='/codes'] button").click());
    assertThat(analyst.page().locator(".field-error").count()).isEqualTo(1);
    isSound(analyst);
    select(analyst, 22, 47);
    assertThat(analyst.page().inputValue("#quote")).isEqualTo("An uncle took the papers.");
    analyst.press("form[action$='/codes'] button");
    assertThat(analyst.page().locator("[action*='/codes/']").count()).isEqualTo(1);
    select(analyst, 71, 92);
    analyst.page().locator("#theme").selectOption("recruitment");
    analyst.press("form[action$='/codes'] button");
    select(analyst, 40, 60);
    assertThat(analyst.page().inputValue("#quote")).isEqualTo("papers. The bus left");
    analyst.page().locator("#theme").selectOption("money");
    analyst.press("form[action$='/codes'] button");
    marked(analyst);
    isSound(analyst);
    analyst.press("form[action$='/coded'] button");
    assertThat(analyst.page().locator("[action*='/codes/']").count()).isZero();
    isSound(analyst);
  }

  /** The project file is exported and imported; a file that is not a project is rejected. */
  private static void exchange(Visitor analyst, String at) {
    analyst.go(at);
    analyst.press("a[href$='/exchange']");
    isSound(analyst);
    Download download =
        analyst.page().waitForDownload(() -> analyst.one("a[href$='/export.qdpx']").click());
    assertThat(download.suggestedFilename()).matches("diagnosis-[0-9-]{10}\\.qdpx");
    String send = "form[action$='/exchange'] button";
    FilePayload bad =
        new FilePayload("x.qdpx", "application/zip", "<html/>".getBytes(StandardCharsets.UTF_8));
    analyst.page().locator("#file").setInputFiles(bad);
    analyst.leads(() -> analyst.one(send).click());
    assertThat(analyst.page().locator("#file-error").count()).isEqualTo(1);
    isSound(analyst);
    analyst.page().locator("#file").setInputFiles(download.path());
    analyst.press(send);
    assertThat(analyst.page().locator(".notice.good").innerText())
        .as("three codes of a transcript that is done")
        .contains("3");
    isSound(analyst);
  }

  /** Selects characters of the transcript, across marks. */
  private static void select(Visitor analyst, int from, int to) {
    select(analyst, from, to, "#near");
  }

  static void select(Visitor analyst, int from, int to, String near) {
    analyst
        .page()
        .evaluate(
            """
            ([from, to]) => {
              const said = document.querySelector('.transcript');
              const at = wanted => {
                const texts = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
                let left = wanted;
                for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                  if (left < text.length || (left === text.length && wanted === to)) return [text, left];
                  left -= text.length;
                }
              };
              getSelection().setBaseAndExtent(...at(from), ...at(to));
            }
            """,
            List.of(from, to));
    analyst
        .page()
        .waitForCondition(() -> analyst.page().inputValue(near).equals(String.valueOf(from)));
  }

  /** The transcript is unchanged, and each code is where it was selected. */
  private static void marked(Visitor analyst) {
    assertThat(analyst.page().locator(".transcript").textContent()).isEqualTo(SAID);
    assertThat(analyst.page().locator(".transcript mark").allTextContents())
        .containsExactly("An uncle took the ", "papers.", " The bus left", "They came on Sundays.");
    assertThat(analyst.page().locator("#at-71").textContent())
        .as("the second time that it is said")
        .isEqualTo("They came on Sundays.");
    assertThat(analyst.page().locator("#at-40").getAttribute("aria-describedby"))
        .isEqualTo("code-1 code-2");
    assertThat(analyst.page().locator("#code-2").innerText())
        .isEqualTo(analyst.page().locator("#theme option[value=money]").innerText());
  }

  /** A colleague is added and removed. */
  @Test
  void theTeamChanges() {
    try (Visitor analyst = Visitor.in(Device.PHONE, "milica.most", "sr-Latn")) {
      analyst.go("/understand/diagnoses/new");
      analyst.page().fill("#title", "A team of two");
      analyst.page().fill("#question", "?");
      analyst.page().fill("#scope", "-");
      analyst.page().fill("#sites", "A town");
      analyst.press("form[action='/understand/diagnoses'] button.primary");
      assertThat(analyst.page().locator("form[action$='/remove']").count())
          .as("the last one stays")
          .isZero();
      analyst.page().locator("details:has(#colleague) summary").click();
      analyst.page().locator("#colleague").selectOption(new SelectOption().setIndex(1));
      analyst.press("form[action$='/team'] button");
      assertThat(analyst.page().locator("form[action$='/remove']").count()).isEqualTo(2);
      isSound(analyst);
      analyst.confirm("li:nth-child(2) form[action$='/remove']");
      assertThat(analyst.page().locator("form[action$='/remove']").count()).isZero();
    }
  }

  private static void erase(Visitor analyst) {
    analyst.page().locator("details:has([name=sure]) summary").click();
    analyst.leads(() -> analyst.one("form[action$='/withdraw'] button").click());
    assertThat(analyst.page().locator(".transcript").count())
        .as("nothing is erased without the tick")
        .isEqualTo(1);
    isSound(analyst);
    analyst.page().check("[name=sure]");
    analyst.press("form[action$='/withdraw'] button");
    assertThat(analyst.page().locator(".notice.good").count()).isEqualTo(1);
    assertThat(analyst.text()).doesNotContain("uncle").doesNotContain("Heron");
    isSound(analyst);
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
