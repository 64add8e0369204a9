package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** Passages of interviews, shown beside the actors they are about. */
@ExtendWith(Chromium.class)
@Tag("long")
class PassageInNetworkTest {
  /** A passage is linked to an actor and to a new tie, and shown beside both in the network. */
  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "fr, PHONE"})
  void aPassageIsReadInTheNetwork(String language, Device device) {
    try (Visitor analyst = Visitor.in(device, "tamara.most", language)) {
      analyst.go("/understand/diagnoses");
      analyst.press(".rows a.title:has-text('Сезонски рад')");
      String at = analyst.path();
      assertThat(analyst.page().locator("a[href$='/dossier']:has-text('Савски коридор')").count())
          .isEqualTo(1);
      network(analyst, "Otters " + language);
      analyst.go(at);
      isSound(analyst);
      analyst.press(".rows a.title:has-text('Храст')");
      String interview = analyst.path();
      analyst.press("nav.views a:has-text('Otters " + language + "')");
      String send = "form[action$='/statements'] button";
      analyst.leads(() -> analyst.one(send).click());
      assertThat(analyst.page().locator(".field-error").count()).isEqualTo(2);
      isSound(analyst);
      DiagnosisTest.select(analyst, 0, 19, "#passage-near");
      String passage = analyst.page().inputValue("#passage");
      assertThat(passage).isEqualTo("У Италију сам дошао");
      assertThat(analyst.page().inputValue("#quote")).as("both forms").isEqualTo(passage);
      analyst.page().fill("#person", "Somebody else");
      analyst.leads(() -> analyst.one(send).click());
      assertThat(analyst.page().locator("#person-error").count()).isEqualTo(1);
      analyst.page().fill("#person", "Otter");
      analyst.press(send);
      isSound(analyst);
      analyst.press("a.title[href*='selected=']:has-text('Otter')");
      assertThat(analyst.page().locator("[data-said]").innerText()).contains(passage, "Храст");
      isSound(analyst);
      analyst.press("[data-said] a");
      assertThat(analyst.path()).isEqualTo(interview);
      tie(analyst, interview, "Otters " + language);
    }
  }

  private static void tie(Visitor analyst, String interview, String network) {
    analyst.press("nav.views a:has-text('" + network + "')");
    DiagnosisTest.select(analyst, 20, 38, "#passage-near");
    analyst.page().fill("#person", "Otter");
    analyst.page().fill("#other", "Heron");
    analyst.page().fill("#kind", "kinship");
    analyst.press("form[action$='/statements'] button");
    analyst.press("a.title[href*='selected=']:has-text('kinship')");
    assertThat(analyst.page().locator(".panel .facts").innerText()).contains(" 5");
    assertThat(analyst.page().locator("[data-said] blockquote").count()).isEqualTo(1);
    isSound(analyst);
    analyst.go(interview);
    String own = "li:has(form[action*='/statements/']):has-text('" + network + "')";
    assertThat(analyst.page().locator(own).count()).isEqualTo(2);
    analyst.confirm(own + ":has-text('kinship') form");
    assertThat(analyst.page().locator(own).count()).isEqualTo(1);
    analyst.confirm(own + " form");
    assertThat(analyst.page().locator(own).count()).isZero();
  }

  /** A network of two, created from the page of the diagnosis. */
  private static void network(Visitor analyst, String title) {
    analyst.press("a[href*='/networks/new?diagnosis=']");
    assertThat(analyst.page().inputValue("#diagnosis")).isNotEmpty();
    analyst.page().fill("#title", title);
    analyst.page().fill("#question", "Who decides?");
    analyst.press("form[action='/understand/networks'] button.primary");
    String network = analyst.path();
    for (String label : List.of("Otter", "Heron")) {
      analyst.go(network + "/actors/new");
      analyst.page().fill("#label", label);
      analyst.press("form.form button.primary");
    }
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
