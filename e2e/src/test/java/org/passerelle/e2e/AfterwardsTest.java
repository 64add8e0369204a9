package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * After a person is safe: missed contacts reach the supervisor, a warning sign reopens a closed
 * case, a photograph is deleted when agreed, and compensation owed is added up.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class AfterwardsTest {
  private final List<String> found = new ArrayList<>();

  private void look(Visitor who) {
    found.addAll(Looked.at(who));
  }

  private static String named(String name) {
    return name + " " + System.nanoTime();
  }

  private static String day(int ahead) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(ahead).toString();
  }

  @Test
  void whoeverIsNotReachedIsBeforeTheSupervisorAndASignOpensTheCaseAgain() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "sr-Cyrl");
        Visitor supervisor = Visitor.in(Device.DESKTOP, "vesna.most", "fr")) {
      String at = Casework.open(manager, named("Rada")).at();
      manager.go(at);
      String code = manager.one(".over .code").innerText();
      plan(manager, at);
      for (int times = 0; times < 2; times++) {
        manager.press("form[action$='/in-vain'] button");
      }
      look(manager);
      supervisor.go("/protect/follow-ups");
      assertThat(supervisor.text()).contains(code);
      look(supervisor);

      manager.go(at + "/closing");
      look(manager);
      manager.page().selectOption("#reason", "goals_reached");
      manager.page().fill("#follow_up", day(1));
      manager.page().fill("#why", "She lives with her aunt, and calls every week");
      manager.press("form[action$='/closing'] button.primary");
      manager.go(at);
      assertThat(manager.page().locator("form[action$='/reopen']").count()).isOne();
      look(manager);

      manager.go(at + "/follow-ups");
      manager.press("ul.rows li:has(.deadline) a.title");
      manager.press("form[action$='/tell'] button.primary");
      manager.page().check("[name='q-contact_kind'][value=in_person]");
      manager.page().check("[name='q-signs_again'][value=debt]");
      look(manager);
      manager.press("button[name=action][value=hand-in]");
      manager.go(at);
      assertThat(manager.page().locator("form[action$='/reopen']").count()).isZero();
      look(manager);
      supervisor.go("/protect/follow-ups");
      supervisor.press("section[aria-labelledby=urgent] li:has-text('" + code + "') a.title");
      look(supervisor);
      supervisor.press("form[action$='/seen'] button");
      assertThat(found).isEmpty();
    }
  }

  /** Plans a call for today and opens it. */
  private void plan(Visitor manager, String at) {
    manager.go(at + "/follow-ups/new");
    manager.page().fill("#due", day(0));
    manager.press("form[action$='/follow-ups'] button.primary");
    manager.press("ul.rows a.title");
    look(manager);
  }

  @Test
  void aPhotographIsKeptSeenAndDestroyedWhenItsConsentIsWithdrawn() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "fr")) {
      String at = Casework.open(manager, named("Vida")).at() + "/photographs";
      manager.go(at);
      look(manager);
      manager.page().setInputFiles("#file", Paper.photograph());
      manager.page().selectOption("#explained_in", "sr");
      manager.press("form[action$='/photographs'] button.primary");
      assertThat(manager.page().locator("main img").count()).as("no list shows one").isZero();
      look(manager);
      manager.press("ul.rows .actions a.btn");
      manager
          .page()
          .waitForFunction("() => document.querySelector('img.photograph').naturalWidth > 0");
      look(manager);
      manager.go(at);
      manager.one("details.asked summary").click();
      manager.press("form[action$='/withdraw'] button");
      assertThat(manager.text()).contains(Said.in("fr").of("photograph.withdrawn"));
      assertThat(manager.page().locator("ul.rows .actions a.btn").count()).isZero();
      look(manager);
      assertThat(found).isEmpty();
    }
  }

  @Test
  void theNationalCoordinatorSeesWhatIsOwedAndALastDayStandsBesideAClaim() {
    try (Visitor coordinator = Visitor.in(Device.DESKTOP, "sanja.contact-rs", "fr");
        Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "sr-Cyrl")) {
      coordinator.go("/protect/compensation");
      assertThat(coordinator.page().locator("table.figures-table").count()).isPositive();
      look(coordinator);
      Object csv =
          coordinator
              .page()
              .evaluate("async () => (await fetch('/protect/compensation/figures.csv')).text()");
      assertThat(csv.toString()).startsWith("country,route,currency,claims");

      String at = Casework.open(manager, named("Nada")).at() + "/compensation";
      manager.go(at + "/new");
      manager.page().check("[name=route][value=state_fund]");
      manager.page().selectOption("#country", "FR");
      manager.page().selectOption("#currency", "EUR");
      manager.page().fill("#offence", day(-400));
      look(manager);
      manager.press("form[action$='/compensation'] button.primary");
      assertThat(manager.text()).contains("706-5", Said.in("sr").of("compensation.limit.caution"));
      look(manager);
      assertThat(found).isEmpty();
    }
  }
}
