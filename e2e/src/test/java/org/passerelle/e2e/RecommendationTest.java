package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** Recommendations of field research: made by the team, answered by a programme manager. */
@ExtendWith(Chromium.class)
@Tag("long")
class RecommendationTest {
  /** The team makes one, the programme manager answers twice, the team reads the answer. */
  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "fr, PHONE"})
  void aRecommendationIsAnsweredAndTheTeamReadsIt(String language, Device device) {
    String asked = "Interpreters at the border at night (" + language + ")";
    try (Visitor analyst = Visitor.in(device, "tamara.most", language);
        Visitor manager = Visitor.in(device, "claire.most", language)) {
      analyst.go("/understand/diagnoses");
      analyst.press(".rows a.title:has-text('Сезонски рад')");
      String at = analyst.path();
      analyst.press("a[href$='/recommendations/new']");
      analyst.leads(() -> analyst.one("form[action$='/recommendations'] button").click());
      assertThat(analyst.page().locator(".field-error").count()).isEqualTo(1);
      isSound(analyst);
      analyst.page().fill("#says", asked);
      analyst.page().locator("#theme").selectOption("transport");
      analyst.press("form[action$='/recommendations'] button");
      assertThat(analyst.page().locator("li:has-text('" + asked + "') .badge.warn").count())
          .isEqualTo(1);
      isSound(analyst);
      manager.go("/");
      manager.press("main a[href='/understand/recommendations']");
      isSound(manager);
      answer(manager, asked);
      analyst.go(at);
      analyst.press("a.title:has-text('" + asked + "')");
      assertThat(analyst.text()).contains("From June").contains("No money this year");
      assertThat(analyst.page().locator("form[action^='/understand/recommendations']").count())
          .isZero();
      isSound(analyst);
      analyst.press(".facts a[href*='/steer/register/measure/']");
      assertThat(manager.go(at)).as("and nothing else of the diagnosis").isEqualTo(404);
    }
  }

  private static void answer(Visitor manager, String asked) {
    manager.press("a.title:has-text('" + asked + "')");
    String recommendation = manager.path();
    isSound(manager);
    String send = "form[action='" + recommendation + "'] button";
    manager.page().check("[name=as][value=declined]");
    manager.leads(() -> manager.one(send).click());
    assertThat(manager.page().locator(".field-error").count()).isEqualTo(1);
    isSound(manager);
    manager.page().fill("#reason", "No money this year");
    manager.press(send);
    assertThat(manager.text()).contains("No money this year");
    isSound(manager);
    manager.page().locator("details:has([name=as]) summary").click();
    manager.page().check("[name=as][value=taken-up]");
    manager.page().locator("#measure").selectOption("prevention-1-1");
    manager.page().fill("#reason", "From June");
    manager.press(send);
    assertThat(manager.page().locator(".badge.good").count()).isEqualTo(1);
    isSound(manager);
    manager.press(".facts a[href*='/steer/register/measure/']");
    assertThat(manager.page().locator("a[href='" + recommendation + "']").count())
        .as("the measure names it")
        .isEqualTo(1);
    isSound(manager);
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
