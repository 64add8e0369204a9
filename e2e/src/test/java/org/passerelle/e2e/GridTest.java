package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** Trafficking or delinquency: a prosecutor gathers evidence and records a conclusion. */
@ExtendWith(Chromium.class)
@Tag("long")
class GridTest {

  @ParameterizedTest
  @CsvSource({"en, PHONE", "fr, DESKTOP", "sr-Cyrl, PHONE"})
  void evidenceAndAConclusionByName(String language, Device device) {
    try (Visitor prosecutor = Visitor.in(device, "milan.tuzilastvo", language)) {
      prosecutor.go("/understand/grids");
      isSound(prosecutor);
      prosecutor.go("/understand/grids/new");
      isSound(prosecutor);
      prosecutor.leads(
          () -> prosecutor.one("form[action='/understand/grids'] button.primary").click());
      assertThat(prosecutor.page().locator(".field-error").count()).isEqualTo(3);
      prosecutor.page().check("[name=subject][value=person]");
      prosecutor.page().check("[name=minor][value=not_sure]");
      prosecutor.page().fill("#title", "Finch " + language);
      prosecutor.page().fill("#question", "Eleven pickpocketings in a month");
      prosecutor.press("form[action='/understand/grids'] button.primary");
      isSound(prosecutor);
      String at = prosecutor.path();
      enter(prosecutor, "act", "for", "Two adults bring them by car each morning (officer B.)");
      enter(prosecutor, "purpose", "for", "The takings are handed over at noon (video)");
      enter(prosecutor, "means", "against", "Nobody forces me (their own word)");
      isSound(prosecutor);
      conclude(prosecutor, "none_so_far", "not_now");
      prosecutor.leads(() -> prosecutor.one("form[action$='/conclude'] button").click());
      assertThat(prosecutor.page().locator(".field-error").count())
          .as("they might be a minor: no means is needed")
          .isPositive();
      isSound(prosecutor);
      conclude(prosecutor, "signs", "applies");
      prosecutor.press("form[action$='/conclude'] button");
      assertThat(prosecutor.path()).isEqualTo(at);
      assertThat(prosecutor.page().locator(".notice.good").count()).isEqualTo(1);
      isSound(prosecutor);
    }
  }

  private static void enter(Visitor prosecutor, String question, String side, String evidence) {
    String form = "details:has([name='side-" + question + "']) ";
    prosecutor.page().locator(form + "summary").click();
    prosecutor.page().check("[name=side-" + question + "][value=" + side + "]");
    prosecutor.page().fill("#evidence-" + question, evidence);
    prosecutor.press(form + "form button");
  }

  private static void conclude(Visitor prosecutor, String conclusion, String punishment) {
    if (!prosecutor.page().locator("#reasons").isVisible()) {
      prosecutor.page().locator("details:has(#reasons) summary").click();
    }
    prosecutor.page().check("[name=conclusion][value=" + conclusion + "]");
    prosecutor.page().check("[name=non_punishment][value=" + punishment + "]");
    prosecutor.page().fill("#reasons", "Direction by adults, proceeds handed over");
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
