package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** Signing on the screen of a phone: the drawing is stored, and nothing where nothing was drawn. */
@Tag("long")
@ExtendWith(Chromium.class)
class SignedByFingerTest {
  /** The share of dark pixels in the stored picture, and the width of the drawing. */
  private static final String DRAWN =
      """
      img => { const c = document.createElement('canvas'); c.width = img.naturalWidth; c.height = img.naturalHeight;
        const pen = c.getContext('2d'); pen.drawImage(img, 0, 0);
        const d = pen.getImageData(0, 0, c.width, c.height).data; let left = c.width, right = 0;
        for (let i = 0; i < d.length; i += 4) if (d[i] < 128) { const x = (i / 4) % c.width; left = Math.min(left, x); right = Math.max(right, x); }
        return (right - left) / c.width; }""";

  @Test
  void whatWasDrawnIsKept() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "sr-Cyrl")) {
      Casework work = Casework.open(manager, "Signed Linden " + System.nanoTime());
      work.consent(Casework.CLINIC);
      manager.press("main a[href$='/signature']");
      Page page = manager.page();
      assertThat(page.locator("[data-sign] button.primary").isDisabled()).isTrue();
      draw(page, 0.1, 0.3);
      page.locator("[data-sign] button.primary:not([disabled])").waitFor();
      page.locator("[data-clear]").click();
      assertThat(page.locator("[data-sign] button.primary").isDisabled())
          .as("what was wiped is not kept")
          .isTrue();
      draw(page, 0.1, 0.9);
      page.locator("[data-sign] button.primary:not([disabled])").waitFor();
      manager.press("[data-sign] button.primary");
      double width = ((Number) page.locator("img.signature").evaluate(DRAWN)).doubleValue();
      assertThat(width).as("from a tenth of the field to nine").isBetween(0.7, 0.9);
      assertThat(Looked.at(manager)).isEmpty();
    }
  }

  private static void draw(Page page, double from, double to) {
    page.locator("canvas.sign-pad").scrollIntoViewIfNeeded();
    BoundingBox box = page.locator("canvas.sign-pad").boundingBox();
    Mouse pen = page.mouse();
    pen.move(box.x + box.width * from, box.y + box.height * 0.7);
    pen.down();
    for (int i = 1; i <= 10; i++) {
      double along = from + (to - from) * i / 10;
      pen.move(box.x + box.width * along, box.y + box.height * (0.5 + 0.3 * Math.cos(i)));
    }
    pen.up();
  }
}
