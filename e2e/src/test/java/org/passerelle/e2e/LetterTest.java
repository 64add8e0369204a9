package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * The quarterly letter by two roles and by an anonymous visitor: obstacles are resolved, the issue
 * is released, and everybody can read it.
 */
@ExtendWith(Chromium.class)
class LetterTest {
  private static final String ISSUE = "/steer/letters/13";
  private static final String HEIGHT = "document.documentElement.scrollHeight";

  @Test
  void theDraftIsPutRightReleasedAndReadByEverybody() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go("/steer/letters");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.go(ISSUE);
      assertThat(manager.heading()).isEqualTo("No. 13, July 2019");
      assertThat(manager.text()).contains("obstacles to the release");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.press("a[href$='letter-13-round-tables#text.sr']");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager
          .page()
          .fill("#text\\.sr", "До априла 2019. Каритас Албанија одржао је три округла стола.");
      manager.press("form[action$='/letter-13-round-tables'] button.primary");
      manager.go(ISSUE + "/blocks/letter-13-editorial");
      assertThat(manager.text()).contains("translation to be checked");
      manager.page().fill("#text\\.fr", "La traite ne s’arrête pas aux frontières.");
      manager.page().check("input[name='text.fits']");
      manager.press("form[action$='/letter-13-editorial'] button.primary");
      dismissEveryFinding(manager);
      manager.go(ISSUE);
      assertThat(manager.text()).contains("There is no obstacle to the release");
      manager.page().waitForSelector("#paper-ends li:nth-child(4)");
      manager.press("[data-paper] a");
      assertThat(manager.text()).contains("pages, the last one");
      assertThat(Looked.atEachSize(manager)).isEmpty();
      manager.go(ISSUE + "/preview/sr-Latn");
      assertThat(manager.text()).contains("Karitas Albanija održao je tri okrugla stola");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.go(ISSUE);
      manager.press("form[action$='/release'] button.primary");
      assertThat(manager.text()).contains("The release waits for a second person");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
    }
    try (Visitor second = Visitor.in(Device.DESKTOP, "paul.most", "fr")) {
      second.go("/");
      second.press("a[href='/house/approvals']:visible");
      assertThat(second.text()).contains("Publier la lettre dans ses quatre éditions");
      assertThat(EveryPageTest.problems(second)).isEmpty();
      approve(second, 13);
      assertThat(second.text()).contains("Approuvé et exécuté");
    }
    try (Visitor member = Visitor.in(Device.PHONE, "helene.most", "fr")) {
      member.go(ISSUE);
      assertThat(member.page().locator("form[action$='/release']").count()).isZero();
      assertThat(EveryPageTest.problems(member)).isEmpty();
      isNarrow(member);
    }
    try (Visitor stranger = Visitor.stranger(Device.PHONE, ColorScheme.LIGHT)) {
      stranger.go("/letters");
      assertThat(EveryPageTest.problems(stranger)).isEmpty();
      isNarrow(stranger);
      stranger.press("a[href='/letters/13/fr']");
      assertThat(stranger.text()).contains("La traite ne s’arrête pas aux frontières.");
    }
  }

  /** Other issues may be waiting as well. */
  static void approve(Visitor second, int issue) {
    second.press(
        "li:has(a[href$='/steer/letters/" + issue + "']) form[action$='/approve'] button.primary");
  }

  /** The operator's command uses the server that has locked the folder. */
  @Test
  void theCommandAsksTheRunningServer() throws Exception {
    Path folder = Server.folder();
    Path pdf = folder.resolve("letter.pdf");
    Path output = folder.resolve("output.txt");
    Process command =
        Server.process(
            List.of(
                Server.HOME.resolve("passerelle").toString(),
                "letter",
                "--issue",
                "12",
                "--language",
                "sr-Cyrl",
                "--data",
                Server.demo().data().toString(),
                "--out",
                pdf.toString()),
            output);
    assertThat(command.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(command.exitValue()).as(Files.readString(output)).isZero();
    assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
  }

  /** Issue 12 on both screens, in light and dark mode, in both alphabets. */
  @ParameterizedTest
  @CsvSource({
    "PHONE, LIGHT, fr",
    "PHONE, DARK, sr-Cyrl",
    "DESKTOP, LIGHT, sr-Latn",
    "DESKTOP, DARK, en"
  })
  void theReleasedLetterIsSound(Device device, ColorScheme scheme, String tag) {
    try (Visitor stranger = Visitor.stranger(device, scheme)) {
      assertThat(stranger.go("/letters/12/" + tag)).isEqualTo(200);
      assertThat(EveryPageTest.problems(stranger)).isEmpty();
      isNarrow(stranger);
      assertThat(narrowest(stranger, ".edition .side")).as("narrowest aside").isGreaterThan(240);
      assertThat(stranger.page().locator("article.edition").getAttribute("lang")).isEqualTo(tag);
      assertThat(stranger.page().locator("svg.map, svg.chart").count()).isEqualTo(2);
    }
  }

  /**
   * On a phone a section is its heading until its address, or that of a note within it, is gone to.
   * Paper shows everything.
   */
  @Test
  void sectionsAreFoldedOnAPhoneAndOpenAtTheirAddress() {
    try (Visitor stranger = Visitor.stranger(Device.PHONE, ColorScheme.LIGHT)) {
      Page page = stranger.page();
      page.setViewportSize(375, 800);
      stranger.go("/letters/12/fr");
      assertThat(((Number) page.evaluate(HEIGHT)).intValue())
          .as("height in px")
          .isBetween(2000, 9000);
      String calendar = "#letter-12-calendar";
      assertThat(page.locator(calendar + " h2").isVisible()).isTrue();
      assertThat(page.locator(calendar + " .half").first().isVisible()).isFalse();
      page.locator(calendar + " .unfold a").click();
      assertThat(page.locator(calendar + " .half").first().isVisible()).isTrue();
      assertThat(page.locator(".unfold:visible").count())
          .isEqualTo(page.locator(".edition-sections > .block").count() - 2);
      assertThat(EveryPageTest.problems(stranger)).isEmpty();
      page.locator(calendar + " .fold a").click();
      assertThat(page.locator(calendar + " .half").first().isVisible()).isFalse();

      Locator note = page.locator(".block:not(:first-child) .footnote[id]").first();
      assertThat(note.isVisible()).isFalse();
      stranger.go("/letters/12/fr#" + note.getAttribute("id"));
      assertThat(note.isVisible()).isTrue();

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(calendar + " .half").first().isVisible()).isTrue();
      assertThat(page.locator(".unfold:visible").count()).isZero();
    }
  }

  private static void dismissEveryFinding(Visitor manager) {
    manager.go("/steer/findings");
    answerAll(manager);
  }

  static void answerAll(Visitor manager) {
    Locator open = manager.page().locator("input[name=finding]");
    if (open.count() == 0) {
      return; // another test of this class answered them
    }
    for (Locator one : open.all()) {
      one.check();
    }
    manager.page().fill("#reason", "Known from the letter of April 2019.");
    manager.press("#several button[value=dismissed]");
    assertThat(open.count()).isZero();
  }

  /** Width in px of the narrowest part that is seen and that the selector finds, on each screen. */
  private static double narrowest(Visitor visitor, String selector) {
    ViewportSize own = visitor.page().viewportSize();
    double least = Double.MAX_VALUE;
    for (int width : new int[] {375, 768, 1024, 1280, 1920}) {
      visitor.page().setViewportSize(width, own.height);
      isNarrow(visitor);
      Object found =
          visitor
              .page()
              .evalOnSelectorAll(
                  selector,
                  """
                  parts => Math.min(9999, ...parts.filter(part => part.offsetParent)
                      .map(part => part.getBoundingClientRect().width))""");
      least = Math.min(least, ((Number) found).doubleValue());
    }
    visitor.page().setViewportSize(own.width, own.height);
    return least;
  }

  /** Nothing sticks out to the right; what does is named with its width. */
  private static void isNarrow(Visitor visitor) {
    Object out =
        visitor
            .page()
            .evaluate(
                """
                () => {
                  const root = document.documentElement, most = root.clientWidth + 1;
                  if (root.scrollWidth <= most) return '';
                  const out = [...document.querySelectorAll('body *')]
                      .filter(part => part.getBoundingClientRect().right > most);
                  return most + ': ' + out.map(part => part.tagName + '.' + part.className).join(' ');
                }""");
    assertThat(out).as(visitor.path()).isEqualTo("");
  }
}
