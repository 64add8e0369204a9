package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** Whoever begins with the issue before needs a dozen pages, and no guide. */
@ExtendWith(Chromium.class)
class LetterWrittenTest {
  /** A sentence of each language, with the number of the text it stands in. */
  private static final Map<String, String> WORDS =
      Map.of(
          "en", "Text %d was written anew.",
          "fr", "Le texte %d a été récrit.",
          "sr-Cyrl", "Текст %d је написан изнова.");

  @Test
  void anIssueFromACopyWithAllTextsWrittenAnewIsReleasedByTwoWithinTwelvePages() {
    int opened;
    int written;
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "en")) {
      AtomicInteger pages = counted(manager);
      manager.go("/steer/letters");
      manager.press("a[href='/steer/letters/new']");
      manager.page().fill("#number", "21");
      manager.page().fill("#date", "April 2019");
      manager.page().fill("[name='theme.en']", "a year of the strategy");
      manager.page().fill("[name='theme.fr']", "une année de la stratégie");
      manager.page().fill("[name='theme.sr']", "година стратегије");
      manager.page().selectOption("#from", "letter-12");
      manager.page().check("[name=texts]");
      manager.press("form[action='/steer/letters'] button.primary");
      manager.press("a[href='/steer/letters/21/texts']");
      written = writeAnew(manager);
      manager.press("form[action$='/texts'] button.primary");
      if (manager.page().locator("a[href^='/steer/findings#']").count() > 0) {
        manager.press("a[href^='/steer/findings#'] >> nth=0");
        LetterTest.answerAll(manager);
        manager.go("/steer/letters/21");
      }
      assertThat(manager.text()).contains("There is no obstacle to the release");
      manager.press("form[action$='/release'] button.primary");
      assertThat(manager.text()).contains("The release waits for a second person");
      opened = pages.get();
    }
    try (Visitor second = Visitor.in(Device.DESKTOP, "ines.most", "fr")) {
      AtomicInteger pages = counted(second);
      second.go("/house/approvals");
      LetterTest.approve(second, 21);
      assertThat(second.text()).contains("Approuvé et exécuté");
      opened += pages.get();
    }
    assertThat(opened).as("pages opened").isBetween(8, 12);
    try (Visitor stranger = Visitor.stranger(Device.DESKTOP, ColorScheme.LIGHT)) {
      for (String tag : WORDS.keySet()) {
        stranger.go("/letters/21/" + tag);
        String page = stranger.page().locator("article.edition").textContent();
        for (int text = 1; text <= written; text++) {
          assertThat(page).as(tag).contains(WORDS.get(tag).formatted(text));
        }
      }
    }
  }

  /**
   * Every text of several lines, in its three languages and as long as before; returns how many
   * texts there are.
   */
  private static int writeAnew(Visitor manager) {
    manager
        .page()
        .evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
    for (Locator checked : manager.page().locator("[name$='.fits']").all()) {
      checked.check();
    }
    int texts = 0;
    for (Locator text : manager.page().locator("textarea[lang=en]").all()) {
      if (text.inputValue().isEmpty()) {
        continue;
      }
      texts++;
      String name = text.getAttribute("name").replaceAll("en$", "");
      for (String tag : WORDS.keySet()) {
        Locator field = manager.one("textarea[name='" + name + tag.replace("-Cyrl", "") + "']");
        String words = WORDS.get(tag).formatted(texts) + " ";
        field.fill(words.repeat(field.inputValue().length() / words.length() + 1).strip());
      }
    }
    assertThat(texts).as("texts of the issue").isGreaterThan(5);
    return texts;
  }

  /** Pages that come to be shown, whether by a link, a form or an address. */
  private static AtomicInteger counted(Visitor visitor) {
    AtomicInteger pages = new AtomicInteger();
    visitor
        .page()
        .onResponse(
            answer -> {
              if (answer.request().isNavigationRequest()
                  && answer.status() != 303
                  && answer.status() != 302) {
                pages.incrementAndGet();
              }
            });
    return pages;
  }
}
