package org.passerelle.e2e;

import com.microsoft.playwright.Locator;
import java.util.List;

/**
 * A thumb on the glass at an element's current position. Playwright's own tap scrolls an element
 * fixed to the bottom of the window for a second before touching it.
 */
final class Thumb {
  private Thumb() {}

  /** Taps the centre of the visible part; scrolls to it first if necessary. */
  static void on(Locator target) {
    Object middle =
        target.evaluate(
            """
            e => {
              const { x, y, width, height } = e.getBoundingClientRect();
              const at = [x + width / 2, y + height / 2], hit = document.elementFromPoint(...at);
              return e === hit || e.contains(hit) ? at : null;
            }
            """);
    if (middle instanceof List<?> at) {
      target
          .page()
          .touchscreen()
          .tap(((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue());
    } else {
      target.tap();
    }
  }
}
