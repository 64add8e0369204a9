package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * A page with form errors is as accessible as before: users must not be locked out when they need
 * it most.
 */
@Tag("long")
@ExtendWith(Chromium.class)
class FaultyPagesTest {
  /** The targets of the summary's links exist. */
  private static final String DEAD =
      "() => [...document.querySelectorAll('.error-summary a[href^=\"#\"]')]"
          + ".filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.hash)";

  private static void comesBackSound(Visitor visitor, String form) {
    Locator sent = visitor.one(form);
    // like a browser without form validation
    sent.evaluate("f => { f.noValidate = true; }");
    int status =
        visitor.leads(
            () ->
                sent.evaluate(
                    "f => f.requestSubmit([...f.elements].findLast("
                        + "e => e.type === 'submit' && !e.classList.contains('default-action')))"));
    assertThat(status).as("%s of %s", form, visitor.path()).isEqualTo(422);
    isSound(visitor);
  }

  private static void isSound(Visitor visitor) {
    assertThat(visitor.page().locator(".error-summary, .field-error").count())
        .as(visitor.path())
        .isPositive();
    assertThat(Looked.at(visitor)).isEmpty();
    assertThat((List<?>) visitor.page().evaluate(DEAD)).as(visitor.path()).isEmpty();
  }

  @Test
  void ofCasework() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "fr")) {
      String at = Casework.open(manager, "Faulty Hazel " + System.nanoTime()).at();
      manager.go(at + "/consents/new");
      comesBackSound(manager, "form[action$='/consents']");
      manager.go(at + "/referrals/new");
      comesBackSound(manager, "form[action$='/referrals']");
      manager.go(at + "/incidents/new");
      comesBackSound(manager, "form[action$='/incidents']");
      manager.go(at + "/safety-plan/edit");
      comesBackSound(manager, "form[action$='/safety-plan']");
      manager.go(at + "/transfers/new");
      comesBackSound(manager, "form[action$='/transfers']");
    }
  }

  /** A browser does not send a form again on the way back: it would show an error of its own. */
  @Test
  void theWayBackLeadsToTheFormWithWhatWasTyped() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      String at = Casework.open(manager, "Faulty Alder " + System.nanoTime()).at();
      manager.go(at + "/incidents/new");
      String words = "main form[action$='/incidents'] textarea >> nth=0";
      manager.page().fill(words, "Heard steps outside");
      comesBackSound(manager, "form[action$='/incidents']");
      manager.go(at);
      manager.page().goBack();
      assertThat(manager.path()).isEqualTo(at + "/incidents/new");
      assertThat(manager.page().inputValue(words)).isEqualTo("Heard steps outside");
    }
  }

  @Test
  void ofAScreening() {
    try (Visitor officer = Visitor.in(Device.PHONE, "nikola.most", "sr-Cyrl")) {
      officer.go("/protect/screenings/new");
      officer.press("button[name=form][value=screening-short]");
      officer.go(officer.path().replaceAll("/pages/.*", "/pages/how_old"));
      officer.one("[name='q-age_estimate']").evaluate("e => { e.value = '400'; }");
      comesBackSound(officer, "main form:has([name='q-age_estimate'])");
    }
  }

  @Test
  void ofTheDataProtectionDesk() {
    try (Visitor officer = Visitor.in(Device.PHONE, "mirjana.most", "sr-Cyrl")) {
      officer.go("/protect/data-protection/breaches/new");
      comesBackSound(officer, "form[action$='/breaches']");
      officer.go("/protect/data-protection/requests/new");
      comesBackSound(officer, "form[action$='/requests']");
    }
  }

  @Test
  void ofTheFormBuilder() {
    try (Visitor administrator = Visitor.in(Device.PHONE, "goran.most", "fr")) {
      administrator.go("/house/forms/drafts");
      comesBackSound(administrator, "form[action='/house/forms/drafts']");
      administrator.go("/house/forms/drafts");
      administrator.page().fill("#form", "faulty-" + System.nanoTime());
      administrator.press("form[action='/house/forms/drafts'] button.primary");
      administrator.go(administrator.path() + "/sections");
      comesBackSound(administrator, "form[action$='/sections']");
    }
  }

  @Test
  void ofAnOwnReport() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "fr")) {
      manager.go("/protect/figures/own?span=fixed&from=2025-03&until=2025-01");
      isSound(manager);
      manager.go("/protect/figures/own");
      comesBackSound(manager, "form.stack-s[action='/protect/figures/own']");
    }
  }
}
