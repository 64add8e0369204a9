package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** A partnership, a channel on it, a report of the partner's staff, and what became of it. */
@ExtendWith(Chromium.class)
@Tag("long")
class PartnerChannelTest {
  private static final String MANAGER = "claire.most";
  private static final String OFFICER = "sanja.most";
  private static final String HERE = "/prevent/channels";
  private final List<String> found = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"PHONE, en", "DESKTOP, fr", "PHONE, sr-Cyrl"})
  void aReportComesInAndItsPartnerLearnsTheState(Device device, String language) {
    String name = "Platform Example " + System.nanoTime();
    partnership(name);
    String token = token(name, device, language);
    String text = "No papers needed, journey paid " + System.nanoTime();
    pages(token, device, language);
    withoutScripts(token, text);
    read(name, text, device, language);
    assertThat(found).isEmpty();
  }

  private void partnership(String name) {
    try (Visitor manager = Visitor.in(Device.DESKTOP, MANAGER, "en")) {
      manager.go("/partner/register/partnership/new");
      for (String language : List.of("en", "fr", "sr")) {
        manager.page().fill("[name='title." + language + "']", name);
      }
      manager.page().selectOption("[name='type']", "public-private");
      manager.page().selectOption("[name='state']", "in-force");
      manager.page().fill("[name='source.0.document']", "agreement");
      manager.press("main form[action$='/partnership'] button.primary");
      assertThat(manager.text()).contains(name);
    }
  }

  private String token(String name, Device device, String language) {
    try (Visitor officer = Visitor.in(device, OFFICER, language)) {
      officer.go("/prevent/tips");
      if (officer.page().locator("form[action$='/team/begin']").count() > 0) {
        officer.press("form[action$='/team/begin'] button");
      }
      officer.go(HERE);
      officer.press("a[href='" + HERE + "/new']");
      look(officer, "channel-new", device, language);
      officer.page().fill("#name", name);
      officer.page().selectOption("#sector", "platform");
      officer.page().selectOption("#partnership", new SelectOption().setLabel(name));
      officer.page().fill("#contact", "Trust and safety desk");
      officer.press("main form button.primary");
      officer.press("form[action$='/token'] button");
      look(officer, "channel-one", device, language);
      String token = officer.one("[role=status] code").innerText().strip();
      assertThat(token).startsWith("passerelle_partner_");
      officer.go(HERE);
      look(officer, "channel-list", device, language);
      return token;
    }
  }

  private void pages(String token, Device device, String language) {
    try (Visitor staff = Visitor.stranger(device, ColorScheme.LIGHT)) {
      staff.go("/language/" + language + "?to=/partners");
      look(staff, "partner-door", device, language);
      staff.press("a[href='/partners/training/hotel']");
      look(staff, "partner-training", device, language);
      staff.go("/partners");
      staff.page().fill("#token", token);
      staff.press("main form button.primary");
      look(staff, "partner-inside", device, language);
      assertThat(staff.leads(() -> staff.one("main form button.primary").click())).isEqualTo(422);
      look(staff, "partner-wrong", device, language);
    }
  }

  private static void withoutScripts(String token, String text) {
    try (BrowserContext context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setLocale("en")
                    .setViewportSize(375, 812))) {
      Page page = context.newPage();
      page.navigate(Server.demo().address() + "/partners");
      page.fill("#token", token);
      page.click("main form button.primary");
      page.check("input[name='danger_now'][value='no']");
      page.fill("#platform", "example.org");
      page.fill("#address", "https://example.org/an-address-that-does-not-end-on-a-narrow-screen");
      page.fill("#phrases", text);
      page.click("main form button.primary");
      assertThat(page.innerText("main")).contains("The report arrived", "Received");
    }
  }

  private void read(String name, String text, Device device, String language) {
    try (Visitor officer = Visitor.in(device, OFFICER, language)) {
      officer.go("/prevent/tips");
      officer.page().selectOption("#from", new SelectOption().setLabel(name));
      officer.press("main form[method='get'] button");
      look(officer, "channel-tips", device, language);
      assertThat(officer.page().locator("tbody tr").count()).isEqualTo(1);
      officer.go(officer.one("tbody tr th a").getAttribute("href"));
      assertThat(officer.text()).contains(text, name);
      assertThat(officer.page().locator("#answer").count()).isZero();
      officer.page().selectOption("#feedback", "acted");
      officer.press("form[action$='/feedback'] button");
      look(officer, "channel-tip", device, language);
      officer.go("/prevent/tips/figures");
      look(officer, "channel-figures", device, language);
    }
  }

  private void look(Visitor visitor, String name, Device device, String language) {
    visitor.picture(name + "-" + device + "-" + language);
    found.addAll(Looked.at(visitor));
  }
}
