package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which keys a phone trusts, and who may submit its content: an unsigned key is rejected, a lost
 * phone keeps only its queue, and a colleague may submit it.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class PhoneTrustTest {
  private static final Map<String, List<String>> CHILD =
      Map.of(
          "danger_now", List.of("no"),
          "age_under_18", List.of("yes"),
          "act", List.of("receipt"),
          "purpose", List.of("forced_begging"));

  @Test
  void aKeyThatNobodySignedIsNotTaken() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol();
      String recipient = recipient(pocket);
      page.route("**/phone/key", PhoneTrustTest::forged);
      page.evaluate("location.hash = '#/phone'");
      page.waitForSelector("dl.facts");
      page.click("section .actions button, .actions button");
      page.reload();
      page.waitForSelector(".notice.danger");
      assertThat(recipient(pocket)).isEqualTo(recipient).startsWith("age1");
      // what is sealed meanwhile is sealed to the signed key, and received
      pocket.start().begin(false).through(CHILD, Map.of(), false);
      page.evaluate("location.hash = '#/'");
      page.waitForSelector(".queued .badge.good");
      page.unroute("**/phone/key");
      page.reload();
      page.waitForSelector(".starts .primary");
      page.evaluate("location.hash = '#/phone'");
      page.waitForFunction(
          "() => document.querySelector('dl.facts') && !document.querySelector('.notice.danger')");
    }
  }

  /** The server's statement with somebody else's key in it, under the server's signature. */
  private static void forged(Route route) {
    JsonMapper json = new JsonMapper();
    ObjectNode told = (ObjectNode) json.readTree(route.fetch().text());
    String[] word = told.required("key").asString().split("\\.");
    ObjectNode said = (ObjectNode) json.readTree(Base64.getUrlDecoder().decode(word[1]));
    said.put("recipient", "age1" + "q".repeat(58));
    word[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(said));
    told.put("key", String.join(".", word));
    route.fulfill(
        new Route.FulfillOptions().setContentType("application/json").setBody(told.toString()));
  }

  private static String recipient(Pocket pocket) {
    String kept = pocket.kept().getOrDefault("kept", "");
    return kept.replaceAll("(?s).*\"recipient\":\"(age1[a-z0-9]+)\".*", "$1");
  }

  /**
   * A new form version applies from tomorrow; what was begun today is finished with the old one.
   */
  @Test
  void aDraftOutlivesANewerVersionOfItsForm() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol();
      page.context().setOffline(true);
      pocket.start().begin(false).toThePlace();
      page.fill("#q-where_place", "Шид");
      page.click(".plainbar button[value=leave]");
      page.waitForSelector("a[href^='#/ask/']");
      page.route("**/phone/pack?*", PhoneTrustTest::newerForm);
      page.context().setOffline(false);
      page.waitForFunction(
          """
          async () => {
            const { kept } = await import('/phone/store.js');
            const pack = await kept('pack');
            return pack.packs.en.forms.find(f => f.form === 'screening-short').version === 2
              && pack.packs.en.former.some(f => f.form === 'screening-short' && f.version === 1);
          }
          """);
      page.reload();
      page.waitForSelector(".starts .primary");
      page.locator("a[href^='#/ask/']").click();
      page.fill("#pin", Pocket.PIN);
      page.click("form button[type=submit]");
      page.waitForSelector("form.question");
      assertThat(page.inputValue("#q-where_place")).isEqualTo("Шид");
      pocket.toTheFirst().through(CHILD, Map.of(), false);
      page.evaluate("location.hash = '#/'");
      page.waitForSelector(".queued .badge.good");
    }
  }

  /** The server's data with the short screening as a third version. */
  private static void newerForm(Route route) {
    JsonMapper json = new JsonMapper();
    ObjectNode all =
        (ObjectNode)
            json.readTree(
                route
                    .fetch(
                        new Route.FetchOptions()
                            .setUrl(route.request().url().replaceAll("have=[0-9a-f]*", "have=")))
                    .text());
    all.put("digest", "2".repeat(64));
    for (JsonNode pack : all.required("packs")) {
      for (JsonNode form : pack.required("forms")) {
        if (form.required("form").asString().equals("screening-short")) {
          ((ObjectNode) form).put("version", 3);
        }
      }
    }
    route.fulfill(
        new Route.FulfillOptions().setContentType("application/json").setBody(all.toString()));
  }

  /** Two pages of one browser write to the same draft: neither overwrites the other's changes. */
  @Test
  void whatAnotherPageChangedIsNotOverwritten() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page first = officer.page();
      Pocket pocket = new Pocket(first, Server.demo().address()).enrol();
      pocket.start().begin(false).toThePlace();
      first.fill("#q-where_place", "Шид");
      first.click(".plainbar button[value=leave]");
      Page second = first.context().newPage();
      for (Page page : List.of(first, second)) {
        new Pocket(page, Server.demo().address()).start();
        page.locator("a[href^='#/ask/']").click();
      }
      first.waitForSelector("form.question");
      second.fill("#pin", Pocket.PIN);
      second.click("form button[type=submit]");
      second.waitForSelector("form.question");
      first.fill("#q-where_place", "Šid, peron 2");
      first.locator(".thumb .primary").click();
      first.waitForFunction("() => !document.querySelector('#q-where_place')");
      second.fill("#q-where_place", "Sid, quai 2");
      second.locator(".thumb .primary").click();
      second.waitForSelector(".notice.danger");
      assertThat(second.inputValue("#q-where_place"))
          .as("nothing typed is lost")
          .isEqualTo("Sid, quai 2");
      // read, and confirmed: this time it is intended
      second.locator(".thumb .primary").click();
      second.waitForFunction("() => !document.querySelector('#q-where_place')");
      first.locator(".thumb .primary").click();
      first.waitForSelector(".notice.danger");
      new Pocket(second, Server.demo().address()).through(CHILD, Map.of(), false);
      second.close();
      // finished there: the other page says so, and it exists once
      first.locator(".thumb .primary").click();
      first.waitForSelector(".starts .primary");
      assertThat(first.locator(".notice.warn").innerText()).contains("finished or discarded");
      first.waitForSelector(".queued .badge.good");
      assertThat(first.locator(".queued").count()).isEqualTo(1);
      assertThat(first.locator("a[href^='#/ask/']").count()).isZero();
    }
  }

  /** One screening is completed on it and one begun, and then its owner reports it lost. */
  private static void lost(Pocket pocket, Page page, Visitor desk, String name) {
    page.context().setOffline(true);
    pocket.start().begin(false).through(CHILD, Map.of(), false);
    pocket.start().begin(false).toThePlace();
    page.fill("#q-where_place", "Шид");
    page.click(".plainbar button[value=leave]");
    page.waitForSelector("a[href^='#/ask/']");
    desk.go("/account/phones");
    desk.one("li:has-text('" + name + "') summary").click();
    desk.press("li:has-text('" + name + "') button.danger");
  }

  @Test
  void aLostTelephoneKeepsItsQueueAndNothingElse() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en");
        Visitor desk = Visitor.in(Visitor.Device.DESKTOP, "jelena.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol("Lost at the river");
      lost(pocket, page, desk, "Lost at the river");

      page.context().setOffline(false);
      page.waitForSelector(".queued .badge.good");
      page.waitForSelector(".notice.warn a[href='#/enrol']");
      assertThat(page.locator("a[href^='#/ask/']").count()).isZero();
      assertThat(page.locator(".starts button.primary").count()).isZero();
      assertThat(pocket.kept().get("drafts")).isEqualTo("[]");
      assertThat(page.locator(".queued").innerText()).doesNotContain("Шид").contains("indicators");

      // found again: enrolled anew it works, and what it had submitted is still listed
      pocket.enrol("Found again");
      assertThat(page.locator(".queued .badge.good").count()).isEqualTo(1);
      pocket.start().begin(false);
    }
  }

  /** A finder or thief is not signed in: the phone learns it from the server's signature alone. */
  @Test
  void aLostTelephoneOnWhichNobodyIsSignedInLearnsIt() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en");
        Visitor desk = Visitor.in(Visitor.Device.DESKTOP, "jelena.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol("Stolen");
      lost(pocket, page, desk, "Stolen");

      page.context().clearCookies();
      page.context().setOffline(false);
      page.reload();
      page.waitForSelector(".notice.warn a[href='/phone/in']");
      assertThat(page.locator("a[href^='#/ask/']").count()).isZero();
      assertThat(page.locator(".starts button.primary").count()).isZero();
      assertThat(pocket.kept().get("drafts")).isEqualTo("[]");
      assertThat(pocket.kept().get("queue")).contains("\"sealed\"");
    }
  }

  @Test
  void aColleagueHandsInWhatSomebodyEnteredWhoIsSignedOut() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en");
        Visitor supervisor = Visitor.in(Visitor.Device.DESKTOP, "vesna.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol("Shared van");
      page.context().setOffline(true);
      pocket.start().begin(false).through(CHILD, Map.of(), false);
      page.context().clearCookies();
      page.context().setOffline(false);
      pocket.start();
      page.waitForSelector("a[href='/phone/in']");
      assertThat(page.locator(".queued .badge.good").count()).isZero();

      page.click("a[href='/phone/in']");
      page.waitForSelector("#login");
      page.fill("#login", "dusan.most");
      page.fill("#password", Server.PASSWORD);
      page.click("form[action='/sign-in'] button[type=submit]");
      page.waitForURL(url -> url.contains("/phone"));
      page.waitForSelector(".queued .badge.good");
      String code = page.locator(".queued .badge.good").innerText().replaceAll(".*: *", "").strip();

      supervisor.go("/protect/screenings");
      supervisor.press("a:has-text('" + code + "')");
      assertThat(supervisor.text()).contains("Shared van", "Јелена", "Душан");
    }
  }
}
