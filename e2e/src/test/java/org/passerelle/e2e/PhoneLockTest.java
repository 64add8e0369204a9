package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the PIN of a phone protects, for how long, and from whom; and what wiping leaves. */
@ExtendWith(Chromium.class)
@Tag("long")
class PhoneLockTest {
  private static final String PLACE = "Шид, перон 2";
  private static final int SIX_MINUTES = 6 * 60_000;

  private static Pocket withADraft(Page page) {
    Pocket pocket = new Pocket(page, Server.demo().address());
    pocket.start().begin(false).toThePlace();
    page.fill("#q-where_place", PLACE);
    page.click(".plainbar button[value=leave]");
    page.waitForSelector("a[href^='#/ask/']");
    return pocket;
  }

  private static void unlock(Page page, String pin) {
    page.fill("#pin", pin);
    page.click("form button[type=submit]");
  }

  private static void twice(Page page, String button) {
    page.locator("button:has-text('" + button + "')").click();
    page.locator("button:has-text('Press again')").click();
  }

  @Test
  void afterFiveMinutesWithoutATouchItAsksForThePinAndKeepsWhatWasTyped() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      page.clock().install();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol();
      pocket.start().begin(false).toThePlace();
      page.fill("#q-where_place", PLACE);
      page.clock().fastForward(SIX_MINUTES);
      unlock(page, Pocket.PIN);
      page.waitForSelector("#q-where_place");
      assertThat(page.inputValue("#q-where_place")).isEqualTo(PLACE);
    }
  }

  /** A page that would lead to the PIN, and is slow, does not overtake what was opened since. */
  @Test
  void whoHasGoneElsewhereIsNotSentToThePin() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      officer.go("/phone");
      page.waitForSelector("main h1");
      Object stands =
          page.evaluate(
              """
              async () => {
                const app = await import('/phone/app.js');
                let answer;
                const slow = new Promise(resolve => { answer = resolve; });
                app.setOut({ '': () => ({ title: 'First', content: 'First' }), result: () => slow }, () => {});
                history.replaceState(null, '', '#/result/1');
                const drawn = app.draw();
                history.replaceState(null, '', '#/');
                await app.draw();
                answer(app.instead('unlock/result/1'));
                await drawn;
                return `${location.hash} ${document.querySelector('main').innerText}`;
              }
              """);
      assertThat(stands).isEqualTo("#/ First");
    }
  }

  /** A browser that refuses at first may grant it to a page that is used often. */
  @Test
  void itAsksAgainThatNothingIsRemovedByItself() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      page.addInitScript(
          """
          navigator.storage.persisted = async () => localStorage.getItem('granted') === 'yes';
          navigator.storage.persist = async () => {
            localStorage.setItem('asked', Number(localStorage.getItem('asked')) + 1);
            return navigator.storage.persisted();
          };
          """);
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol();
      assertThat(page.locator("main").innerText()).contains("The browser may delete entries");
      int refused = asked(page);
      assertThat(refused).isPositive();
      page.reload();
      page.waitForSelector(".starts");
      assertThat(asked(page)).as("asked anew at the next opening").isGreaterThan(refused);
      page.evaluate("localStorage.setItem('granted', 'yes')");
      pocket.start();
      page.evaluate("location.hash = '#/phone'");
      page.waitForSelector("dl.facts");
      assertThat(page.locator("dl.facts").innerText())
          .contains("the browser deletes nothing on its own");
    }
  }

  private static int asked(Page page) {
    return ((Number) page.evaluate("Number(localStorage.getItem('asked'))")).intValue();
  }

  /** A call to a shelter takes longer than five minutes. */
  @Test
  void theNextStepsCanBeReadAgainForADayAndNoAnswerWithThem() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      page.clock().install();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol();
      page.context().setOffline(true);
      pocket.start().begin(false).through(Pocket.POSSIBLE_MINOR, Map.of("act", "Told me"), false);
      assertThat(page.locator("ol.steps > li").count()).isGreaterThanOrEqualTo(4);
      assertThat(page.locator("main").innerText()).contains("Told me");
      page.clock().fastForward(SIX_MINUTES);
      unlock(page, Pocket.PIN);
      page.waitForSelector("ol.steps");
      assertThat(page.locator("ol.steps > li").count()).isGreaterThanOrEqualTo(4);
      assertThat(page.locator("ol.steps a[href^='tel:']").count()).isPositive();
      assertThat(page.locator("a[href^='#/begin/intake/']").count()).isEqualTo(1);
      assertThat(page.locator("main").innerText()).doesNotContain("Told me", "ecruitment");
      pocket.start();
      assertThat(page.locator(".queued a.title").count()).isEqualTo(1);
      page.clock().fastForward(25 * 3_600_000L);
      pocket.start();
      page.waitForFunction("() => !document.querySelector('.queued a.title')");
      page.reload();
      page.waitForSelector(".starts .primary");
      assertThat(pocket.kept().get("queue")).doesNotContain("\"after\"").contains("sealed");
    }
  }

  @Test
  void whatIsUnfinishedIsDestroyedAndThePhoneWorksOn() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol("To be wiped");
      page.context().setOffline(true);
      pocket.start().begin(false).through(Pocket.POSSIBLE_MINOR, Map.of(), false);
      withADraft(page);
      page.evaluate("location.hash = '#/phone'");
      twice(page, "Destroy what is unfinished");
      page.waitForSelector("dd:has-text('nothing')");
      assertThat(pocket.kept().get("drafts")).isEqualTo("[]");
      assertThat(pocket.kept().get("queue")).contains("sealed");
      page.context().setOffline(false);
      pocket.enrol("Used again");
      page.waitForSelector(".queued .badge.good");
      pocket.start().begin(false);

      page.evaluate("location.hash = '#/phone'");
      twice(page, "Wipe everything");
      page.waitForURL(url -> !url.contains("/phone"));
      assertThat(page.evaluate("async () => (await caches.keys()).length")).isEqualTo(0);
      assertThat(pocket.kept().values()).containsOnly("[]");
    }
  }

  @Test
  void whoeverEnrolsAnewKeepsTheirPinAndAnotherOfficerIsToldWhatIsLost() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      new Pocket(page, Server.demo().address()).enrol("First");
      Pocket pocket = withADraft(page);
      page.evaluate("location.hash = '#/enrol'");
      page.waitForSelector("#name");
      assertThat(page.locator("#pin").count()).isZero();
      page.fill("#name", "Second");
      page.click("form button[type=submit]");
      page.waitForSelector(".notice.good");
      page.reload();
      page.locator("a[href^='#/ask/']").click();
      unlock(page, Pocket.PIN);
      page.waitForSelector("#q-where_place");
      assertThat(page.inputValue("#q-where_place")).isEqualTo(PLACE);

      page.context().clearCookies();
      page.navigate(Server.demo().address() + "/phone/in");
      page.fill("#login", "dusan.most");
      page.fill("#password", Server.PASSWORD);
      page.click("form[action='/sign-in'] button[type=submit]");
      page.waitForURL(url -> url.contains("/phone"));
      page.waitForSelector(".starts");
      page.evaluate("location.hash = '#/enrol'");
      page.waitForSelector(".notice.danger");
      assertThat(page.locator(".notice.danger").innerText()).contains("1 unfinished entry is");
      for (String field : List.of("#pin", "#again")) {
        page.fill(field, "528417");
      }
      page.click("form button.danger");
      page.waitForSelector(".notice.good");
      assertThat(pocket.kept().get("drafts")).isEqualTo("[]");
      pocket.start().begin(false);
    }
  }

  @Test
  void onAnApplePhoneThePageGoesToTheHomeScreenFirst() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      page.addInitScript(
          "Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (iPhone; CPU"
              + " iPhone OS 18_0 like Mac OS X) Safari/604.1' });");
      page.navigate(Server.demo().address() + "/phone");
      page.waitForSelector(".notice.warn");
      assertThat(page.locator(".notice.warn").innerText()).contains("first put this page on");
      page.addInitScript("Object.defineProperty(navigator, 'standalone', { get: () => true });");
      page.reload();
      page.waitForSelector("a[href='#/enrol'], a[href='/phone/in']");
      assertThat(page.locator(".notice.warn").count()).isZero();
    }
  }
}
