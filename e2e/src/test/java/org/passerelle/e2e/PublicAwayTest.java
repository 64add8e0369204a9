package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** What strangers see at the process of the public pages once its database is gone. */
@ExtendWith(Chromium.class)
@Tag("long")
class PublicAwayTest {
  /** Milliseconds. One second is what whoever asks first waits for; the rest is the browser. */
  private static final int SOON = 3_000;

  private final Path folder = Server.folder();

  @Test
  void eachPageSaysSoonWhatToDoAndIsLeftAtOnce() throws Exception {
    PublicDatabase database = new PublicDatabase(folder);
    List<String> wrong = new ArrayList<>();
    try {
      database.prepare();
      try (Server pages = database.pages("");
          Visitor light = Visitor.of(pages.address(), Device.DESKTOP, ColorScheme.LIGHT);
          Visitor dark = Visitor.of(pages.address(), Device.PHONE, ColorScheme.DARK)) {
        light.go("/calendar");
        looked(light, "open-calendar", wrong);
        light.go("/nowhere");
        looked(light, "not-found", wrong);
        database.close();
        for (String path : List.of("/tips", "/letters", "/figures", "/reports")) {
          long began = System.nanoTime();
          assertThat(light.go(path)).as(path).isEqualTo(503);
          long took = (System.nanoTime() - began) / 1_000_000;
          System.out.printf("Away: %s after %d ms%n", path, took);
          assertThat(took).as(path).isLessThan(SOON);
          assertThat(light.page().locator("[data-exit]").count()).as(path).isEqualTo(1);
        }
        light.go("/letters");
        looked(light, "away", wrong);
        dark.go("/tips");
        assertThat(dark.page().locator("a[href='tel:112']").count()).isEqualTo(1);
        looked(dark, "away-tips-dark", wrong);
      }
    } finally {
      database.close();
    }
    assertThat(wrong).isEmpty();
  }

  private static void looked(Visitor visitor, String name, List<String> wrong) {
    wrong.addAll(Looked.atEachSize(visitor));
    for (int width : new int[] {375, 1280}) {
      visitor.page().setViewportSize(width, 900);
      visitor.looksLike(name + "-" + width);
    }
  }
}
