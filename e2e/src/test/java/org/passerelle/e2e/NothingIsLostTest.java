package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** What somebody typed is kept, whatever happens in between. */
@ExtendWith(Chromium.class)
class NothingIsLostTest {
  private static final String XSS = "\"><img src=x onerror=alert(1)>";

  @Test
  void aStalePageKeepsWhatWasTyped() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      Casework work = Casework.open(manager, "Alder");
      manager.go(work.at() + "/notes");
      manager.page().fill("#text", "A long talk that nobody wants to write down twice.");
      // signs out in another tab: the form's token is no longer valid
      manager.page().context().clearCookies();
      assertThat(manager.leads(() -> manager.one("#note button.primary").click())).isEqualTo(403);
      assertThat(manager.page().content())
          .contains("A long talk that nobody wants to write down twice.");
      assertThat(manager.page().innerText("main")).doesNotContain("kind", "text\n");
      assertThat(manager.one("main .actions a").getAttribute("href"))
          .as("back to the form")
          .isEqualTo(work.at() + "/notes");
    }
  }

  @Test
  void aFormSentTwiceMakesOneCase() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      manager.go("/protect/cases/new");
      manager.page().selectOption("#country", "RS");
      manager.page().selectOption("#how_came", "self");
      manager.page().fill("#pseudonym", "Twice-sent Maple");
      Object paths =
          manager
              .page()
              .evaluate(
                  """
                  async () => {
                    const form = document.querySelector("form[action='/protect/cases']");
                    const send = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});
                    const both = await Promise.all([send(), send()]);
                    return [...both, await send()].map(r => r.status + ' ' + new URL(r.url).pathname);
                  }
                  """);
      assertThat(((List<?>) paths).stream().map(Object::toString).distinct().toList())
          .as("all three led to one case")
          .hasSize(1)
          .allMatch(p -> p.matches("200 /protect/cases/[0-9a-f-]{36}"));
    }
  }

  @Test
  void whatIsTypedAMomentBeforeTheLanguageIsSwitchedStandsThere() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      Casework work = Casework.open(manager, "Hazel");
      manager.go(work.at() + "/notes");
      manager.page().fill("#text", "The last words before the switch");
      manager.leads(() -> manager.one(".languages a[hreflang=fr]").click());
      assertThat(manager.page().getAttribute("html", "lang")).isEqualTo("fr");
      assertThat(manager.page().inputValue("#text")).isEqualTo("The last words before the switch");
    }
  }

  /**
   * The limit for a photograph is lower than for other files, and is announced before it is sent,
   * too.
   */
  @Test
  void aPhotographThatIsTooLargeIsSaidBeforeItIsSent() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      manager.go(Casework.open(manager, "Aspen " + System.nanoTime()).at() + "/photographs");
      manager
          .page()
          .setInputFiles("#file", new FilePayload("face.jpg", "image/jpeg", new byte[9 << 20]));
      assertThat(manager.one("#file-large").innerText()).contains("9 MB", "8 MB");
    }
  }

  /** Without a network the browser would show its own error page, and the input would be gone. */
  @Test
  void whatIsSentWithoutANetworkStaysHereWithItsWords() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      Casework work = Casework.open(manager, "Rowan " + System.nanoTime());
      manager.go(work.at() + "/notes");
      manager.page().fill("#text", "Said on the road, where there is no network");
      manager.page().context().setOffline(true);
      manager.one("#note button.primary").click();
      manager.page().locator(".offline-line").waitFor();
      assertThat(manager.page().locator(".offline-line").innerText()).contains("nothing was sent");
      assertThat(manager.path()).isEqualTo(work.at() + "/notes");
      manager.page().locator("main a").first().click();
      assertThat(manager.path()).isEqualTo(work.at() + "/notes");
      assertThat(manager.page().inputValue("#text"))
          .isEqualTo("Said on the road, where there is no network");
      manager.page().context().setOffline(false);
      manager.press("#note button.primary");
      assertThat(manager.text()).contains("Said on the road, where there is no network");
    }
  }

  /** A browser's date field discards an invalid value. */
  @Test
  void aDayThatIsNoneComesBackAsItWasTyped() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      manager.go(Casework.open(manager, "Medlar " + System.nanoTime()).at() + "/tasks/new");
      // like a browser without such a field
      manager.one("#due").evaluate("field => { field.type = 'text'; }");
      manager.page().fill("#due", "31 February 2030");
      manager.comesBack("form[action$='/tasks'] button.primary");
      assertThat(manager.page().inputValue("#due")).isEqualTo("31 February 2030");
      assertThat(manager.one(".field:has(#due) .field-error").innerText())
          .contains("Write the date");
      manager.page().fill("#due", "28 February 2030");
      manager.comesBack("form[action$='/tasks'] button.primary");
      assertThat(manager.page().inputValue("#due")).isEqualTo("28 February 2030");
      assertThat(manager.page().locator(".field:has(#due) .field-error").count()).isZero();
    }
  }

  /** A device seldom knows that it is offline: it has a network, but nobody answers. */
  @Test
  void whereNobodyAnswersALinkOrAFormLeavesThePageOpen() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      manager.page().clock().install();
      String team = Casework.open(manager, "Hornbeam " + System.nanoTime()).at() + "/team";
      manager.go(team);
      Page page = manager.page();
      page.route("**/*", Route::abort);
      page.clock().fastForward(60_000);
      page.locator("form[action$='/team/add'] button").click();
      page.locator("form .offline-line").waitFor();
      assertThat(page.locator("form .offline-line").innerText()).contains("nothing was sent");
      page.locator("main .page-head a").first().click();
      page.locator(".offline-line.over").waitFor();
      assertThat(page.locator(".offline-line").count()).isEqualTo(1);
      assertThat(page.locator(".offline-line").innerText()).contains("this page stays open");
      assertThat(manager.path()).isEqualTo(team);
      page.unroute("**/*");
      assertThat(manager.leads(() -> page.locator("main .page-head a").first().click()))
          .isEqualTo(200);
    }
  }

  /** The network is down as a link is followed, and up a moment later: the link is not followed. */
  @Test
  void wordsThatFoundNobodyStayOnTheirPage() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      String notes = Casework.open(manager, "Whitebeam " + System.nanoTime()).at() + "/notes";
      manager.go(notes);
      Page page = manager.page();
      AtomicReference<Route> kept = new AtomicReference<>();
      page.route("**/kept", kept::set);
      page.fill("#text", "Said at the door");
      page.locator("main .page-head a").first().click();
      page.waitForCondition(() -> kept.get() != null);
      Objects.requireNonNull(kept.get()).abort();
      page.locator(".offline-line.over").waitFor();
      assertThat(manager.path()).isEqualTo(notes);
      page.unroute("**/kept");
      manager.press("main .page-head a");
      manager.go(notes);
      assertThat(page.inputValue("#text")).isEqualTo("Said at the door");
    }
  }

  /**
   * The content of the phone is shown beside the form, since input that cannot be stored would be
   * lost.
   */
  @Test
  void theNumbersToCallOpenBesideWordsThatCannotBeKept() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      Page page = manager.page();
      manager.go("/phone");
      page.waitForFunction("() => navigator.serviceWorker.controller");
      String notes = Casework.open(manager, "Hornbeam " + System.nanoTime()).at() + "/notes";
      manager.go(notes);
      page.context().setOffline(true);
      page.fill("#text", "Said at the door");
      Page beside =
          page.context().waitForPage(() -> page.locator("a[href='/call']:visible").first().click());
      beside.waitForURL("**/call");
      assertThat(beside.locator("h1").count()).isEqualTo(1);
      assertThat(manager.path()).isEqualTo(notes);
      assertThat(page.inputValue("#text")).isEqualTo("Said at the door");
      page.context().setOffline(false);
    }
  }

  @Test
  void aLinkOfAListTappedOfflineLeavesThePageOpen() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "fr")) {
      manager.go("/protect/cases");
      manager.page().context().setOffline(true);
      manager.page().locator("main a[href^='/protect/cases/']").first().click();
      manager.page().locator(".offline-line.over").waitFor();
      assertThat(manager.path()).isEqualTo("/protect/cases");
      manager.page().context().setOffline(false);
      manager
          .page()
          .locator(".offline-line")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  @Test
  void theSecondOfTwoWhoEditIsToldAndLosesNothing() {
    try (Visitor first = Visitor.in(Device.DESKTOP, "jelena.most", "en");
        Visitor second = Visitor.in(Device.DESKTOP, "vesna.most", "en")) {
      Casework work = Casework.open(first, "Willow");
      first.go(work.at() + "/edit");
      second.go(work.at() + "/edit");
      first.page().fill("#take_care", "Speaks softly; sit beside, not opposite.");
      first.press("form[action$='/edit'] button.primary");
      second.page().fill("#take_care", "Afraid of dogs.");
      assertThat(second.leads(() -> second.one("form[action$='/edit'] button.primary").click()))
          .isIn(200, 409, 422);
      assertThat(second.text()).contains("Speaks softly; sit beside, not opposite.");
      assertThat(second.page().inputValue("#take_care")).isEqualTo("Afraid of dogs.");
      second.press("form[action$='/edit'] button.primary");
      first.go(work.at());
      assertThat(first.text()).contains("Afraid of dogs.");
    }
  }

  @Test
  void markupInAnyFieldIsShownAsText() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      manager.go("/protect/cases/new");
      manager.page().selectOption("#country", "RS");
      manager.page().selectOption("#how_came", "self");
      fillAll(manager, "form[action='/protect/cases']");
      manager.press("form[action='/protect/cases'] button.primary");
      Casework work = new Casework(manager);
      manager.go(work.at() + "/notes");
      manager.page().fill("#text", XSS);
      manager.press("#note button.primary");
      manager.go(work.at() + "/episodes/new");
      fillAll(manager, "form[action$='/episodes']");
      manager.leads(() -> manager.one("form[action$='/episodes'] button.primary").click());
      for (String part : List.of("", "/notes", "/history", "/team", "/consents", "/edit")) {
        manager.go(work.at() + part);
        isInert(manager);
      }
      manager.go(work.at());
      manager.one("button[data-dialog=identity]").click();
      manager.press("dialog[open] button.primary");
      isInert(manager);
      assertThat(manager.text()).contains("onerror=alert(1)");
      manager.go("/protect/cases");
      isInert(manager);
      assertThat(manager.text()).contains("onerror=alert(1)");
    }
  }

  private static void isInert(Visitor visitor) {
    assertThat(visitor.page().locator("img[src=x], [onerror]").count()).as(visitor.path()).isZero();
  }

  private static void fillAll(Visitor visitor, String form) {
    visitor
        .page()
        .evaluate(
            """
            ([form, text]) => document.querySelector(form)
              .querySelectorAll("input[type=text], input:not([type]), textarea")
              .forEach(e => { if (!/^(birth|age_|from$|until$|began|ended)/.test(e.name)) e.value = text; })
            """,
            List.of(form, XSS));
  }
}
