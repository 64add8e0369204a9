package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * A child gets a guardian, a panel determines best interests, and the durable solution is decided.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class ChildToSolutionTest {
  @ParameterizedTest
  @CsvSource({"en, PHONE", "fr, DESKTOP", "sr-Latn, PHONE"})
  void aChildIsAccompaniedToADurableSolution(String language, Device device) {
    try (Visitor manager = Visitor.in(device, "jelena.most", language)) {
      String file = child(manager, "Sparrow " + language);
      guardian(manager, file);
      solution(manager, file);
      String solution = manager.path();
      manager.comesBack("form[action$='/decide'] button");
      assertThat(manager.page().locator(".field-error").count()).isPositive();
      isSound(manager);
      Panels.find(manager, file, "integration");
      isSound(manager);
      manager.go(file + "/determinations");
      assertThat(manager.page().locator(".badge.good").count()).isEqualTo(1);
      isSound(manager);
      manager.go(solution);
      while (manager.page().locator("a[href*='/points/']").count() > checked(manager)) {
        check(manager);
      }
      assertThat(manager.page().locator("li .badge.good").count())
          .as("best interests, guardian and five points")
          .isEqualTo(7);
      isSound(manager);
      manager.press("form[action$='/decide'] button");
      assertThat(manager.page().locator(".lede .badge.good").count()).isEqualTo(1);
      isSound(manager);
      manager.go(file);
      isSound(manager);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "sr-Cyrl, PHONE"})
  void aGuardianBecomesASuspect(String language, Device device) {
    String file;
    try (Visitor manager = Visitor.in(device, "jelena.most", language)) {
      file = child(manager, "Finch " + language);
      guardian(manager, file);
      manager.press("a[href$='/suspect']");
      isSound(manager);
      manager.page().fill("#words", "A neighbour saw him take the money");
      manager.press("form[action$='/suspect'] button.danger");
      assertThat(manager.page().locator(".notice.danger ol li").count()).isEqualTo(4);
      isSound(manager);
      manager.go(file);
      assertThat(manager.page().locator(".notice.danger").count()).isPositive();
      isSound(manager);
    }
    try (Visitor supervisor = Visitor.in(device, "vesna.most", language)) {
      supervisor.go(file + "/guardians");
      supervisor.press("a[href$='/lift']");
      isSound(supervisor);
      supervisor.page().fill("#words", "It was another man");
      supervisor.press("form[action$='/lift'] button.primary");
      assertThat(supervisor.page().locator(".notice.danger").count()).isZero();
    }
  }

  private static String child(Visitor manager, String name) {
    manager.go("/protect/cases/new");
    manager.beginsAnew();
    manager.page().selectOption("#country", "RS");
    manager.page().selectOption("#how_came", "self");
    manager.page().fill("#pseudonym", name);
    manager.page().fill("#name", name);
    manager.page().check("[name=might_be_minor][value=yes]");
    manager.press("form[action='/protect/cases'] button.primary");
    return manager.path().replaceAll("(/protect/cases/[0-9a-f-]{36}).*", "$1");
  }

  private static void guardian(Visitor manager, String file) {
    manager.go(file + "/guardians");
    isSound(manager);
    manager.go(file + "/guardians/new");
    isSound(manager);
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    manager.page().fill("#name", "Centre for social work");
    manager.page().fill("#authority", "Guardianship court");
    manager.page().fill("#decided_on", today);
    manager.page().fill("#verified", "The decision was seen");
    manager.press("form[action$='/guardians'] button.primary");
    assertThat(manager.page().locator(".badge.good").count()).isEqualTo(1);
    isSound(manager);
  }

  private static void solution(Visitor manager, String file) {
    manager.go(file + "/solutions/new");
    isSound(manager);
    manager.page().check("input[name=kind][value=integration]");
    manager.press("form[action$='/solutions'] button.primary");
    isSound(manager);
  }

  /** Number of points with an entry. */
  private static int checked(Visitor manager) {
    return manager.page().locator("li:has(.badge.good) a[href*='/points/']").count();
  }

  private static void check(Visitor manager) {
    Locator open = manager.page().locator("li:has(.badge.warn) a[href*='/points/']").first();
    manager.press("a[href='" + open.getAttribute("href") + "']");
    manager.page().fill("#whose", "N. Savić, social worker");
    manager.page().fill("#words", "Papers seen");
    isSound(manager);
    manager.press("form[action*='/points/'] button.primary");
  }

  private static void isSound(Visitor visitor) {
    assertThat(Looked.at(visitor)).isEmpty();
  }
}
