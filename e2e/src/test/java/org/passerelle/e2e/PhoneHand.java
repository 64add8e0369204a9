package org.passerelle.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An officer's actions on a phone whose browser keeps its profile and may be killed. */
final class PhoneHand {
  private final Profile profile;
  private final Between between;
  private Page page;

  PhoneHand(Profile profile, Between between) {
    this.profile = profile;
    this.between = between;
    this.page = profile.open();
  }

  Page page() {
    return page;
  }

  Pocket pocket() {
    return new Pocket(page, between.address());
  }

  void enrol() {
    signIn();
    pocket().enrol();
  }

  /** Begins a screening and returns its identifier. */
  String begin() {
    pocket().start().begin(false);
    page.waitForFunction("() => location.hash.startsWith('#/ask/')");
    return page.url().replaceAll(".*#/ask/([0-9a-f-]{36}).*", "$1");
  }

  /**
   * Screens somebody from the first page to the result, optionally with a photograph of a document.
   */
  String screen(Map<String, List<String>> answers, Map<String, String> written, boolean paper) {
    String id = begin(paper);
    pocket().through(answers, written, false);
    return id;
  }

  private String begin(boolean paper) {
    String id = begin();
    if (paper) {
      pocket().toThePlace();
      page.setInputFiles("#paper", Paper.photograph());
      page.waitForSelector(".notice.good");
      pocket().toTheFirst();
    }
    return id;
  }

  /** Answers everything but does not press the last button. */
  String almost(Map<String, List<String>> answers, Map<String, String> written, boolean paper) {
    String id = begin(paper);
    pocket().toTheLast(answers, written, false);
    return id;
  }

  void leave() {
    page.click(".plainbar button[value=leave]");
    page.waitForSelector(".starts .primary");
  }

  /** Opens an unfinished screening, with the PIN if the phone asks for it. */
  void resume(String id) {
    pocket().start();
    page.locator("a[href='#/ask/" + id + "/']").click();
    page.waitForSelector("form.question, #pin");
    if (page.locator("#pin").count() > 0) {
      page.fill("#pin", Pocket.PIN);
      page.click("form button[type=submit]");
      page.waitForSelector("form.question");
    }
  }

  void signIn() {
    page.navigate(between.address() + "/sign-in");
    if (page.url().endsWith("/sign-in")) {
      page.fill("#login", "jelena.most");
      page.fill("#password", Server.PASSWORD);
      page.click("form[action='/sign-in'] button[type=submit]");
      page.waitForURL(url -> !url.contains("/sign-in"));
    }
  }

  /** Presses the submit button, if something waits, and waits until it has been tried. */
  void handIn() {
    // the button disappears if everything is received meanwhile
    page.evaluate("queue => { document.querySelector(queue + ' button.btn')?.click(); }", QUEUE);
    page.waitForFunction("queue => !document.querySelector(queue + ' [aria-busy=true]')", QUEUE);
  }

  private static final String QUEUE = "section[aria-labelledby=queue]";

  private static final String NOTHING_WAITS =
      "async () => { const { records, papers } = await (await import('/phone/store.js')).waiting();"
          + " return records + papers === 0; }";

  /** Whether the phone reports that everything was received. */
  boolean allArrived() {
    return page.locator(".queued .badge.good").count() > 0
        && Boolean.TRUE.equals(page.evaluate(NOTHING_WAITS));
  }

  /** The browser is killed and opened again. */
  void kill() {
    profile.kill();
    page = profile.open();
  }

  /** The browser is closed and opened again. */
  void again() {
    profile.shut();
    page = profile.open();
  }

  /** Limits the storage of this origin, or with 0 removes the limit. */
  void room(int bytes) {
    JsonObject asked = new JsonObject();
    asked.addProperty("origin", between.address());
    if (bytes > 0) {
      asked.addProperty("quotaSize", bytes);
    }
    page.context().newCDPSession(page).send("Storage.overrideQuotaForOrigin", asked);
  }

  /** For each entry with photographs, how many of how many were received. */
  @SuppressWarnings("unchecked")
  List<String> papers() {
    return (List<String>)
        page.evaluate(
            """
            async () => (await (await import('/phone/store.js')).all('queue'))
              .filter(entry => entry.papers > 0).map(entry => `${entry.papersArrived ?? 0} of ${entry.papers}`)
            """);
  }

  /** Codes assigned by the server to what this phone submitted. */
  @SuppressWarnings("unchecked")
  Set<String> said() {
    Object codes =
        page.evaluate(
            "async () => (await (await import('/phone/store.js')).all('queue')).map(entry => entry.code)");
    return new TreeSet<>((List<String>) codes);
  }
}
