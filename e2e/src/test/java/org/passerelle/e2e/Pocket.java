package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The offline page in the hands of an officer: enrolled once, used by thumb or keyboard alone. */
final class Pocket {
  static final String PIN = "739201";

  /** Answers for which a minor is possible, and indicators are present. */
  static final Map<String, List<String>> POSSIBLE_MINOR =
      Map.of(
          "danger_now", List.of("no"),
          "crossing_paid", List.of("no"),
          "offence_by_others", List.of("no"),
          "alone", List.of("yes"),
          "age_under_18", List.of("not_sure"),
          "act", List.of("recruitment", "transportation"),
          "purpose", List.of("forced_begging"));

  private static final int MOST_PAGES = 30;

  /** After this time a tap counts as lost and is repeated. */
  private static final int LOST_MS = 30_000;

  /**
   * Reports phones of earlier tests as lost, as an officer would: one user may have twenty. The
   * newest five may belong to the test that runs.
   */
  private static final String LOSE_OLD =
      """
      async () => {
        const read = async () => new DOMParser().parseFromString(await (await fetch('/account/phones')).text(), 'text/html');
        const forms = page => [...page.querySelectorAll("form[action$='/lost']")];
        let left = forms(await read());
        for (let lost = left.length < 15 ? 20 : 0; left.length > 5 && lost < 20; lost++, left = forms(await read())) {
          const oldest = left.at(-1);
          await fetch(oldest.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(oldest)) });
        }
      }""";

  private static final String ASKED =
      "[...document.querySelectorAll('.question [data-question]')].map(e => e.dataset.question).join()";

  private final Page page;
  private final String house;
  private int taps;
  private int words;
  private int choices;

  Pocket(Page page, String house) {
    this.page = page;
    this.house = house;
  }

  /** Enrols the phone for the signed-in user, and waits until it works offline. */
  Pocket enrol() {
    return enrol("");
  }

  /** The same under a given name. */
  Pocket enrol(String name) {
    page.navigate(house + "/phone");
    page.evaluate(LOSE_OLD);
    page.locator("a[href='#/enrol']").first().click();
    page.waitForSelector("#pin");
    if (!name.isEmpty()) {
      page.fill("#name", name);
    }
    page.fill("#pin", PIN);
    page.fill("#again", PIN);
    page.click("form button[type=submit]");
    page.waitForSelector(".starts .primary");
    page.waitForFunction(
        "async () => { const r = await navigator.serviceWorker.ready;"
            + " return r.active.state === 'activated' && Boolean(navigator.serviceWorker.controller)"
            + " && (await caches.keys()).some(name => name.startsWith('passerelle-phone')); }");
    return this;
  }

  /** Opens the first page. */
  Pocket start() {
    page.navigate(house + "/phone#/");
    page.waitForSelector(".starts .primary");
    return this;
  }

  /** Begins the short screening. */
  Pocket begin(boolean keyboard) {
    Locator begin = page.locator(".starts button.primary");
    if (keyboard) {
      use(begin, true);
    } else {
      taps++;
      begin.tap();
    }
    try {
      page.waitForSelector("form.question", new Page.WaitForSelectorOptions().setTimeout(LOST_MS));
    } catch (TimeoutError lost) {
      // the first page was rendered again under the thumb, for example because an item was sealed
      // meanwhile
      if (page.locator("form.question").count() == 0) {
        use(page.locator(".starts button.primary"), keyboard);
        taps--;
      }
      page.waitForSelector("form.question");
    }
    return this;
  }

  /** Answers page by page and stays on the result. */
  Pocket through(Map<String, List<String>> answers, Map<String, String> seen, boolean keyboard) {
    use(toTheLast(answers, seen, keyboard), keyboard);
    page.waitForFunction("() => location.hash.startsWith('#/result/')");
    page.waitForSelector(".page-head h1");
    read();
    return this;
  }

  /** Answers every page and returns the button that would finish it. */
  Locator toTheLast(Map<String, List<String>> answers, Map<String, String> seen, boolean keyboard) {
    for (int i = 0; i < MOST_PAGES; i++) {
      String asked = page.evaluate(ASKED).toString();
      read();
      if (answer(answers, seen, keyboard)) {
        nextAfter(asked);
        continue;
      }
      Locator forth = page.locator(".thumb .primary");
      if ("finish".equals(forth.getAttribute("value"))) {
        return forth;
      }
      use(forth, keyboard);
      nextAfter(asked);
    }
    throw new AssertionError("no result after " + MOST_PAGES + " pages");
  }

  /** Waits until others are asked; the same page may be rendered again before. */
  private void nextAfter(String asked) {
    page.waitForFunction("before => ![before, ''].includes(" + ASKED + ")", asked);
  }

