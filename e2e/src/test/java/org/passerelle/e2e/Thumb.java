package org.passerelle.e2e;

import com.microsoft.playwright.Locator;
import java.util.List;

/**
 * A thumb on the glass, where an element lies now. Playwright's own tap scrolls an element that
 * stays at the foot of the window up and down for a second before it touches it.
 */
final class Thumb {
  private Thumb() {}

  /** Touches the middle of what lies free in view; what does not is scrolled to first. */
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
