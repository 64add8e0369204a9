package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** The same person in two scripts: found on saving, compared side by side, answered, undone. */
@ExtendWith(Chromium.class)
@Tag("long")
class SamePersonTest {

  @ParameterizedTest
  @CsvSource({
    "en, PHONE, Xhevrije Krasniqi, Џеврије Красничи, 1991-02-08, 1991-08-02",
    "fr, DESKTOP, Αγγελική Μπότσαρη, Angeliki Botsari, 1988-11-03, 1988-11-03",
    "sr-Cyrl, PHONE, Ђурђица Њежић, Djurdjica Njezic, 1979-05-30, 1979"
  })
  void twoFilesOfOnePerson(
      String language, Device device, String one, String other, String born, String bornToo) {
    try (Visitor manager = Visitor.in(device, "jelena.most", language)) {
      String first = open(manager, one, born);
      String second = open(manager, other, bornToo);
      assertThat(manager.page().locator("form[action='" + second + "/others'] button").count())
          .as("the case says so at once")
          .isEqualTo(1);
      isSound(manager);
      manager.press("form[action='" + second + "/others'] button");
      assertThat(manager.path()).isEqualTo(second + "/others");
      isSound(manager);
      manager.press("form[action$='/compare'] button");
      assertThat(manager.text()).contains(one, other);
      isSound(manager);

      manager.leads(() -> manager.one("form[action$='/answer'] button.primary").click());
      assertThat(manager.page().locator(".field-error").count()).as("both are asked").isEqualTo(2);
      isSound(manager);
      manager.page().check("[name=answer][value=same]");
      manager.page().fill("#reason", "She told both stories herself");
      manager.press("form[action$='/answer'] button.primary");
      assertThat(manager.page().locator(".notice.good").count()).isEqualTo(1);
      assertThat(manager.page().locator("form[action$='/back'] button").count()).isEqualTo(1);
      isSound(manager);
      manager.press("form[action$='/back'] button");
      assertThat(manager.page().locator("form[action$='/compare'] button").count()).isEqualTo(1);

      manager.go("/protect/recognition");
      isSound(manager);
      manager.go("/protect/cases");
      manager
          .page()
          .evaluate(
              "name => document.querySelector('form.search input[name=q]').value = name",
              one.substring(one.indexOf(' ') + 1));
      manager.leads(
          () -> manager.page().evaluate("document.querySelector('form.search').submit()"));
      assertThat(manager.page().locator("a[href='" + first + "']").count()).isPositive();
      assertThat(manager.page().locator("a[href='" + second + "']").count()).isPositive();
    }
  }

  @Test
  void aSupervisorLooksThroughAllFiles() {
    try (Visitor supervisor = Visitor.in(Device.DESKTOP, "vesna.most", "en")) {
      supervisor.go("/protect/recognition");
      isSound(supervisor);
      supervisor.press("form[action='/protect/recognition/look'] button");
      supervisor.page().waitForSelector(".badge.good");
      assertThat(supervisor.text()).contains("new pair");
      supervisor.go("/protect/recognition");
      assertThat(supervisor.text()).contains("How good the review is");
      isSound(supervisor);
    }
  }

  private static String open(Visitor manager, String name, String born) {
    manager.go("/protect/cases/new");
    manager.beginsAnew();
    manager.page().selectOption("#country", "RS");
    manager.page().selectOption("#how_came", "self");
    manager.page().fill("#name", name);
    manager.page().fill("#birth", born);
    manager.page().check("[name=might_be_minor][value=no]");
    manager.press("form[action='/protect/cases'] button.primary");
    return new Casework(manager).at();
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
