package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** A study from the choice of cases to the signature, and what others then see. */
@ExtendWith(Chromium.class)
@Tag("long")
class EstimationTest {
  @Test
  void aStudyFromTheChoiceToTheSignatureOnADesktopInFrench() {
    String path;
    try (Visitor analyst = Visitor.in(Device.DESKTOP, "tamara.most", "fr")) {
      path = Studying.study(analyst);
      assertThat(analyst.text())
          .contains("Listes indépendantes", "non signée", "moins de", "empreinte")
          .doesNotContain("No estimate", "lower bound", "NaN", "⟦");
      assertThat(EveryPageTest.problems(analyst)).isEmpty();
      // users who steer do not see an unsigned study
      try (Visitor member = Visitor.in(Device.PHONE, "lea.most", "fr")) {
        assertThat(member.go(path)).isEqualTo(404);
      }
      // without its judgements it is not signed, and the input is kept
      analyst.page().fill("#conclusion", "De 150 à 900 personnes, sous réserve.");
      analyst.comesBack("form[action$='/sign'] button.primary");
      assertThat(analyst.page().locator(".field-error").count()).isEqualTo(11);
      assertThat(analyst.page().inputValue("#conclusion")).startsWith("De 150 à 900");
      assertThat(EveryPageTest.problems(analyst)).isEmpty();
      Studying.judge(analyst, "Une longue période, et des organismes qui s’orientent des cas.");
      analyst.page().check("#name");
      analyst.press("form[action$='/sign'] button.primary");
      assertThat(analyst.path()).isEqualTo(path);
      assertThat(analyst.text()).contains("Signée par", "douteuse", "De 150 à 900 personnes");
      assertThat(analyst.page().locator("form[action$='/sign']").count()).isZero();
      analyst.press("form[action$='/repeat'] button");
      Studying.waitUntilItEnds(analyst);
      analyst.press("#work a.btn.primary");
      assertThat(analyst.text()).contains("Identique au dernier chiffre près");
    }
    String estimate = published(path);
    for (Device device : new Device[] {Device.PHONE, Device.DESKTOP}) {
      try (Visitor anybody = Visitor.stranger(device, ColorScheme.LIGHT)) {
        anybody.go("/language/fr?to=/figures");
        anybody.go(estimate);
        assertThat(anybody.text()).contains("Hypothèses", "Arrondi", "douteuse");
        anybody.picture("estimate-public-" + device);
        assertThat(Looked.at(anybody)).isEmpty();
      }
    }
    try (Visitor member = Visitor.in(Device.PHONE, "lea.most", "sr-Cyrl")) {
      member.go("/understand/estimation");
      member.press(".rows a.title");
      assertThat(member.text()).contains("Потпис:", "сумњиво", "Независне листе");
      assertThat(EveryPageTest.problems(member)).isEmpty();
      assertThat(member.page().locator("main form").count()).isZero();
    }
  }

  /** Two programme managers publish the estimate of a method; returns its public page. */
  private static String published(String study) {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "fr")) {
      manager.go(study);
      manager.press("main a[href^='/steer/estimates/']");
      String path = manager.path();
      manager
          .page()
          .locator("input[name=method]")
          .first()
          .check(new Locator.CheckOptions().setForce(true));
      manager.press("main form[method=get] button.btn");
      manager.picture("estimate-asked");
      assertThat(Looked.at(manager)).isEmpty();
      manager.press("main form[method=post] button.primary");
      try (Visitor second = Visitor.in(Device.PHONE, "sofija.most", "fr")) {
        second.go(path);
        assertThat(Looked.at(second)).isEmpty();
        second.go("/house/approvals");
        second.press("li:has(a[href='" + path + "']) form[action$='/approve'] button");
      }
      manager.go(path);
      assertThat(Looked.at(manager)).isEmpty();
      return manager.page().getAttribute("main a[href^='/figures/estimates/']", "href");
    }
  }

  @Test
  void onAPhoneInSerbianWhatCannotBeAnsweredIsRefusedInWords() {
    try (Visitor analyst = Visitor.in(Device.PHONE, "tamara.most", "sr-Cyrl")) {
      analyst.go("/understand/estimation/new");
      analyst.page().fill("#from", "2001-01-01");
      analyst.page().fill("#until", "2000-01-01");
      analyst.comesBack("main form button.primary");
      assertThat(analyst.text()).contains("Период се завршава пре него што почне.");
      assertThat(EveryPageTest.problems(analyst)).isEmpty();
      analyst.page().fill("#until", "2001-02-01");
      analyst.page().selectOption("#basis", "agreement");
      analyst.page().fill("#reason", "Проба");
      analyst.press("main form button.primary");
      analyst.page().waitForSelector("#work .notice.danger");
      assertThat(analyst.text()).contains("Мање од два списа одговара овом избору");
      assertThat(EveryPageTest.problems(analyst)).isEmpty();
    }
  }
}
