package org.passerelle.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A user without a mouse. */
final class Keyboard {
  private static final int MOST = 400;

  private Keyboard() {}

  /** Presses Tab, and within a group of options the arrow keys, until the element has the focus. */
  static void tabTo(Locator target) {
    Page page = target.page();
    for (int i = 0; i < MOST; i++) {
      if ((boolean) target.evaluate("e => e === document.activeElement")) {
        return;
      }
      boolean besideIt =
          (boolean)
              target.evaluate(
                  "e => { const a = document.activeElement; return e.type === 'radio' && a !== e"
                      + " && a.type === 'radio' && a.name === e.name; }");
      page.keyboard().press(besideIt ? "ArrowDown" : "Tab");
    }
    throw new AssertionError("The keyboard does not reach " + target + " on " + page.url());
  }
}
