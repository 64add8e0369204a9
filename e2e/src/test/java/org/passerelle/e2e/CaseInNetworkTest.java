package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** Data of a case are added to a network, and removed again. */
@ExtendWith(Chromium.class)
@Tag("long")
class CaseInNetworkTest {
  /**
   * Care data are added on a legal basis for investigation, case by case, and are removed with it.
   */
  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "fr, PHONE"})
  void aCaseEntersOnAConsentAndGoesWithIt(String language, Device device) {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en");
        Visitor prosecutor = Visitor.in(device, "milan.tuzilastvo", language)) {
      Networking.begin(prosecutor, "A case " + language);
      String at = prosecutor.path();
      int before = offers(prosecutor, at);
      Casework work = Casework.open(manager, "Marten " + language);
      work.consent("Belgrade|Београд", "prosecution", List.of("case"));
      assertThat(offers(prosecutor, at)).isEqualTo(before + 1);
      isSound(prosecutor);
      manager.go(work.at());
      String code = manager.page().locator("main .code").first().innerText();
      prosecutor.press("li:has(.code:text-is('" + code + "')) form[action$='/cases'] button");
      prosecutor.page().waitForSelector(Networking.DRAWN);
      assertThat(prosecutor.page().textContent("[data-panel] h2")).isEqualTo("V-1");
      assertThat(prosecutor.page().locator("main").textContent())
          .doesNotContain("Marten")
          .doesNotContain(code);
      isSound(prosecutor);
      manager.go(work.at() + "/history");
      assertThat(manager.text()).contains("received coded facts for an investigation");
      manager.go(work.at() + "/consents");
      withdraw(manager);
      prosecutor.go(at);
      assertThat(prosecutor.page().locator(".workbench").count())
          .as("nothing of the case is left in the network")
          .isZero();
    }
  }

  private static void withdraw(Visitor manager) {
    manager.page().locator("[data-dialog^=w-]").first().click();
    manager.press("dialog[open] button.primary, dialog[open] button.danger");
  }

  private static int offers(Visitor prosecutor, String at) {
    prosecutor.go(at + "/cases");
    return prosecutor.page().locator("form[action$='/cases']").count();
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
