package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** A diagnosis: an analyst enters interviews, and erases one whose consent is withdrawn. */
@ExtendWith(Chromium.class)
class DiagnosisTest {
  private static final String SAID =
      "They came on Sundays. An uncle took the papers. The bus left at night.";

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
    assertThat(analyst.page().locator(".field-error").count()).isEqualTo(5);
    isSound(analyst);
    analyst.page().check("[name=consent][value=spoken]");
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
    analyst
        .page()
        .evaluate(
            """
            () => { const text = document.querySelector('.transcript').firstChild;
              getSelection().setBaseAndExtent(text, 22, text, 47); }
            """);
    analyst.page().waitForCondition(() -> analyst.page().inputValue("#near").equals("22"));
    assertThat(analyst.page().inputValue("#quote")).isEqualTo("An uncle took the papers.");
    analyst.press("form[action$='/codes'] button");
    assertThat(analyst.page().locator("[action*='/codes/']").count()).isEqualTo(1);
    isSound(analyst);
    analyst.press("form[action$='/coded'] button");
    assertThat(analyst.page().locator("[action*='/codes/']").count()).isZero();
    isSound(analyst);
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
