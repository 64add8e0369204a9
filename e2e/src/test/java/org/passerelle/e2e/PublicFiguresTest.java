package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * Figures of the demonstration, their release, the yearly return and what other sites may frame.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class PublicFiguresTest {
  private final int year = LocalDate.now(ZoneId.of("Europe/Belgrade")).getYear() - 1;

  @Test
  void aReturnIsAskedForByOneApprovedByTheOtherAndReadByEverybody() {
    String at = "/steer/returns/eu/" + year;
    try (Visitor claire = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      claire.go("/steer/releases");
      looked(claire, "releases");
      claire.go("/steer/releases/" + year + "-4?table=form&table=region");
      looked(claire, "releases-year");
      claire.page().locator("details:has(form[action$='/compare']) summary").click();
      claire.page().locator("input[name='compared'][value='rounded']").check();
      claire.page().locator("input[name='compared'][value='stricter']").check();
      looked(claire, "releases-policies");
      claire.press("form[action$='/compare'] button");
      claire.worked();
      claire.press("#work a.btn.primary");
      looked(claire, "releases-compared");
      claire.go("/steer/returns");
      looked(claire, "returns");
      claire.go(at);
      looked(claire, "return");
      claire.press("form[action='" + at + "'] button.primary");
      assertThat(claire.text()).contains("A release waits for a second person");
      looked(claire, "return-waits");
      claire.isContent();
    }
    try (Visitor sofija = Visitor.in(Device.DESKTOP, "sofija.most", "sr-Cyrl")) {
      sofija.go(at);
      looked(sofija, "return-sr");
      sofija.go("/house/approvals");
      sofija.press("li:has(a[href='" + at + "']) form[action$='/approve'] button");
      sofija.go(at);
      assertThat(sofija.page().locator("a[href$='/return.csv']").count()).isEqualTo(1);
      sofija.isContent();
    }
    String newest;
    try (Visitor stranger = Visitor.stranger(Device.PHONE, ColorScheme.LIGHT)) {
      stranger.go("/figures");
      looked(stranger, "figures");
      stranger.press("ul.rows a.title");
      newest = stranger.path();
      looked(stranger, "figures-one");
      map(stranger);
      stranger.go(newest + "/embed/form-sex");
      looked(stranger, "figures-embedded");
      assertThat(stranger.page().locator("table.figures-table").count()).isEqualTo(1);
      stranger.isContent();
    }
    try (Visitor vesna = Visitor.in(Device.PHONE, "vesna.most", "fr")) {
      vesna.go(newest.replace("/figures/", "/steer/counted/") + "?form=labour");
      looked(vesna, "counted");
      vesna.isContent();
    }
  }

  /** The newest release with a map, also by night: it needs no script. */
  private static void map(Visitor stranger) {
    for (int number = 9; number > 0; number--) {
      if (stranger
          .page()
          .request()
          .get(stranger.page().url().replaceAll("[0-9]+$", "" + number))
          .text()
          .contains("figure-map")) {
        stranger.go("/figures/" + number);
        looked(stranger, "figures-map");
        stranger
            .page()
            .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        looked(stranger, "figures-map-dark");
        return;
      }
    }
    throw new AssertionError("no release has a map");
  }

  private static void looked(Visitor visitor, String name) {
    List<String> wrong = new ArrayList<>(Looked.atEachSize(visitor));
    String pictures = System.getenv("FIGURES_PICTURES");
    if (pictures != null) {
      for (int width : new int[] {375, 1280}) {
        visitor.page().setViewportSize(width, 900);
        visitor
            .page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(pictures, name + "-" + width + ".png")));
      }
    }
    assertThat(wrong).isEmpty();
  }
}
