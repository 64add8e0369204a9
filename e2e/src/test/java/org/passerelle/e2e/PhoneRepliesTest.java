package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a phone treats a server's responses: valid, forged, missing, late, or of another server. */
@ExtendWith(Chromium.class)
@Tag("long")
class PhoneRepliesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RECORDS = "**/phone/records/*";
  private static final String HAND_IN =
      "async () => { await (await import('/phone/queue.js')).handIn(true); }";

  /** Keys that the server has renewed twice; the phone trusts only the first. */
  private static final String CHAIN =
      """
      async () => {
        const { kept, keep } = await import('/phone/store.js');
        const { sign, signingPair } = await import('/phone/seal.js');
        const { refreshKey } = await import('/phone/house.js');
        const pairs = [];
        for (let i = 0; i < 4; i++) pairs.push(await signingPair());
        const jwk = i => ({ ...pairs[i].open, kid: `k${i}` });
        const began = Date.now(), at = n => new Date(began + n * 1000).toISOString();
        const word = (by, trusted, n, letter) => sign({
          node: 'demo', id: crypto.randomUUID(), recipient: `age1${letter.repeat(58)}`, from: at(0), until: at(9e6), issued: at(n), trust: trusted.map(jwk),
        }, 'passerelle-phone-key+jwt', `k${by}`, pairs[by].secret);
        await keep('phone', { ...await kept('phone'), trust: [jwk(0)], issued: at(0), recipient: `age1${'e'.repeat(58)}` });
        let answer;
        const real = window.fetch;
        window.fetch = (path, options) => path === '/phone/key' ? Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } })) : real(path, options);
        const found = [];
        const offered = async (key, chain) => {
          answer = { key, chain };
          await refreshKey();
          const { recipient, unsigned } = await kept('phone');
          found.push(`${recipient.slice(4, 5)} ${unsigned ? 'unsigned' : 'signed'}`);
        };
        const renewed = [await word(0, [0, 1], 1, 'q'), await word(1, [1, 2], 2, 'q')];
        await offered(await word(2, [2], 10, 'p'), [renewed[0]]);
        await offered(await word(2, [2], 10, 'p'), renewed);
        await offered(await word(2, [2], 5, 'r'), []);
        await offered(await word(2, [2], 20, 'z'), []);
        await offered(await word(0, [0], 30, 'y'), renewed);
        await offered(await word(3, [3], 40, 'x'), [await word(3, [3], 35, 'q')]);
        window.fetch = real;
        return found;
      }
      """;

  private static Pocket screened(Page page, boolean offline) {
    Pocket pocket = new Pocket(page, Server.demo().address());
    page.context().setOffline(offline);
    pocket.start().begin(false).through(Pocket.POSSIBLE_MINOR, Map.of(), false);
    return pocket;
  }

  @Test
  void nothingLeavesTheQueueWithoutTheSignedReceiptOfThatEntry() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      new Pocket(page, Server.demo().address()).enrol("Answered");
      screened(page, false).start();
      page.waitForSelector(".queued .badge.good");
      Object receipt =
          page.evaluate(
              "async () => (await (await import('/phone/store.js')).all('queue'))[0].receipt");
      List<String> answers = new ArrayList<>();
      answers.add("{}");
      answers.add("{\"receipt\":\"a.b.c\"}");
      answers.add("{\"receipt\":\"" + receipt + "\"}");
      answers.add("{\"receipt\":\"" + receipt.toString().replaceAll(".{4}$", "AAAA") + "\"}");
      List<String> given = Collections.synchronizedList(new ArrayList<>(answers));
      List<String> asked = Collections.synchronizedList(new ArrayList<>());
      page.route(
          RECORDS,
          route -> {
            asked.add(route.request().url());
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(given.get(asked.size() % given.size())));
          });
      Pocket pocket = screened(page, false).start();
      for (int i = 0; i < answers.size(); i++) {
        page.evaluate(HAND_IN);
      }
      assertThat(asked).hasSizeGreaterThanOrEqualTo(answers.size());
      page.waitForSelector(".queued:has-text('not signed')");
      assertThat(page.locator(".queued .badge:not(.good)").count()).isEqualTo(1);
      assertThat(pocket.kept().get("queue")).contains("\"sealed\"");
      page.unroute(RECORDS);
      page.evaluate(HAND_IN);
      page.waitForFunction("() => document.querySelectorAll('.queued .badge.good').length === 2");
    }
  }

  /** Primero gave an entry up after the third failure. */
  @Test
  void anEntryIsTriedForEver() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      new Pocket(page, Server.demo().address()).enrol("Tried for ever");
      List<String> tried = Collections.synchronizedList(new ArrayList<>());
      page.route(
          RECORDS,
          route -> {
            tried.add(route.request().url());
            route.abort();
          });
      Pocket pocket = screened(page, false).start();
      for (int i = 0; i < 12; i++) {
        page.evaluate(HAND_IN);
      }
      assertThat(tried).hasSizeGreaterThanOrEqualTo(12);
      assertThat(pocket.kept().get("queue")).contains("\"sealed\"", "\"waits\"");
      page.unroute(RECORDS);
      page.evaluate(HAND_IN);
      page.waitForSelector(".queued .badge.good");
    }
  }

  @Test
  void itFollowsTheHousesKeysAsTheyAreRenewedAndNoOther() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      new Pocket(page, Server.demo().address()).enrol("Long in a drawer");
      page.context().setOffline(true);
      assertThat(page.evaluate(CHAIN).toString())
          .as("a gap; whole; older; newer; by a key that was replaced; by a stranger")
          .isEqualTo(
              List.of(
                      "e unsigned",
                      "p signed",
                      "p unsigned",
                      "z signed",
                      "z unsigned",
                      "z unsigned")
                  .toString());
    }
  }

  /** The server was restored to before the phone was enrolled. */
  @Test
  void aPhoneThatTheHouseForgotEnrolsAsTheOneItWasOrSaysWhoMust() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      new Pocket(page, Server.demo().address()).enrol("Forgotten");
      String id =
          page.evaluate("async () => (await (await import('/phone/store.js')).kept('phone')).id")
              .toString();
      List<String> enrolled = Collections.synchronizedList(new ArrayList<>());
      page.route(
          "**/phone/enrolments",
          route -> {
            enrolled.add(route.request().postData());
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody("{}"));
          });
      page.route("**/phone/here?*", route -> forgotten(route, false));
      page.reload();
      page.waitForCondition(() -> !enrolled.isEmpty());
      assertThat(JSON.readTree(enrolled.get(0)).required("id").asString()).isEqualTo(id);
      page.unroute("**/phone/here?*");
      page.route("**/phone/here?*", route -> forgotten(route, true));
      page.reload();
      page.waitForSelector(".notice.danger:has-text('no longer knows this phone')");
      page.unroute("**/phone/here?*");
      page.reload();
      page.waitForFunction(
          "() => document.querySelector('.starts .primary') && !document.querySelector('.notice.danger')");
    }
  }

  private static void forgotten(Route route, boolean another) {
    Request asked = route.request();
    ObjectNode said =
        (ObjectNode)
            JSON.readTree(route.fetch(new Route.FetchOptions().setUrl(asked.url())).text());
    said.put("phone", "UNKNOWN");
    if (another) {
      said.put("user", UUID.randomUUID().toString());
    }
    route.fulfill(
        new Route.FulfillOptions().setContentType("application/json").setBody(said.toString()));
  }
}
