package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * The yearly cycle in two roles: the programme manager writes at a desk, the members of the
 * committee read, return and approve on a phone.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class YearlyCycleTest {
  private static final List<String> MEMBERS =
      List.of("helene.most", "paul.most", "ines.most", "karim.most", "lea.most");

  @Test
  void fromTheDraftOverAReturnToTheFrozenReport() {
    String at;
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go("/steer/cycle");
      manager.page().selectOption("#kind", "REPORT");
      manager.page().fill("#year", "2017");
      manager.press("form[action='/steer/cycle'] button.primary");
      at = manager.path();
      assertThat(manager.heading()).isEqualTo("Report for 2017");
      submit(manager);
      manager.isContent();
    }
    try (Visitor member = Visitor.in(Device.PHONE, "ines.most", "fr")) {
      member.go("/");
      assertThat(member.text()).contains("Bilan 2017");
      member.go(at);
      member.comesBack("button[value=return]");
      assertThat(member.page().locator(".field-error").count()).isEqualTo(1);
      member.page().fill("#reason", "La renovation des guides manque.");
      member.press("button[value=return]");
      assertThat(member.text()).contains("renvoyé");
      member.isContent();
    }
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go(at);
      assertThat(manager.text()).contains("La renovation des guides manque.");
      manager.go(at + "/sections/overview");
      String text = manager.page().inputValue("#text\\.en");
      manager.page().fill("#text\\.en", text + " The guides were renewed.");
      manager.press("form[action$='/sections/overview'] button.primary");
      assertThat(manager.text())
          .as("the French and Serbian texts are older now")
          .contains("a text is missing or older");
      manager.go(at + "/sections/overview");
      manager.page().check("input[name=fits]");
      manager.press("form[action$='/sections/overview'] button.primary");
      submit(manager);
      manager.isContent();
    }
    for (String login : MEMBERS) {
      try (Visitor member = Visitor.in(Device.PHONE, login, "sr-Cyrl")) {
        member.go(at);
        member.press("button[value=approve]");
        member.isContent();
      }
    }
    try (Visitor member = Visitor.in(Device.PHONE, "lea.most", "en")) {
      member.go(at);
      assertThat(member.one("code.digest").innerText()).matches("[0-9a-f]{64}");
      assertThat(member.page().locator(".seats .badge.good").count()).isEqualTo(5);
      assertThat(member.page().locator("button[value=approve]").count()).isZero();
    }
  }

  private static void submit(Visitor manager) {
    LocalDate session = LocalDate.now(ZoneId.of("Europe/Belgrade")).plusDays(4);
    manager.page().fill("#session", session.toString());
    manager.press("form[action$='/submit'] button.primary");
    assertThat(manager.text()).contains("before the committee");
  }
}
