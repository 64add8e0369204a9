package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** A triage officer enters an advert from a tip, follows it, and is refused an empty picture. */
@ExtendWith(Chromium.class)
@Tag("long")
class WatchListWalkTest {
  private static final String OFFICER = "sanja.most";
  private static final String HERE = "/prevent/watch";
  private final List<String> found = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"PHONE, en", "DESKTOP, fr", "PHONE, sr-Cyrl", "DESKTOP, en"})
  void anEntryIsMadeAndFollowed(Device device, String language) {
    String address =
        "https://example.org/an-address-that-does-not-end-on-a-narrow-screen/" + System.nanoTime();
    try (Visitor officer = Visitor.in(device, OFFICER, language)) {
      List<String> asked = new ArrayList<>();
      officer.page().onRequest(request -> asked.add(request.url()));
      officer.go("/prevent/tips");
      officer.go(officer.one("tbody tr:first-child th a").getAttribute("href"));
      look(officer, "watch-tip", device, language);
      officer.press("a[href^='" + HERE + "/new?tip=']");
      assertThat(officer.leads(() -> officer.one("main form button.primary").click()))
          .as("nothing was filled in")
          .isEqualTo(422);
      look(officer, "watch-new", device, language);
      officer.page().check("input[name='kind'][value='advert']");
      officer.page().fill("#words", address);
      officer.page().fill("#place", "A group for season work");
      officer.press("main form button.primary");
      assertThat(officer.text()).contains(address);
      String entry = officer.path();
      look(officer, "watch-entry", device, language);
      officer.page().selectOption("#state", "reported");
      officer.press("form[action$='/state'] button");
      assertThat(officer.page().locator("section ol li").count()).isEqualTo(2);
      officer.go(HERE);
      look(officer, "watch-list", device, language);
      assertThat(officer.page().locator("a[href*='example.org']").count()).isZero();
      officer.go(HERE + "/picture");
      look(officer, "watch-picture", device, language);
      officer.page().setInputFiles("#file", Paper.photograph());
      officer.page().fill("#words", "A form on a table");
      officer.page().fill("#place", "A channel");
      assertThat(officer.leads(() -> officer.one("main form button.primary").click()))
          .as("a picture of one colour")
          .isEqualTo(422);
      look(officer, "watch-pictured", device, language);
      officer.go(entry);
      officer.page().click("details.asked summary");
      officer.press("form[action$='/remove'] button");
      assertThat(officer.path()).isEqualTo(HERE);
      assertThat(asked).noneMatch(url -> url.contains("example.org"));
    }
    assertThat(found).isEmpty();
  }

  private void look(Visitor officer, String name, Device device, String language) {
    officer.picture(name + "-" + device + "-" + language);
    found.addAll(Looked.at(officer));
  }
}
