package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Offline on a phone: a possible minor is screened in each language by thumb and by keyboard, the
 * result is complete, unfinished work stays locked, and the page can be installed.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class PhoneWalkTest {
  /** The officer enrols the phone once, goes offline, and changes language. */
  @Test
  void aPossibleMinorInUnderFourMinutesInEachLanguage() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      new Pocket(page, Server.demo().address()).enrol();
      page.context().setOffline(true);
      page.reload();
      for (String language : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
        new Pocket(page, Server.demo().address()).start();
        page.click(".languages a[lang='" + language + "']");
        page.waitForFunction("tag => document.documentElement.lang === tag", language);
        walk(officer, language, false);
        assertThat(Axe.problems(page)).isEmpty();
        walk(officer, language, true);
      }
      page.context().setOffline(false);
      page.evaluate("location.hash = '#/'");
      page.waitForFunction("() => document.querySelectorAll('.queued .badge.good').length === 8");
    }
  }

  private static void walk(Visitor officer, String language, boolean keyboard) {
    Page page = officer.page();
    Pocket pocket = new Pocket(page, Server.demo().address());
    pocket.start().begin(keyboard).through(Pocket.POSSIBLE_MINOR, Map.of(), keyboard);
    assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
    System.out.printf(
        "%s%s: %d taps, %d words and %d of answers, %.0f s%n",
        language,
        keyboard ? " by keyboard" : "",
        pocket.taps(),
        pocket.words(),
        pocket.choices(),
        pocket.seconds());
    assertThat(pocket.taps()).isLessThanOrEqualTo(keyboard ? 19 : 14);
    assertThat(pocket.seconds()).isLessThan(240);
    // the result with its next step and calls is complete offline
    assertThat(page.locator(".verdict.indicators_present").count()).isEqualTo(1);
    assertThat(page.locator("ol.steps > li").count()).isGreaterThanOrEqualTo(4);
    assertThat(page.locator("ol.steps a.call[href^='tel:']").count()).isGreaterThanOrEqualTo(2);
    assertThat(officer.text()).doesNotContain("⟦");
  }

  @Test
  void whatIsBegunIsLockedAndWhatIsSealedStays() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol();
      page.context().setOffline(true);
      pocket
          .start()
          .begin(false)
          .through(Pocket.POSSIBLE_MINOR, Map.of("act", "Ћурчија уз возача"), false);
      pocket.start().begin(false).toThePlace();
      page.locator("#q-where_place").fill("Шид, перон 2");
      pocket.on();
      page.waitForFunction("() => location.hash.endsWith('/how_old')");
      Map<String, String> filled = pocket.kept();
      assertThat(filled.get("drafts") + filled.get("queue") + filled.get("papers"))
          .doesNotContain("Ћурчија", "Шид", "recruitment", "not_sure")
          .contains("INDICATORS_PRESENT");

      page.reload();
      page.waitForSelector("#pin");
      page.fill("#pin", "000001");
      page.click("form button[type=submit]");
      page.waitForSelector(".field-error");
      page.fill("#pin", Pocket.PIN);
      page.click("form button[type=submit]");
      page.waitForSelector("form.question");
      page.click(".thumb button[value=back]");
      page.waitForSelector("#q-where_place");
      assertThat(page.inputValue("#q-where_place")).isEqualTo("Шид, перон 2");

      // ten wrong attempts, with the browser's page closed in between
      for (int i = 0; i < 10; i++) {
        page.navigate(Server.demo().address() + "/phone#/");
        page.reload();
        page.waitForSelector(".starts");
        page.locator("a[href^='#/ask/']").click();
        page.fill("#pin", "11111" + i);
        page.click("form button[type=submit]");
        page.waitForSelector(i < 9 ? ".field-error" : ".notice.danger");
      }
      assertThat(page.locator("a[href^='#/ask/']").count()).isZero();
      assertThat(page.locator(".queued").count()).isEqualTo(1);
      Map<String, String> kept = pocket.kept();
      assertThat(kept.get("drafts")).isEqualTo("[]");
      page.context().setOffline(false);
      page.waitForSelector(".queued .badge.good");
    }
  }

  @Tag("long")
  @Test
  void itIsInstalledAndOpensAtOnce() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      new Pocket(page, Server.demo().address()).enrol();
      JsonNode manifest =
          new JsonMapper()
              .readTree(
                  page.evaluate("async () => (await fetch('/phone/manifest')).text()").toString());
      assertThat(manifest.required("display").asString()).isEqualTo("standalone");
      assertThat(manifest.required("start_url").asString()).isEqualTo("/phone");
      List<String> sizes =
          manifest.required("icons").valueStream().map(i -> i.get("sizes").asString()).toList();
      assertThat(sizes).contains("192x192", "512x512");
      for (JsonNode icon : manifest.required("icons")) {
        assertThat(
                page.evaluate(
                    "async src => { const p = await createImageBitmap(await (await fetch(src)).blob()); return `${p.width}x${p.height}`; }",
                    icon.required("src").asString()))
            .isEqualTo(icon.required("sizes").asString());
      }
      page.context().setOffline(true);
      page.reload();
      Locator first = page.locator(".starts .primary");
      first.waitFor();
      double opened =
          ((Number)
                  page.evaluate("() => performance.getEntriesByType('navigation')[0].domComplete"))
              .doubleValue();
      assertThat(opened).as("milliseconds").isLessThan(1000);
      assertThat(page.content()).doesNotContain("Jelena", "Јелена", "jelena");
      for (String hash : List.of("#/call", "#/phone", "#/begin/screening")) {
        page.evaluate("hash => { location.hash = hash; }", hash);
        page.waitForFunction(
            "hash => document.querySelector('h1') && location.hash === hash", hash);
        assertThat(Axe.problems(page)).as(hash).isEmpty();
      }
      page.evaluate("location.hash = '#/phone'");
      page.waitForSelector("dl.facts");
      assertThat(page.locator("dl.facts").innerText())
          .as("for whom")
          .contains("Most", "server demo")
          .as("what room is left")
          .containsPattern("[0-9] MB");
      page.context().setOffline(false);
    }
  }
}
