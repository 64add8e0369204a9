package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/**
 * An investigator adds an exhibit and redacts it, by mouse and by keyboard; the prosecutor compiles
 * a case file, saves it, and it is verified outside the server.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class ExhibitRedactedTest {
  private static final Path STATEMENT =
      Server.HOME.resolve("platform/src/main/resources/demo/exhibits/calls.pdf");

  @Test
  void anExhibitIsRedactedAndGoesIntoACaseFileThatIsSound() throws Exception {
    String at;
    String copy;
    try (Visitor investigator = Visitor.in(Device.DESKTOP, "antoine.parquet", "en")) {
      at = investigation(investigator);
      String exhibit = added(investigator, at);
      copy = redacted(investigator, exhibit);
    }
    try (Visitor outside = Visitor.in(Device.DESKTOP, "milan.tuzilastvo", "en")) {
      for (String page : List.of(at, copy, copy + "/page", at + "/case-files")) {
        assertThat(outside.go(page)).as(page).isEqualTo(404);
      }
    }
    try (Visitor prosecutor =
        Visitor.in(Device.DESKTOP, ColorScheme.DARK, "sophie.parquet", "fr")) {
      isSound(prosecutor, "/prosecute");
      assertThat(prosecutor.text()).as("what runs out this week").contains("R-1");
      verified(compiled(prosecutor, at));
    }
  }

  private static String investigation(Visitor visitor) {
    visitor.go("/prosecute/investigations");
    visitor.leads(() -> visitor.one("main a.title:has-text('(démo)')").click());
    return visitor.path();
  }

  private static String added(Visitor visitor, String at) {
    visitor.go(at + "/exhibits");
    visitor.page().selectOption("#kind", "file");
    visitor.page().fill("#title", "Calls of a second telephone");
    visitor.press("form[action$='/exhibits'] button.primary");
    String exhibit = visitor.path();
    visitor.page().setInputFiles("#file", STATEMENT);
    visitor.press("form[action$='/upload'] button");
    takeIn(visitor);
    isSound(visitor, exhibit);
    return exhibit;
  }

  private static void takeIn(Visitor visitor) {
    visitor.page().fill("#place", "Exhibits room");
    visitor.page().fill("#currentPassword", Server.PASSWORD);
    visitor.press("form[action$='/intake'] button.primary");
  }

  private static String redacted(Visitor visitor, String exhibit) {
    visitor.go(exhibit + "/redaction");
    Eventually.is(
        "the script runs", () -> visitor.page().locator("[data-redact][data-ready]").count() == 1);
    drawn(visitor);
    mark(visitor, "P-1, no name");
    // the page again, now by keys alone
    visitor.one("[data-redact]").focus();
    visitor.page().keyboard().press("ArrowDown");
    int before = number(visitor, "y");
    visitor.page().keyboard().press("ArrowDown");
    assertThat(number(visitor, "y")).isEqualTo(before + 5);
    int wide = number(visitor, "width");
    visitor.page().keyboard().press("Shift+ArrowRight");
    assertThat(number(visitor, "width")).isEqualTo(wide + 5);
    visitor.page().keyboard().press("Enter");
    visitor.page().keyboard().type("A number of somebody else");
    visitor.leads(() -> visitor.page().keyboard().press("Enter"));
    assertThat(visitor.page().locator("form[action$='/unmark']").count()).isEqualTo(2);
    isSound(visitor, "");
    visitor.press("form[action$='/burn'] button");
    visitor.worked();
    visitor.press("main a.primary");
    String copy = visitor.path();
    takeIn(visitor);
    visitor.go(exhibit + "/redaction");
    visitor.press("a[href*='beside=']");
    assertThat(visitor.page().locator(".page-seen img").count()).isEqualTo(2);
    isSound(visitor, "");
    return copy;
  }

  /** From the middle of the page to beyond its left edge: the area ends at the edge. */
  private static void drawn(Visitor visitor) {
    visitor.one("[data-redact]").scrollIntoViewIfNeeded();
    BoundingBox page = visitor.one("[data-redact] svg").boundingBox();
    Mouse mouse = visitor.page().mouse();
    mouse.move(page.x + page.width / 2, page.y + page.height / 5);
    mouse.down();
    mouse.move(page.x + page.width / 4, page.y + page.height / 4);
    mouse.move(page.x - 20, page.y + page.height * 3 / 10);
    mouse.up();
    assertThat(number(visitor, "x")).isZero();
    assertThat(number(visitor, "y")).isBetween(166, 171);
    assertThat(number(visitor, "width")).isBetween(294, 301);
    assertThat(number(visitor, "height")).isBetween(81, 88);
  }

  private static void mark(Visitor visitor, String reason) {
    visitor.page().fill("#reason", reason);
    visitor.press("form[data-area] button.primary");
  }

  private static int number(Visitor visitor, String field) {
    return Integer.parseInt(visitor.page().inputValue("#" + field));
  }

  private static Path compiled(Visitor visitor, String at) throws Exception {
    visitor.go("/prosecute/seal");
    if (visitor.page().locator("form[action='/prosecute/seal/end']").count() == 0) {
      visitor.page().fill("#own-password", Server.PASSWORD);
      visitor.press("form[action='/prosecute/seal/made'] button");
    }
    isSound(visitor, at + "/case-files");
    visitor.page().fill("#title", "Dossier de démonstration");
    visitor.page().fill("#reference", "00/26");
    visitor.page().selectOption("#language", new SelectOption().setValue("fr"));
    visitor.one("[name=versions][value=prosecution]").check();
    visitor.page().fill("#currentPassword", Server.PASSWORD);
    visitor.press("form[action$='/case-files'] button.primary");
    visitor.worked();
    visitor.press("main a.primary");
    visitor.press("ul.rows a.title");
    isSound(visitor, "");
    Download saved =
        visitor.page().waitForDownload(() -> visitor.one("a[href$='/container']").click());
    Path file = Server.folder().resolve("case-file.asice");
    saved.saveAs(file);
    return file;
  }

  private static void verified(Path file) throws Exception {
    Path output = file.resolveSibling("verified.txt");
    Process process =
        Server.process(
            List.of(
                Server.HOME.resolve("passerelle").toString(),
                "case-file",
                "verify",
                file.toString()),
            output);
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
  }

  /** Checks a page, or the open one, on screens of each size. */
  private static void isSound(Visitor visitor, String page) {
    if (!page.isEmpty()) {
      assertThat(visitor.go(page)).as(page).isEqualTo(200);
    }
    assertThat(Looked.atEachSize(visitor)).isEmpty();
  }
}
