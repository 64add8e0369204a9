package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A case manager's actions on a case. */
final class Casework {
  /** Health care, requested from the clinic. */
  static final String CLINIC = "klinika|clini|клиника";

  private final Visitor manager;
  private final String at;

  /** For the case whose page is open. */
  Casework(Visitor manager) {
    this.manager = manager;
    this.at = manager.path().replaceAll("(/protect/cases/[0-9a-f-]{36}).*", "$1");
    assertThat(at).matches("/protect/cases/[0-9a-f-]{36}");
  }

  /** Opens a case without a screening. */
  static Casework open(Visitor manager, String name) {
    manager.go("/protect/cases/new");
    manager.beginsAnew();
    manager.page().selectOption("#country", "RS");
    manager.page().selectOption("#how_came", "self");
    manager.page().fill("#pseudonym", name);
    manager.page().fill("#name", name);
    manager.page().check("[name=might_be_minor][value=no]");
    manager.press("form[action='/protect/cases'] button.primary");
    return new Casework(manager);
  }

  String at() {
    return at;
  }

  /** Records the person's consent to health care by a recipient. */
  void consent(String recipient) {
    consent(recipient, "health_care", List.of("identity", "health", "narrative", "case"));
  }

  /** The same for another purpose and other categories of data. */
  void consent(String recipient, String purpose, List<String> categories) {
    manager.go(at + "/consents/new");
    manager.page().selectOption("#purpose", purpose);
    choose("#recipient", recipient);
    for (String category : categories) {
      manager.page().check("[name=categories][value=" + category + "]");
    }
    manager.page().selectOption("#capacity", "adult");
    manager.page().selectOption("#explained_in", "sr");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    manager.page().fill("#from", today.toString());
    manager.page().fill("#until", today.plusDays(60).toString());
    manager.press("form[action$='/consents'] button.primary");
    assertThat(manager.path()).endsWith("/consents");
  }

  /** Refers to a recipient for medical care; returns the path of the referral. */
  String refer(String recipient) {
    manager.go(at + "/referrals/new");
    manager.page().selectOption("#service", "medical_care");
    choose("#recipient", recipient);
    manager.page().selectOption("#purpose", "health_care");
    manager.page().fill("#request", "A first examination, by a woman if possible.");
    manager.press("form[action$='/referrals'] button.primary");
    manager
        .page()
        .selectOption("#basis", new com.microsoft.playwright.options.SelectOption().setIndex(1));
    manager.press("button[name=step][value=review]");
    assertThat(manager.path()).as(manager.text()).contains("/review");
    manager.press("form[action$='/send'] button.primary");
    return manager.path();
  }

  private void choose(String select, String words) {
    Object value =
        manager
            .page()
            .evaluate(
                "([s, w]) => [...document.querySelector(s).options]"
                    + ".find(o => new RegExp(w, 'i').test(o.text))?.value",
                List.of(select, words));
    assertThat(value).as("%s offers %s", select, words).isNotNull();
    manager.page().selectOption(select, value.toString());
  }
}
