package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Planned visits and intakes offline: by code, sealed, and about a case. */
@ExtendWith(Chromium.class)
@Tag("long")
class PhoneFormsTest {
  private static final Map<String, List<String>> VISIT =
      Map.of("contact_kind", List.of("in_person"), "feels_safe", List.of("safe"));

  private static final Map<String, List<String>> INTAKE = Map.of("con_Consent", List.of("yes"));

  private static String first(Page page, Pocket pocket, String kind, String form) {
    pocket.start();
    page.evaluate("kind => { location.hash = `#/begin/${kind}`; }", kind);
    page.waitForSelector("ul.sets button.title, #pin");
    if (page.locator("#pin").count() > 0) {
      page.fill("#pin", Pocket.PIN);
      page.click("form button[type=submit]");
    }
    page.waitForSelector("ul.sets button.title");
    Locator line = page.locator("ul.sets li").filter(new Locator.FilterOptions().setHasText(form));
    Locator begin = line.first().locator("button.title");
    String code = begin.innerText().strip();
    begin.tap();
    page.waitForSelector("form.question");
    return code;
  }

  @Test
  void aVisitAndAnIntakeAreTakenDownWithoutANetworkAndArrive() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol("In the van");
      page.context().setOffline(true);
      String visited = first(page, pocket, "follow-up", "");
      pocket.through(VISIT, Map.of(), false);
      String taken = first(page, pocket, "intake", "HTCDS");
      page.click(".plainbar button[value=leave]");
      page.waitForSelector("a[href^='#/ask/']");
      page.reload();
      page.waitForSelector("a[href^='#/ask/']");
      page.locator("a[href^='#/ask/']").first().click();
      page.fill("#pin", Pocket.PIN);
      page.click("form button[type=submit]");
      page.waitForSelector("form.question");
      pocket.through(INTAKE, Map.of(), false);
      assertThat(visited).matches("[0-9A-Z]{3}-[0-9A-Z]{3}");
      assertThat(taken).matches("[0-9A-Z]{3}-[0-9A-Z]{3}");
      pocket.start();
      assertThat(page.locator("main").innerText()).as("nobody by code").doesNotContain(taken);
      assertThat(String.join("", pocket.kept().values())).doesNotContain(visited, taken);

      page.context().setOffline(false);
      pocket.start();
      page.waitForFunction("() => document.querySelectorAll('.queued .badge.good').length === 2");
      Object states =
          page.evaluate(
              "async () => (await (await import('/phone/store.js')).all('queue')).map(e => `${e.kind} ${e.state}`).sort().join(', ')");
      assertThat(states).isEqualTo("follow-up taken, intake taken");
      page.navigate(Server.demo().address() + "/protect/cases?q=" + taken);
      assertThat(page.locator("body").innerText()).contains(taken);
    }
  }
}
