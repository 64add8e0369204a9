package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * Follows links from page to page, one page of each kind, and checks each with axe-core at four
 * sizes; the visitor fails on any browser error and on any request that leaves this machine.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class EveryPageTest {
  private static final Pattern MISSING = Pattern.compile("⟦[a-z]+(?:\\.[\\w-]+)+⟧");

  /** What only machines write of a date, outside codes and names of files. */
  private static final String MACHINE_DATES =
      """
      () => {
        const main = document.querySelector('main'), found = [];
        if (!main) return found;
        const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode, around = text.parentElement;
          if (around.closest('code, .code, pre, script, style, textarea') || !around.checkVisibility()) continue;
          found.push(...text.data.match(/\\b[12]\\d{3}-[01]\\d(-[0-3]\\d)?\\b(?![\\w.-]*\\.\\w)|\\b[12]\\d{3}~/g) ?? []);
        }
        return found;
      }
      """;

  /** What only programs call a thing: "vital_interests". Whoever builds forms names their lists. */
  private static final String RAW_CODES =
      """
      () => {
        const main = document.querySelector('main'), found = [];
        if (!main || location.pathname.startsWith('/house/forms')) return found;
        const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode;
          if (text.parentElement.closest('code, .code, pre, script, style, textarea')) continue;
          if (/^[a-z]+(_[a-z]+)+$/.test(text.data.trim())) found.push(text.data.trim());
        }
        return found;
      }
      """;

  /** Long forms that do not say when they were saved; what is sealed to somebody is left out. */
  private static final String NOT_KEPT =
      """
      () => [...document.querySelectorAll('form[method=post]:has(textarea)')]
        .filter(form => form.dataset.keep !== 'no' && !form.querySelector('input[type=password], input[name=code]'))
        .filter(form => !form.querySelector('.kept-line')).map(form => form.getAttribute('action'))
      """;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

  @ParameterizedTest
  @CsvSource({
    "jelena.most, PHONE, LIGHT, sr-Cyrl, 22",
    "vesna.most, DESKTOP, DARK, fr, 22",
    "nikola.most, PHONE, DARK, en, 12",
    "goran.most, DESKTOP, LIGHT, en, 9",
    "marko.contact-rs, PHONE, LIGHT, en, 9",
    "snezana.klinika, DESKTOP, LIGHT, en, 15",
    "ivana.most, PHONE, LIGHT, fr, 18",
    "zorica.most, PHONE, LIGHT, fr, 5",
    "claire.most, DESKTOP, LIGHT, fr, 20",
    "lea.most, PHONE, DARK, sr-Cyrl, 14",
    "tamara.most, PHONE, DARK, sr-Latn, 10",
    "sanja.contact-rs, DESKTOP, LIGHT, sr-Cyrl, 20",
    "dragana.most, PHONE, LIGHT, sr-Latn, 10",
    "arta.ulliri, DESKTOP, DARK, en, 40"
  })
  void everyPageIsSoundForEverybody(
      String login, Device device, ColorScheme scheme, String language, int fewest) {
    try (Visitor visitor = Visitor.in(device, scheme, login, language)) {
      List<String> found = new ArrayList<>();
      String study = login.equals("tamara.most") ? kind(Studying.study(visitor)) : "";
      Set<String> kinds = crawl(visitor, "/", found);
      assertThat(found).isEmpty();
      assertThat(study.isEmpty() || kinds.contains(study)).as("%s among %s", study, kinds).isTrue();
      assertThat(kinds.size()).as("%s saw %s", login, kinds).isGreaterThanOrEqualTo(fewest);
    }
  }

  @Test
  void whatStrangersSeeIsSound() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (Visitor visitor = Visitor.stranger(Device.PHONE, scheme)) {
        List<String> found = new ArrayList<>();
        crawl(visitor, "/sign-in", found);
        assertThat(found).isEmpty();
      }
    }
  }

  @Test
  void pagesOfAFormWithErrorsAreSound() {
    try (Visitor visitor = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      visitor.go("/protect/cases/new");
      visitor.page().fill("#birth", "2199-01-01");
      visitor.leads(() -> visitor.one("form[action='/protect/cases'] button.primary").click());
      assertThat(problems(visitor)).isEmpty();
      assertThat(visitor.page().locator(".field-error").count()).isPositive();
      assertThat(
              visitor
                  .page()
                  .evaluate(
                      "() => [...document.querySelectorAll('.error-summary a')]"
                          + ".map(a => a.getAttribute('href')).join(' ')"))
          .as("the summary follows the page")
          .isEqualTo("#country #how_came #birth");
      visitor.one(".error-summary a[href='#birth']").click();
      assertThat(visitor.page().evaluate("() => document.activeElement.id")).isEqualTo("birth");
      assertThat(
              (boolean)
                  visitor
                      .page()
                      .evaluate(
                          "() => document.querySelector('label[for=birth]').getBoundingClientRect().top >= 0"))
          .as("the label is in sight")
          .isTrue();
    }
  }

  /** Opens one page of each kind. */
  private static Set<String> crawl(Visitor visitor, String start, List<String> found) {
    Set<String> kinds = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(start));
    Set<String> seen = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      String path = waiting.poll();
      if (!seen.add(kind(path))) {
        continue;
      }
      int status = visitor.go(path);
      if (status != 200) {
        found.add(path + " answers " + status);
        continue;
      }
      kinds.add(kind(path));
      found.addAll(Looked.atEachSize(visitor));
      for (Object link :
          (List<?>)
              visitor
                  .page()
                  .evaluate(
                      "() => [...document.querySelectorAll('a[href^=\"/\"]:not([download])')]"
                          + ".map(a => a.getAttribute('href').split('#')[0])")) {
        if (!link.toString().startsWith("/language/")) {
          waiting.add(link.toString());
        }
      }
    }
    return kinds;
  }

  private static String kind(String path) {
    return ID.matcher(path.replaceAll("\\?.*", ""))
        .replaceAll("…")
        .replaceAll("/pages/.*", "/pages/…")
        .replaceAll("/protect/forms/.+", "/protect/forms/…")
        .replaceAll("/register/[^/]+/[^/]+", "/register/…/…")
        .replaceAll("/register/[^/…]+$", "/register/…")
        .replaceAll("/steer/cycle/…/sections/.+", "/steer/cycle/…/sections/…")
        .replaceAll("/letters/[0-9]+/(?!blocks)[^/]+$", "/letters/…/…")
        .replaceAll("/letters/[0-9]+/blocks/[^/]+", "/letters/…/blocks/…")
        .replaceAll("/letters/[0-9]+/preview/.+", "/letters/…/preview/…")
        .replaceAll("/steer/projects/[^/]+", "/steer/projects/…")
        .replaceAll("/steer/grants/[^/]+", "/steer/grants/…");
  }

  /** The problems that axe-core finds on the open page. */
  static List<String> problems(Visitor visitor) {
    return problems(visitor.page());
  }

  static List<String> problems(Page page) {
    List<String> problems = new ArrayList<>();
    MISSING
        .matcher(page.content())
        .results()
        .forEach(text -> problems.add("the text %s is missing".formatted(text.group())));
    ((List<?>) page.evaluate(MACHINE_DATES))
        .forEach(date -> problems.add("the date %s is not in words".formatted(date)));
    ((List<?>) page.evaluate(RAW_CODES))
        .forEach(code -> problems.add("the code %s stands for a word".formatted(code)));
    ((List<?>) page.evaluate(NOT_KEPT))
        .forEach(form -> problems.add("what is typed for %s is not kept".formatted(form)));
    problems.addAll(Axe.problems(page));
    return problems;
  }
}
