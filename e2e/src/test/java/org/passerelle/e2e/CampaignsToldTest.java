package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** A campaign of the demonstration is written for the letter, and stands in an issue. */
@ExtendWith(Chromium.class)
@Tag("long")
class CampaignsToldTest {
  private static final int NUMBER = 9_021;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void aCampaignIsWrittenForTheLetterAndStandsInAnIssue() {
    String campaign;
    try (Visitor claire = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      claire.go("/prevent/campaigns");
      claire.press("main a:has-text('offre trop belle')");
      campaign = claire.path();
      looked(claire, "campaign");
      claire.press("a[href='" + campaign + "/wording']");
      looked(claire, "wording");
      claire.one("input[name='told']").check();
      Locator fields =
          claire.page().locator("form.form fieldset input[type=text], form.form textarea");
      for (int i = 0; i < fields.count(); i++) {
        fields.nth(i).fill("Text " + (i + 1));
      }
      claire.press("form.form button.primary");
      assertThat(claire.text()).contains("Letters tell of this campaign");
      claire.go(campaign + "/effect");
      looked(claire, "effect");
      issue(claire);
      claire.go("/steer/letters/" + NUMBER);
      looked(claire, "issue");
      // on a phone the blocks are folded but for the one of the address
      claire.go("/steer/letters/" + NUMBER + "/preview/en#letter-" + NUMBER + "-campaigns");
      assertThat(claire.text()).contains("Text 1", "association only", "not effect");
      looked(claire, "preview");
      onPaper(claire);
    }
    try (Visitor claire = Visitor.in(Device.PHONE, ColorScheme.DARK, "claire.most", "fr")) {
      for (String path : List.of("/wording", "/effect")) {
        claire.go(campaign + path);
        looked(claire, "dark" + path.replace('/', '-'));
      }
      claire.go("/steer/letters/" + NUMBER + "/preview/sr-Cyrl#letter-" + NUMBER + "-campaigns");
      looked(claire, "dark-preview-sr");
    }
    assertThat(wrong).isEmpty();
  }

  private static void issue(Visitor claire) {
    claire.go("/steer/letters/new");
    claire.page().fill("[name='number']", "" + NUMBER);
    claire
        .page()
        .fill(
            "[name='date']",
            LocalDate.now(ZoneId.of("Europe/Belgrade")).toString().substring(0, 7));
    for (String language : List.of("en", "fr", "sr")) {
      claire.page().fill("[name='theme." + language + "']", "Campaigns");
    }
    claire.press("main form.form button.primary");
    claire.page().selectOption("select[name='type']", "campaigns");
    claire.press("form[action='/steer/letters/" + NUMBER + "/blocks'] button");
  }

  private static void onPaper(Visitor claire) {
    byte[] pdf =
        claire
            .page()
            .request()
            .get(Server.demo().address() + "/steer/letters/" + NUMBER + "/preview/en.pdf")
            .body();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    String pictures = System.getenv("LOOKED_PICTURES");
    if (pictures != null) {
      try {
        Files.write(Path.of(pictures, "told.pdf"), pdf);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void looked(Visitor visitor, String name) {
    wrong.addAll(Looked.atEachSize(visitor));
    for (int width : new int[] {375, 1280}) {
      visitor.page().setViewportSize(width, 900);
      visitor.looksLike("told-" + name + "-" + width);
    }
  }
}
