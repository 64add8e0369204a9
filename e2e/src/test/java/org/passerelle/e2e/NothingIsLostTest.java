package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.e2e.Visitor.Device;

/** What somebody typed stays theirs, whatever happens between. */
@ExtendWith(Chromium.class)
class NothingIsLostTest {
  private static final String XSS = "\"><img src=x onerror=alert(1)>";

  @Test
  void aStalePageKeepsWhatWasTyped() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      Casework work = Casework.open(manager, "Alder");
      manager.go(work.at() + "/notes");
      manager.page().fill("#text", "A long talk that nobody wants to write down twice.");
      // signs out in the browser's other tab: the form's token is no longer valid
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

  /** A photograph may be smaller than other files, and that is said before it is sent, too. */
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

  /** A browser that finds no network shows a page of its own, and the words are gone. */
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
