package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shortest path of an offline screening, for the guard of main: enrolled, screened, sealed,
 * received and confirmed. Incidents on the way are in the long phone tests.
 */
@ExtendWith(Chromium.class)
class OfflineScreeningTest {
  private static final String SEEN = "Шид, перон 2";

  private static JsonNode entry(Page page) {
    Object all =
        page.evaluate(
            """
            async () => JSON.stringify((await (await import('/phone/store.js')).all('queue'))
              .map(e => ({ ...e, sealed: e.sealed ? new TextDecoder('latin1').decode(e.sealed) : '' })))
            """);
    JsonNode entries = new JsonMapper().readTree(all.toString());
    assertThat(entries.size()).isEqualTo(1);
    return entries.get(0);
  }

  @Test
  void whatIsScreenedWithoutANetworkIsSealedAndArrivesWithItsReceipt() {
    try (Visitor officer = Visitor.in(Visitor.Device.PHONE, "jelena.most", "en")) {
      Page page = officer.page();
      Pocket pocket = new Pocket(page, Server.demo().address()).enrol();
      page.context().setOffline(true);
      pocket.start().begin(false).through(Pocket.POSSIBLE_MINOR, Map.of("act", SEEN), false);
      assertThat(page.locator("ol.steps > li").count()).isGreaterThanOrEqualTo(4);

      JsonNode waiting = entry(page);
      assertThat(waiting.required("sealed").asString())
          .startsWith("age-encryption.org/v1")
          .doesNotContain("recruitment");
      assertThat(waiting.has("receipt")).isFalse();
      Map<String, String> kept = pocket.kept();
      assertThat(kept.get("queue") + kept.get("drafts") + kept.get("papers"))
          .doesNotContain(SEEN, "recruitment");

      page.context().setOffline(false);
      page.evaluate("location.hash = '#/'");
      page.waitForSelector(".queued .badge.good");
      JsonNode arrived = entry(page);
      assertThat(arrived.required("state").asString()).isEqualTo("taken");
      assertThat(arrived.required("receipt").asString()).contains(".");
      assertThat(arrived.required("sealed").asString()).isEmpty();
      assertThat(officer.go("/protect/screenings")).isEqualTo(200);
      assertThat(officer.text()).contains(arrived.required("code").asString());
    }
  }
}
