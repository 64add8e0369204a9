package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.cli.Passerelle;

/** Pairs of a list are answered by keyboard alone, kept, and saved as a file that link reads. */
@ExtendWith(Chromium.class)
@Tag("long")
class LabelPageTest {
  @TempDir Path folder;

  private String run(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code = Passerelle.commandLine().setOut(out).setErr(out).execute(arguments);
    assertThat(code).as(said.toString()).isZero();
    return said.toString();
  }

  @ParameterizedTest
  @CsvSource({"en, 375, Same person", "fr, 1280, Même personne", "sr, 375, Исто лице"})
  void pairsAreAnsweredByKeyboard(String language, int width, String same) throws IOException {
    Path list = folder.resolve("list.csv");
    Path page = folder.resolve("page.html");
    String matches = folder.resolve("m.csv").toString();
    run("generate-records", "--persons", "300", "--seed", "3", "--out", list.toString());
    run("link", list.toString(), "--out", matches, "--label", page.toString());
    try (BrowserContext context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setBypassCSP(true)
                    .setLocale(language)
                    .setViewportSize(width, 800))) {
      Axe.comesWith(context);
      Page browser = context.newPage();
      browser.navigate(page.toUri().toString());
      assertThat(browser.locator(".pair.now").count()).isOne();
      assertThat(browser.locator(".pair.now button").first().textContent()).isEqualTo(same);
      assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo(language);
      assertThat(Axe.problems(browser)).isEmpty();
      assertThat(Axe.small(browser)).isEmpty();
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      browser.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/label-" + language + ".png")));
      for (String key : List.of("1", "2", "3", "ArrowLeft", "1", "ArrowRight")) {
        browser.keyboard().press(key);
      }
      assertThat(browser.textContent("#progress")).contains("3");
      assertThat(browser.locator(".pair.now h2").textContent()).endsWith(" 5");
      browser.reload();
      // kept over an interruption
      assertThat(browser.textContent("#progress")).contains("3");
      browser.uncheck("#keys");
      browser.keyboard().press("1");
      assertThat(browser.textContent("#progress")).contains("3");
      Download saved = browser.waitForDownload(() -> browser.click("#save"));
      Path labels = folder.resolve("labels.csv");
      saved.saveAs(labels);
      assertThat(Files.readAllLines(labels)).hasSize(4).first().isEqualTo("pair,left,right,answer");
      assertThat(Files.readString(labels)).contains(",same\n", ",different\n");
      run("link", list.toString(), "--out", matches, "--labels", labels.toString());
      browser.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(browser.locator(".pair").last().isVisible()).isTrue();
      browser.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      browser.onceDialog(dialog -> dialog.accept());
      browser.click("#clear");
      assertThat(browser.textContent("#progress")).contains("0");
    }
  }
}
