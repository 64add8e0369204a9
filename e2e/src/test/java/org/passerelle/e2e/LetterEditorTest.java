package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** A block is written by keyboard alone, with what readers will see beside it. */
@ExtendWith(Chromium.class)
class LetterEditorTest {
  private static final String BLOCK = "/steer/letters/12/blocks/letter-12-focus";
  private static final int ROUNDS = 9;

  /** How long a breath may last, in milliseconds: on a quiet machine, and beside other work. */
  private static final int GOAL = 500;

  private static final int MOST = 2_000;

  @Test
  void whatIsTypedIsShownBesideItAndItsTermsAreExplained() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go(BLOCK);
      Page page = manager.page();
      Locator shown = page.locator(".proof-shown");
      page.waitForSelector(".proof-shown[data-drawn]");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      page.focus("#text\\.fr");
      page.keyboard().press("Control+End");
      page.keyboard().type(" Des victimes présumées ont été entendues.");
      page.waitForSelector(".proof-shown:has-text('victimes présumées ont')");
      assertThat(page.inputValue("#proof-language")).as("follows the field").isEqualTo("fr");
      assertThat(shown.locator(".term").allTextContents()).contains("victimes présumées");
      assertThat(shown.textContent()).contains("presumed victim");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      List<Integer> asPage = measured(page);
      page.selectOption("#proof-look", "paper");
      page.waitForSelector(".proof-sheet img");
      List<Integer> asPaper = measured(page);
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      tell(asPage, asPaper);
      assertThat(asPage.get(0)).as("page at its quickest, ms").isLessThan(GOAL);
      assertThat(asPaper.get(0)).as("paper at its quickest, ms").isLessThan(GOAL);
      assertThat(asPage.get(ROUNDS / 2)).as("page, ms").isLessThan(MOST);
      assertThat(asPaper.get(ROUNDS / 2)).as("paper, ms").isLessThan(MOST);
      manager.go(BLOCK);
      manager.beginsAnew();
    }
  }

  @Test
  void textIsFormattedByKeysAndButtonsAndShownAsReadersSeeIt() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go(BLOCK);
      Page page = manager.page();
      page.waitForSelector(".proof-shown[data-drawn]");
      page.focus("#text\\.en");
      page.keyboard().press("Control+A");
      page.keyboard().type("Read this ");
      page.keyboard().press("Control+B");
      page.keyboard().type("aloud");
      assertThat(page.inputValue("#text\\.en")).isEqualTo("Read this **aloud**");
      page.keyboard().press("Control+End");
      page.keyboard().press("Enter");
      page.keyboard().type("first");
      Locator bar = page.locator("#text .format-bar");
      bar.locator("[data-format='list']").click();
      page.keyboard().press("Enter");
      page.keyboard().type("- second");
      assertThat(page.inputValue("#text\\.en"))
          .isEqualTo("Read this **aloud**\n\n- first\n- second");
      // back to the bar, one stop of the tab key, and by arrows to the last button
      bar.locator("[tabindex='0']").focus();
      page.keyboard().press("End");
      assertThat(page.evaluate("document.activeElement.dataset.format")).isEqualTo("note");
      page.keyboard().press("Enter");
      assertThat(page.inputValue("#text\\.en")).endsWith("- second[1]");
      page.keyboard().press("Control+Z");
      assertThat(page.inputValue("#text\\.en")).as("can be undone").endsWith("- second");
      page.selectOption("#proof-language", "en");
      page.waitForSelector(".proof-shown strong:has-text('aloud')");
      page.waitForSelector(".proof-shown ul.within li:has-text('second')");
      assertThat(Looked.atEachSize(manager)).isEmpty();
      manager.go(BLOCK);
      manager.beginsAnew();
    }
  }

  @Test
  void amongAllTextsTheBlockThatIsWrittenIsShown() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go("/steer/letters/12/texts");
      Page page = manager.page();
      page.waitForSelector(".proof-shown[data-drawn]");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      String block = "details[data-block='letter-12-focus.']";
      if (page.getAttribute(block, "open") == null) {
        page.click(block + " > summary");
      }
      page.focus("#letter-12-focus\\.text\\.fr");
      page.keyboard().press("Control+End");
      page.keyboard().type(" Des victimes présumées ont été entendues.");
      page.waitForSelector(".proof-shown:has-text('victimes présumées ont')");
      assertThat(page.inputValue("#proof-language")).isEqualTo("fr");
      assertThat(Looked.atEachSize(manager)).isEmpty();
      manager.go("/steer/letters/12/texts");
      manager.beginsAnew();
    }
  }

  /** With the mouse; the keyboard has buttons, which {@link LetterKeyboardTest} presses. */
  @Test
  void aBlockIsDraggedToAnotherPlace() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go("/steer/letters/12");
      Page page = manager.page();
      String rows = ".issue-blocks > li";
      List<String> before = ids(page, rows);
      page.locator(rows).nth(1).scrollIntoViewIfNeeded();
      BoundingBox from = page.locator(rows + " .grip").nth(3).boundingBox();
      BoundingBox to = page.locator(rows).nth(1).boundingBox();
      drag(manager, from, to.y + 2);
      assertThat(ids(page, rows).subList(0, 4))
          .containsExactly(before.get(0), before.get(3), before.get(1), before.get(2));
      // the page came back at the place of the block, and may still be on its way there
      manager.go("/steer/letters/12");
      page.locator(rows).nth(3).scrollIntoViewIfNeeded();
      from = page.locator(rows + " .grip").nth(1).boundingBox();
      BoundingBox last = page.locator(rows).nth(3).boundingBox();
      drag(manager, from, last.y + last.height - 2);
      assertThat(ids(page, rows)).isEqualTo(before);
      assertThat(Looked.atEachSize(manager)).isEmpty();
    }
  }

  private static void drag(Visitor manager, BoundingBox grip, double to) {
    Page page = manager.page();
    page.mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    page.mouse().down();
    page.mouse().move(grip.x, to, new Mouse.MoveOptions().setSteps(5));
    page.waitForSelector(".issue-blocks .dragged");
    assertThat(manager.leads(() -> page.mouse().up())).isEqualTo(200);
  }

  private static List<String> ids(Page page, String rows) {
    return page.locator(rows).all().stream().map(row -> row.getAttribute("id")).toList();
  }

  /** From a key to the new picture, in milliseconds, sorted. */
  private static List<Integer> measured(Page page) {
    List<Integer> all = new ArrayList<>();
    page.focus("#text\\.fr");
    for (int i = 0; i < ROUNDS; i++) {
      page.evaluate(
          """
          () => {
            const shown = document.querySelector('.proof-shown'), before = Number(shown.dataset.drawn);
            delete document.body.dataset.took;
            document.addEventListener('keydown', () => {
              const from = performance.now();
              new MutationObserver((changes, watch) => {
                if (Number(shown.dataset.drawn) <= before) return;
                watch.disconnect();
                requestAnimationFrame(() => { document.body.dataset.took = String(performance.now() - from); });
              }).observe(shown, { attributes: true });
            }, { once: true });
          }""");
      page.keyboard().press("x");
      page.waitForSelector("body[data-took]");
      all.add((int) Double.parseDouble(page.getAttribute("body", "data-took")));
    }
    Collections.sort(all);
    return all;
  }

  /** The figures go where a run of measurements wants them. */
  private static void tell(List<Integer> asPage, List<Integer> asPaper) {
    String to = System.getProperty("passerelle.proof-times", "");
    if (!to.isEmpty()) {
      try {
        Files.writeString(
            Path.of(to), "page " + asPage + "\npaper " + asPaper + "\n", StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void aFactIsCitedByKeyboardAndEachEditionSaysItInItsWords() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      manager.go(BLOCK);
      Page page = manager.page();
      page.focus("#text\\.en");
      page.keyboard().press("Control+End");
      page.keyboard().type(" In France: @impris");
      page.waitForSelector("#facts-found [data-reference]");
      assertThat(page.getAttribute("#text\\.en", "aria-activedescendant")).isEqualTo("fact-0");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      page.keyboard().press("Escape");
      assertThat(page.locator("#facts-found").count()).isZero();
      page.keyboard().type("onment");
      page.waitForSelector("#facts-found [data-reference='[figure:penalty-years]']");
      while (!page.getAttribute("#facts-found [aria-selected=true]", "data-reference")
          .equals("[figure:penalty-years]")) {
        page.keyboard().press("ArrowDown");
      }
      page.keyboard().press("Enter");
      assertThat(page.inputValue("#text\\.en")).endsWith("In France: [figure:penalty-years]");
      page.waitForSelector(".proof-shown:has-text('In France: 7')");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("text.en");
      manager.go(BLOCK);
      manager.beginsAnew();
    }
  }

  /** What matters on a picture is pressed on, or entered; the part that is shown follows. */
  @Test
  void thePointOfAPictureIsChosenByPressingOnIt() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      String at = BLOCK + "/picture";
      manager.go(at);
      Page page = manager.page();
      page.setInputFiles("#file", Paper.picture(900, 300));
      for (String language : List.of("en", "fr", "sr")) {
        page.fill("[name='alt." + language + "']", "A bridge");
      }
      page.check("[name=people][value=none]");
      manager.press("form[action$='/picture'] button.primary");
      manager.go(at);
      page.selectOption("#shape", "square");
      page.click(".focus-whole img", new Page.ClickOptions().setPosition(5, 5));
      assertThat(Integer.parseInt(page.inputValue("#focus-across"))).isLessThan(5);
      assertThat(page.locator(".focus-part img").isVisible()).isTrue();
      assertThat(Looked.atEachSize(manager)).isEmpty();
      manager.press("form[action$='/picture'] button.primary");
      page.waitForSelector(".proof-shown .picture img[width='300']");
      manager.go(at);
      manager.confirm("form[action$='/picture/remove']");
      page.waitForSelector(".proof-shown[data-drawn]");
      assertThat(page.locator(".proof-shown .picture").count()).isZero();
    }
  }
}
