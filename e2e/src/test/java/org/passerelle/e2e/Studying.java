package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** An analyst's actions on studies. */
final class Studying {
  private static final int PATIENCE_MS = 600_000;

  private Studying() {}

  /** Chooses all cases by type of organisation, waits, and opens the study; returns its path. */
  static String study(Visitor analyst) {
    analyst.go("/understand/estimation");
    analyst.press(".page-head a.btn.primary");
    analyst.page().check("input[name=definition][value=all]", forced());
    analyst.page().selectOption("#basis", "mandate");
    analyst.page().fill("#reason", "Report of the coordinator");
    analyst.press("main form button.primary");
    waitUntilItEnds(analyst);
    analyst.press("#work a.btn.primary");
    return analyst.path();
  }

  /** Waits on the page of the work. */
  static void waitUntilItEnds(Visitor analyst) {
    assertThat(analyst.path()).startsWith("/work/");
    analyst
        .page()
        .waitForSelector(
            "#work .actions a.btn[href^='/understand']",
            new com.microsoft.playwright.Page.WaitForSelectorOptions().setTimeout(PATIENCE_MS));
  }

  /** Assesses every assumption; the conclusion is still missing. */
  static void judge(Visitor analyst, String because) {
    Locator verdicts = analyst.page().locator("input[type=radio][value=doubtful]");
    for (int i = 0; i < verdicts.count(); i++) {
      verdicts.nth(i).check(new Locator.CheckOptions().setForce(true));
    }
    Locator reasons = analyst.page().locator("textarea[name^=because-]");
    for (int i = 0; i < reasons.count(); i++) {
      reasons.nth(i).fill(because);
    }
  }

  private static com.microsoft.playwright.Page.CheckOptions forced() {
    return new com.microsoft.playwright.Page.CheckOptions().setForce(true);
  }
}
