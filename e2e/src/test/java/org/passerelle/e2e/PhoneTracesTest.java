package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A copy of the complete browser profile reveals no word that was entered, and opens no completed
 * record, even with the session's cookie.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class PhoneTracesTest {
  private static final String NAME = "Здравка Милорадовић-Кезић";
  private static final String TELEPHONE = "+381 64 555 0199";
  private static final String STORY = "le chauffeur gardait son passeport à Zminjak";
  private static final String NOTED = "Спавала је код познаника, враћа се у среду";
  private static final String BEGUN = "перон седам иза пекаре";

  /** Zminjak is in none of the phone's lists of towns. */
  private static final Set<String> WORDS =
      Set.of(
          NAME,
          "Милорадовић",
          TELEPHONE,
          "64 555 0199",
          STORY,
          "chauffeur gardait",
          "Zminjak",
          BEGUN,
          "иза пекаре",
          Paper.BESIDE,
          "Здравкин пасош");

  private static final Map<String, String> WRITTEN =
      Map.of("means", NAME, "act", STORY, "purpose", TELEPHONE);

  private final Set<String> words = new TreeSet<>(WORDS);

  /** The search finds planted words in each place, so that "none" means something. */
  @Test
  void whatIsKeptOpenlyIsFoundInEveryPlace() throws IOException {
    try (Profile profile = new Profile(Server.folder().resolve("open"))) {
      Page page = profile.open();
      page.navigate(Server.demo().address() + "/call");
      page.evaluate(
          """
          async () => {
            localStorage.setItem('a', 'lies in локалној остави');
            document.cookie = 'b=lies-in-a-cookie; max-age=9999';
            const database = await new Promise((resolve, reject) => {
              const open = indexedDB.open('open', 1);
              open.onupgradeneeded = () => open.result.createObjectStore('all');
              open.onsuccess = () => resolve(open.result);
              open.onerror = () => reject(open.error);
            });
            const put = (key, value) => new Promise(done => { const t = database.transaction('all', 'readwrite', { durability: 'strict' }); t.objectStore('all').put(value, key); t.oncomplete = done; });
            await put(1, { text: 'lies in short кратко' });
            const long = [...Array(3000).keys()].map(i => `line ${i}, `).join('');
            await put(2, { text: long + 'lies in long дугачко' + long });
            await put(3, { bytes: new TextEncoder().encode(long + 'lies in bytes' + long) });
            await put(4, { text: btoa('xx lies in base64 yy') });
            for (let i = 0; i < 400; i++) await put(100 + i, { text: `filler ${i} `.repeat(1500) });
            const cache = await caches.open('open');
            await cache.put('/open', new Response(long + 'lies in the кеш'));
            database.close();
          }
          """);
      profile.shut();
      Traces traces =
          new Traces(
              Set.of(
                  "локалној остави",
                  "lies-in-a-cookie",
                  "short кратко",
                  "long дугачко",
                  "lies in bytes",
                  "lies in base64",
                  "lies in the кеш"));
      Set<String> found = traces.in(profile.folder());
      System.out.printf("%d files, found %s%n", traces.files(), found);
      for (String word :
          List.of(
              "локалној остави",
              "short кратко",
              "long дугачко",
              "lies in bytes",
              "lies in base64",
              "lies in the кеш")) {
        assertThat(found).as(word).anyMatch(one -> one.startsWith(word));
      }
    }
  }

  @Test
  void noWordOfWhatWasEnteredLiesOnTheDisk() throws IOException {
    String house = Server.demo().address();
    Path folder = Server.folder();
    try (Profile profile = new Profile(folder.resolve("phone"))) {
      Page page = profile.open();
      signIn(page, house);
      seen(page, house);
      Pocket pocket = new Pocket(page, house).enrol();
      page.context().setOffline(true);
      pocket.start().begin(false).toThePlace();
      page.setInputFiles("#paper", Paper.photograph());
      page.waitForSelector(".notice.good");
      pocket.toTheFirst().through(Pocket.POSSIBLE_MINOR, WRITTEN, false);
      String finished = page.url().replaceAll(".*/result/", "");
      pocket.start().begin(false).toThePlace();
      page.locator("#q-where_place").fill(BEGUN);
      pocket.on();
      page.waitForFunction("() => location.hash.endsWith('/how_old')");
      String begun = page.url().replaceAll(".*/ask/([^/]*)/.*", "$1");

      // as it is when the battery is removed, and when the browser was closed properly
      profile.kill();
      nothing(profile.folder());
      page = profile.open();
      new Pocket(page, house).start();
      signIn(page, house);
      List<com.microsoft.playwright.options.Cookie> cookies = page.context().cookies();
      page.context().setOffline(true);
      assertThat(new Pocket(page, house).start().kept().get("queue")).contains(finished);
      profile.shut();
      nothing(profile.folder());

      stolen(profile.copied(folder.resolve("stolen")), house, cookies, finished, begun);
      page = profile.open();
      signIn(page, house);
      new Pocket(page, house).start();
      page.waitForSelector(".queued .badge.good");
      profile.shut();
      nothing(profile.folder());
    }
  }

  /** The signed-in user, and names in the list and on the pages of cases, in the same browser. */
  private void seen(Page page, String house) {
    page.navigate(house + "/protect/cases");
    words.add(page.locator(".user .who").evaluate("e => e.firstChild.data.trim()").toString());
    for (String shown : page.locator("td .name").allInnerTexts()) {
      String name = shown.replaceAll("[,(].*", "").strip();
      // a name is in quotation marks; without one the page says "boy or man"
      if (name.length() >= 5 && !Character.isLowerCase(name.codePointAt(0))) {
        words.add(name);
      }
    }
    assertThat(words).hasSizeGreaterThan(WORDS.size() + 5);
    page.locator("th a.code").first().click();
    page.waitForSelector("main h1");
    String at = page.url();
    page.navigate(at + "/notes");
    page.waitForSelector("main h1");
    page.fill("#text", NOTED);
    page.click("#note button[type=submit]");
    page.waitForSelector("ol.timeline p.prewrap");
    for (String note : page.locator("ol.timeline p.prewrap").allInnerTexts()) {
      words.add(note.strip().substring(0, Math.min(30, note.strip().length())));
    }
    assertThat(words).as("what was noted").anyMatch(NOTED::startsWith);
    // names and telephones as the page of the person has them
    page.navigate(at);
    page.click("button[data-dialog=identity]");
    page.click("#identity button[type=submit]");
    page.waitForSelector("main dl");
    List<String> known = new ArrayList<>(page.locator("main dd [translate=no]").allInnerTexts());
    page.locator("main dd").allInnerTexts().stream()
        .filter(text -> text.matches("\\+?[0-9][0-9 /-]{6,}"))
        .forEach(known::add);
    known.stream().map(String::strip).filter(text -> text.length() >= 5).forEach(words::add);
  }

  private static void stolen(
      Profile copy,
      String house,
      List<com.microsoft.playwright.options.Cookie> cookies,
      String finished,
      String begun) {
    try (copy) {
      Page page = copy.open();
      // the server would receive the queue as soon as it is reachable: keep it offline while
      // checking
      page.context().setOffline(true);
      page.context().addCookies(cookies);
      Pocket pocket = new Pocket(page, house).start();
      assertThat(String.join("", pocket.kept().values()))
          .contains(finished, begun)
          .doesNotContain(NAME, TELEPHONE, STORY, BEGUN);
      page.evaluate("id => { location.hash = `#/result/${id}`; }", finished);
      page.waitForSelector("main h1");
      assertThat(page.content()).doesNotContain(NAME, TELEPHONE, STORY);
      page.evaluate("id => { location.hash = `#/ask/${id}/`; }", begun);
      page.waitForSelector("#pin");
      assertThat(page.content()).doesNotContain(BEGUN);
      // no stored key can be exported, and none opens sealed content
      assertThat(page.evaluate(KEYS).toString()).isEqualTo("0 of 2 given out, 0 opened");
    }
  }

  private static final String KEYS =
      """
      async () => {
        const rows = await new Promise(done => { const o = indexedDB.open('passerelle-phone'); o.onsuccess = () => {
          const t = o.result.transaction(['kept', 'queue', 'drafts']), all = [];
          for (const s of ['kept', 'queue', 'drafts']) t.objectStore(s).getAll().onsuccess = e => all.push(...e.target.result);
          t.oncomplete = () => { o.result.close(); done(all); }; }; });
        const secret = [];
        const walk = value => { if (value instanceof CryptoKey) { if (value.type !== 'public') secret.push(value); } else if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) Object.values(value).forEach(walk); };
        rows.forEach(walk);
        let out = 0, opened = 0;
        for (const key of secret) {
          for (const how of ['jwk', 'pkcs8', 'raw']) await crypto.subtle.exportKey(how, key).then(() => out++, () => {});
          for (const { id, sealed, iv } of rows) if (sealed && key.usages.includes('decrypt')) for (const place of [id ?? '', 'along']) await crypto.subtle.decrypt({ name: key.algorithm.name, iv: iv ?? new Uint8Array(12), additionalData: new TextEncoder().encode(place) }, key, sealed).then(() => opened++, () => {});
        }
        return `${out} of ${secret.length} given out, ${opened} opened`;
      }
      """;

  private void nothing(Path folder) throws IOException {
    Traces traces = new Traces(words);
    assertThat(traces.in(folder)).isEmpty();
    assertThat(traces.files()).as("files that were searched").isGreaterThan(20);
  }

  private static void signIn(Page page, String house) {
    page.navigate(house + "/sign-in");
    if (page.url().endsWith("/sign-in")) {
      page.fill("#login", "jelena.most");
      page.fill("#password", Server.PASSWORD);
      page.click("form[action='/sign-in'] button[type=submit]");
      page.waitForURL(url -> !url.contains("/sign-in"));
    }
  }
}