  /** Answers the page's question; true if the answer led to the next page. */
  private boolean answer(
      Map<String, List<String>> answers, Map<String, String> seen, boolean keyboard) {
    boolean leadsOn = !keyboard && page.locator("form.question[data-leads-on]").count() > 0;
    for (Object shown :
        (List<?>)
            page.evaluate(
                "[...document.querySelectorAll('[data-question]')].map(e => e.dataset.question)")) {
      for (String code : answers.getOrDefault(shown.toString(), List.of())) {
        Locator box = page.locator("[name='q-" + shown + "'][value='" + code + "']");
        if (keyboard) {
          use(box, true);
        } else {
          page.locator("label.choice").filter(new Locator.FilterOptions().setHas(box)).tap();
          taps++;
        }
        if (leadsOn) {
          return true;
        }
        assertThat(box.isChecked()).as("%s of %s", code, shown).isTrue();
      }
      String written = seen.get(shown.toString());
      if (written != null) {
        Locator evidence = page.locator("#e-" + shown);
        page.evaluate(
            "document.querySelectorAll('details.evidence').forEach(d => { d.open = true; })");
        Locator field = evidence.count() > 0 ? evidence : page.locator("#q-" + shown);
        field.fill(written);
        // closes the on-screen keyboard before the tap
        field.blur();
      }
    }
    return false;
  }

  /** Goes to the page that asks for the location. */
  Pocket toThePlace() {
    page.evaluate("location.hash = location.hash.replace(/[^/]*$/, 'place')");
    page.waitForSelector("#q-where_place");
    return this;
  }

  /** Goes to the first page. */
  Pocket toTheFirst() {
    page.evaluate("location.hash = location.hash.replace(/[^/]*$/, 'age')");
    page.waitForSelector("[data-question=age_under_18]");
    return this;
  }

  /** Continues from a page that would also allow finishing. */
  void on() {
    page.click("form.question button[value=next]:not(.default-action)");
  }

  private void use(Locator target, boolean keyboard) {
    taps++;
    if (keyboard) {
      Keyboard.tabTo(target);
      page.keyboard().press("button".equals(tag(target)) ? "Enter" : "Space");
    } else {
      Thumb.on(target);
    }
  }

  private static String tag(Locator target) {
    return target.evaluate("e => e.tagName.toLowerCase()").toString();
  }

  /**
   * Counts the words of the questions, or of the result and its steps, and separately those of the
   * options. Lists of countries and languages are looked up and not read, and repeated texts are
   * not counted.
   */
  private void read() {
    assertThat(
            (boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth <= innerWidth && innerWidth === screen.width || innerWidth > 600"))
        .as("%s fits the glass", page.url())
        .isTrue();
    List<?> counted =
        (List<?>)
            page.evaluate(
                """
                () => {
                  const count = part => {
                    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                    let words = 0;
                    while (texts.nextNode()) words += texts.currentNode.data.split(/\\s+/).filter(Boolean).length;
                    return words;
                  };
                  const parts = [...document.querySelectorAll('form.question, .page-head, ol.steps')].map(part => part.cloneNode(true));
                  for (const part of parts) part.querySelectorAll('select, .long, details, .papers, .elements').forEach(e => e.remove());
                  const choices = parts.flatMap(part => [...part.querySelectorAll('.choices')]);
                  const chosen = choices.map(count).reduce((a, b) => a + b, 0);
                  return [parts.map(count).reduce((a, b) => a + b, 0) - chosen, chosen];
                }
                """);
    words += ((Number) counted.get(0)).intValue();
    choices += ((Number) counted.get(1)).intValue();
  }

  int taps() {
    return taps;
  }

  /**
   * The seconds needed by a first-time user who reads every word of the questions, their options
   * and the result at 238 words a minute, the mean of adults (Brysbaert 2019, <a
   * href="https://doi.org/10.1016/j.jml.2019.104047">doi</a>), by the keystroke-level model (Card,
   * Moran and Newell 1980): M 1.35 s, P 1.10 s and B 0.20 s for each tap, R 0.5 s for the page that
   * it leads to.
   */
  double seconds() {
    return (words + choices) / 238.0 * 60 + taps * (1.35 + 1.10 + 0.20 + 0.5);
  }

  int choices() {
    return choices;
  }

  int words() {
    return words;
  }

  /** The content of the browser's database as text, except keys. */
  Map<String, String> kept() {
    Map<String, String> stores = new HashMap<>();
    Object found =
        page.evaluate(
            """
            () => new Promise((resolve, reject) => {
              const open = indexedDB.open('passerelle-phone');
              open.onerror = () => reject(open.error);
              open.onsuccess = async () => {
                const db = open.result, all = {};
                for (const name of db.objectStoreNames) {
                  all[name] = await new Promise(done => { const r = db.transaction(name).objectStore(name).getAll(); r.onsuccess = () => done(r.result); });
                }
                db.close();
                const text = value => value instanceof CryptoKey ? 'key' : value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value;
                resolve(Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, JSON.stringify(rows, (key, value) => text(value))])));
              };
            })
            """);
    ((Map<?, ?>) found).forEach((name, rows) -> stores.put(name.toString(), rows.toString()));
    return stores;
  }
}
