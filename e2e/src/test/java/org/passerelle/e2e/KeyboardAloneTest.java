package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * What follows the result of a screening, by keyboard alone: consent, referral, task, note, the
 * confirmation of a withdrawal, and the answer of the other side.
 */
@Tag("long")
@ExtendWith(Chromium.class)
class KeyboardAloneTest {
  private static final int MOST = 300;
  private static final String CHOSEN = "s => s.options[s.selectedIndex]?.text ?? ''";

  /** Moves to an element and presses a key that leads to another page. */
  private static void lead(Visitor visitor, String selector) {
    Locator target = visitor.one(selector);
    int status =
        visitor.leads(
            () -> {
              Keyboard.tabTo(target);
              visitor.page().keyboard().press("Enter");
            });
    assertThat(status).as(selector).isEqualTo(200);
  }

  private static void press(Visitor visitor, String selector, String key) {
    Keyboard.tabTo(visitor.one(selector));
    visitor.page().keyboard().press(key);
  }

  private static void type(Visitor visitor, String selector, String words) {
    Keyboard.tabTo(visitor.one(selector));
    visitor.page().keyboard().type(words);
  }

  /** Moves down a list until the words appear. */
  private static void choose(Visitor visitor, String selector, String words) {
    Locator list = visitor.one(selector);
    Keyboard.tabTo(list);
    for (int i = 0; i < MOST; i++) {
      if (list.evaluate(CHOSEN).toString().toLowerCase(Locale.ROOT).matches(words)) {
        return;
      }
      visitor.page().keyboard().press("ArrowDown");
    }
    throw new AssertionError(words + " is not in " + selector);
  }

  private static String sent(Visitor manager, String at, String request) {
    manager.go(at + "/referrals/new");
    choose(manager, "#service", "medical care");
    choose(manager, "#recipient", ".*(klinika|clinic).*");
    choose(manager, "#purpose", "health care");
    type(manager, "#request", request);
    lead(manager, "form[action$='/referrals'] button.primary");
    choose(manager, "#basis", "(?!choose).+");
    lead(manager, "button[name=step][value=review]");
    assertThat(manager.path()).contains("/review");
    lead(manager, "form[action$='/send'] button.primary");
    return manager.path();
  }

  @Test
  void fromConsentToTheAnswer() {
    String first;
    String second;
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      String at = Casework.open(manager, "Keyed Alder " + System.nanoTime()).at();
      manager.go(at + "/consents/new");
      choose(manager, "#purpose", "health care");
      choose(manager, "#recipient", ".*(klinika|clinic).*");
      for (String category : new String[] {"identity", "health", "narrative", "case"}) {
        press(manager, "[name=categories][value=" + category + "]", "Space");
      }
      choose(manager, "#explained_in", "serbian");
      lead(manager, "form[action$='/consents'] button.primary");
      assertThat(manager.path()).isEqualTo(at + "/consents");
      first = sent(manager, at, "A first examination.");
      second = sent(manager, at, "A second examination.");
      task(manager, at);
      note(manager, at);
    }
    try (Visitor clinic = Visitor.in(Device.DESKTOP, "snezana.klinika", "en")) {
      accepted(clinic, received(first));
      declined(clinic, received(second));
    }
  }

  private static String received(String sent) {
    return sent.replace("/referrals/", "/received/");
  }

  private static void task(Visitor manager, String at) {
    manager.go(at);
    lead(manager, "main a[href$='/tasks/new']");
    type(manager, "#title", "Call the school");
    // a date field takes its parts in the order of the browser's language
    LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(2);
    type(manager, "#due", due.format(DateTimeFormatter.ofPattern("MMddyyyy")));
    lead(manager, "main form[action$='/tasks'] button.primary");
    assertThat(manager.text()).contains("Call the school");
    lead(manager, "main form[action*='/tasks/'][action$='/done'] button");
    assertThat(manager.page().locator("[data-undo]").count()).isEqualTo(1);
  }

  private static void note(Visitor manager, String at) {
    manager.go(at + "/notes");
    type(manager, "#text", "Came with her aunt.");
    lead(manager, "#note button.primary");
    assertThat(manager.text()).contains("Came with her aunt.");
    manager.go(at + "/consents");
    press(manager, "[data-dialog^=w-]", "Enter");
    manager.page().locator("dialog[open]").waitFor();
    assertThat(Looked.at(manager)).isEmpty();
    manager.page().keyboard().press("Escape");
    assertThat(manager.page().locator("dialog[open]").count()).isZero();
    assertThat(
            (boolean)
                manager.one("[data-dialog^=w-]").evaluate("e => e === document.activeElement"))
        .as("the focus is where it was")
        .isTrue();
  }

  private static void accepted(Visitor clinic, String path) {
    Eventually.is("the referral arrives at " + path, () -> clinic.go(path) == 200);
    lead(clinic, "form[action$='/accept'] button.primary");
    assertThat(clinic.page().locator("form[action$='/accept']").count()).isZero();
  }

  private static void declined(Visitor clinic, String path) {
    Eventually.is("the referral arrives at " + path, () -> clinic.go(path) == 200);
    lead(clinic, "main a[href$='/decline']");
    choose(clinic, "#reason", "(?!choose).+");
    type(clinic, "#why", "Nobody is free this week.");
    lead(clinic, "form[action$='/decline'] button[type=submit]");
    assertThat(clinic.page().locator("[data-undo]").count()).isEqualTo(1);
  }
}
