package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * A place is requested for a child, who is placed, followed up and claims compensation, by the
 * respective users, on a phone and at a desk. The case page reports it; the address appears in no
 * browser but the placement officer's, and is stored in none, not even on a phone that is enrolled
 * for work without a network.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class SafePlaceTest {
  private final List<String> found = new ArrayList<>();
  private Said said = Said.in("en");

  @ParameterizedTest
  @CsvSource({"PHONE,sr-Cyrl", "DESKTOP,fr", "ZOOMED,en"})
  void aChildIsPlacedSeenAgainAndPaid(Device device, String language) {
    said = Said.in(language);
    String address = "Zq" + device + System.nanoTime() + "v";
    String name = "Sava " + device + " " + System.nanoTime();
    try (Visitor manager = Visitor.in(device, "jelena.most", language);
        Visitor officer = Visitor.in(device, "ivana.most", language)) {
      String house = house(officer, address);
      String at = Casework.open(manager, name).at();
      manager.go(at + "/edit");
      String code = asked(manager, at);
      officer.go("/protect/placement");
      look(officer);
      officer.press("li:has-text('" + code + "') a.title");
      look(officer);
      officer.press("form[action$='/hold/" + house + "'] button");
      assertThat(officer.text()).contains("Platan");
      if (officer.page().locator("#reason[aria-required=true]").count() > 0) {
        officer.page().fill("#reason", "The only house that is open tonight");
      }
      officer.press("form[action*='/expect/'] button.primary");
      assertThat(officer.path()).contains("/protect/stays/");
      look(officer);
      manager.go(at);
      stands(manager, "stands.expected");
      officer.press("form[action$='/arrived'] button");
      look(officer);
      manager.go(at);
      stands(manager, "stands.placed");
      look(manager);
      missing(officer, manager, at);
      for (String side : List.of("person", "care", "justice", "papers")) {
        manager.go(at + "/side/" + side);
        look(manager);
      }
      followUp(manager, at);
      claim(manager, at);
      if (device == Device.PHONE) {
        new Pocket(manager.page(), Server.demo().address()).enrol();
      }
      nowhereIn(manager, address);
      nowhereIn(officer, address);
      assertThat(found).isEmpty();
    }
  }

  /**
   * The shelter's staff report that the child is missing, tick what was done, enter the authority
   * that searches, and report the return; the case shows each step.
   */
  private void missing(Visitor officer, Visitor manager, String at) {
    officer.one("details:has(form[action$='/missing']) summary").click();
    officer.press("form[action$='/missing'] button");
    look(officer);
    assertThat(officer.text()).contains(said.of("stay.alert.none"));
    manager.go(at);
    stands(manager, "stands.missing");
    manager.go("/");
    assertThat(manager.text()).contains(said.of("stay.today.unconfirmed"));
    int toDo = officer.page().locator("form[action*='/steps/']").count();
    officer.leads(() -> officer.page().locator("form[action*='/steps/'] button").first().click());
    assertThat(officer.page().locator("form[action*='/steps/']").count()).isEqualTo(toDo - 1);
    officer.press("a[href$='/alert']");
    officer.comesBack("form[action$='/alert'] button.primary");
    // the source and number of the alert are required
    assertThat(officer.text()).contains(said.of("stay.alert.reference"));
    assertThat(officer.page().locator(".error-summary").count()).isOne();
    look(officer);
    officer.page().fill("#authority", "Police station at the river, duty officer");
    officer.page().fill("#reference", "PS-77/26");
    officer.press("form[action$='/alert'] button.primary");
    look(officer);
    assertThat(officer.text()).contains(said.of("stay.alert.by"), "PS-77/26");
    manager.go("/");
    assertThat(manager.text()).doesNotContain(said.of("stay.today.unconfirmed"));
    officer.one("details.asked:has(form[action$='/arrived']) summary").click();
    look(officer);
    officer.press("form[action$='/arrived'] button");
    manager.go(at);
    stands(manager, "stands.placed");
  }

  private String house(Visitor officer, String address) {
    officer.go("/protect/places/new");
    officer.page().fill("#name", "Platan " + System.nanoTime());
    officer.page().fill("#capacity", "3");
    look(officer);
    officer.press("form[action='/protect/places'] button.primary");
    officer.page().fill("#address", address);
    officer.press("form[action$='/address'] button.primary");
    String id = officer.path().replaceAll(".*/", "");
    officer.page().fill("#free", "3");
    officer.press("form[action$='/free'] button");
    look(officer);
    return id;
  }

  private String asked(Visitor manager, String at) {
    manager.go(at + "/placement/ask");
    manager.page().check("[name=urgency][value='0']");
    manager.page().check("[name=sex][value=female]");
    manager.page().fill("#age_from", "15");
    manager.page().fill("#age_until", "16");
    look(manager);
    manager.press("form[action$='/placement/ask'] button.primary");
    manager.go(at);
    stands(manager, "stands.waiting");
    return manager.one(".over .code").innerText();
  }

  /** A call is planned, recorded in the short form, and the next one is announced. */
  private void followUp(Visitor manager, String at) {
    manager.go(at + "/follow-ups/new");
    look(manager);
    manager.page().fill("#due", day(0));
    manager.press("form[action$='/follow-ups'] button.primary");
    manager.press("ul.rows a.title");
    look(manager);
    manager.press("form[action$='/tell'] button.primary");
    manager.page().check("[name='q-contact_kind'][value=phone]");
    manager.page().check("[name='q-feels_safe'][value=safe]");
    look(manager);
    manager.press("button[name=action][value=hand-in]");
    manager.go(at + "/follow-ups");
    look(manager);
    assertThat(manager.text())
        .contains(said.of("followup.state.done"), said.of("followup.state.planned"));
    manager.go(at);
    stands(manager, "stands.follow-up.call");
  }

  private void claim(Visitor manager, String at) {
    manager.go(at + "/compensation/new");
    look(manager);
    manager.page().check("[name=route][value=state_fund]");
    manager.page().selectOption("#currency", "EUR");
    manager.press("form[action$='/compensation'] button.primary");
    manager.press("a[href*='step?kind=claimed']");
    manager.page().fill("#amount", "12.500,50");
    look(manager);
    manager.press("form[action$='/steps'] button.primary");
    assertThat(manager.text()).containsPattern("12.500[.,]50");
    look(manager);
  }

  /** Neither on the open page nor in anything that the browser stores. */
  private void nowhereIn(Visitor who, String address) {
    who.go("/");
    // the search finds a planted word, so that "none" means something
    who.page().evaluate(PLANT);
    assertThat(who.page().evaluate(KEPT).toString())
        .contains("lies in text", "lies in bytes", "lies in a file", "lies in a key")
        .doesNotContain(address);
  }

  private static final String PLANT =
      """
      () => new Promise((resolve, reject) => {
        indexedDB.deleteDatabase('planted');
        const open = indexedDB.open('planted', 1);
        open.onupgradeneeded = () => open.result.createObjectStore('all');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const change = open.result.transaction('all', 'readwrite'), all = change.objectStore('all');
          all.put({ text: 'lies in text' }, 1);
          all.put({ bytes: new TextEncoder().encode('lies in bytes') }, 2);
          all.put(new Blob(['lies in a file']), 'lies in a key');
          change.oncomplete = () => { open.result.close(); resolve(); };
        };
      })
      """;

  /** The page, cookies, both storages, caches, and every store of every database. */
  private static final String KEPT =
      """
      async () => {
        const all = [document.documentElement.outerHTML, document.cookie,
          JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage})];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            all.push(request.url, await (await cache.match(request)).text());
          }
        }
        const answer = asked => new Promise((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
        const say = async value => {
          if (value instanceof Blob) all.push(await value.text());
          else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) all.push(new TextDecoder().decode(value));
          else if (value instanceof CryptoKey) all.push('key');
          else if (value && typeof value === 'object') for (const [name, one] of Object.entries(value)) { all.push(name); await say(one); }
          else all.push(String(value));
        };
        for (const { name } of await indexedDB.databases()) {
          const db = await answer(indexedDB.open(name));
          for (const store of db.objectStoreNames) {
            all.push(name, store);
            for (const what of ['getAllKeys', 'getAll']) {
              await say(await answer(db.transaction(store).objectStore(store)[what]()));
            }
          }
          db.close();
        }
        return all.join('\\n');
      }
      """;

  /** What the page of the case says of how the child stands. */
  private void stands(Visitor who, String key) {
    assertThat(who.one(".stands").innerText()).containsIgnoringCase(said.of(key));
  }

  private static String day(int ahead) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(ahead).toString();
  }

  private void look(Visitor who) {
    found.addAll(Looked.at(who));
  }
}
