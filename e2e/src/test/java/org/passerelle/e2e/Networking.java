package org.passerelle.e2e;

import com.microsoft.playwright.options.FilePayload;

/** An analyst's actions on a network. */
final class Networking {
  /** The drawing is complete. */
  static final String DRAWN = ".workbench[data-drawn]:not([aria-busy])";

  private Networking() {}

  static void begin(Visitor analyst, String title) {
    analyst.go("/understand/networks/new");
    analyst.page().fill("#title", title);
    analyst.page().fill("#question", "Who decides?");
    analyst.press("form[action='/understand/networks'] button.primary");
  }

  static void imported(Visitor analyst, String at, String name, byte[] content) {
    analyst.go(at + "/import");
    analyst.page().setInputFiles("#file", new FilePayload(name, "text/csv", content));
    analyst.press("form[action$='/import/upload'] button.primary");
    analyst.leads(
        () -> analyst.page().locator("form[action*='/import/'] button.btn").first().click());
  }
}
