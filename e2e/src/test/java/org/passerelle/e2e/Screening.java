package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A screening as conducted by an officer: page by page, by thumb or by keyboard alone. */
final class Screening {
  private static final int MOST_PAGES = 30;
  private final Visitor officer;
  private final boolean keyboard;
  private final Map<String, List<String>> answers = new HashMap<>();

  Screening(Visitor officer, boolean keyboard) {
    this.officer = officer;
    this.keyboard = keyboard;
  }

  /** What is ticked; everything else is answered with "not known". */
  Screening answering(String question, String... codes) {
    answers.put(question, List.of(codes));
    return this;
  }

  /** Goes from the list of forms to the result and leaves it open. */
  void through() {
    officer.go("/protect/screenings/new");
    submit("button[name=form][value=screening-short]");
    for (int i = 0; i < MOST_PAGES && !officer.path().contains("/result"); i++) {
      page();
    }
    assertThat(officer.path()).endsWith("/result");
  }

  private void page() {
    Page page = officer.page();
    boolean leadsOn = !keyboard && page.locator("form[data-leads-on]").count() > 0;
    for (Object shown :
        (List<?>)
            page.evaluate(
                "[...document.querySelectorAll('input[name=shown]')].map(e => e.value)")) {
      for (String code : answers.getOrDefault(shown.toString(), List.of())) {
        Locator box = page.locator("[name='q-" + shown + "'][value='" + code + "']");
        if (box.count() == 0) {
          page.locator("select[name='q-" + shown + "']").selectOption(code);
        } else if (keyboard) {
          Keyboard.tabTo(box);
          page.keyboard().press("Space");
          assertThat(box.isChecked()).as("%s by the space bar", code).isTrue();
        } else if (leadsOn) {
          Locator choice =
              page.locator("label.choice").filter(new Locator.FilterOptions().setHas(box));
          assertThat(officer.leads(choice::tap)).as(officer.path()).isEqualTo(200);
          return;
        } else {
          page.locator("label.choice").filter(new Locator.FilterOptions().setHas(box)).tap();
          assertThat(box.isChecked()).as("%s by thumb", code).isTrue();
        }
      }
    }
    submit(".thumb button.primary");
  }

  private void submit(String selector) {
    Locator button = officer.one(selector);
    int status =
        officer.leads(
            () -> {
              if (keyboard) {
                Keyboard.tabTo(button);
                officer.page().keyboard().press("Enter");
              } else if (selector.startsWith(".thumb")) {
                Thumb.on(button);
              } else {
                button.tap();
              }
            });
    assertThat(status).as(officer.path()).isEqualTo(200);
  }
}
