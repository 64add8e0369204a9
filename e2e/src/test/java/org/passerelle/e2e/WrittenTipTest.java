package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.e2e.Visitor.Device;

/** Somebody writes a tip, an officer answers, the writer comes back with the code and adds. */
@ExtendWith(Chromium.class)
@Tag("long")
class WrittenTipTest {
  private static final String OFFICER = "sanja.most";
  private final List<String> found = new ArrayList<>();

  @BeforeEach
  void theTeamReceives() {
    try (Visitor officer = Visitor.in(Device.DESKTOP, OFFICER, "en")) {
      officer.go("/prevent/tips");
      if (officer.page().locator("form[action$='/team/begin']").count() > 0) {
        look(officer);
        officer.press("form[action$='/team/begin'] button");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Device.class,
      names = {"PHONE", "DESKTOP"})
  void itIsSealedInTheBrowserAndAnswered(Device device) {
    String text = "Men sleep behind the brickyard " + device + " " + System.nanoTime();
    String code;
    try (Visitor writer = Visitor.stranger(device, ColorScheme.LIGHT)) {
      writer.go("/tips");
      look(writer);
      writer.picture("tip-" + device);
      assertThat(writer.text()).contains("Your browser encrypts").doesNotContain("runs no scripts");
      List<String> sent = new ArrayList<>();
      writer.page().onRequest(request -> sent.add(body(request.postDataBuffer())));
      writer.page().click("main form button.primary");
      assertThat(writer.one("[role=status]").innerText()).contains("Write what happens");
      writer.page().fill("#what", text);
      writer.page().fill("#where", "Niš");
      writer.page().check("input[name='danger-now'][value='yes']");
      writer.page().click("main form button.primary");
      writer.page().waitForSelector("#words");
      look(writer);
      code = String.join(" ", writer.page().locator("#words li").allInnerTexts());
      assertThat(code.split(" ", -1)).hasSize(10);
      assertThat(sent).isNotEmpty().noneMatch(body -> body.contains("brickyard"));
    }
    answered(text, "Encrypted in its writer’s browser");
    try (Visitor writer = Visitor.stranger(device, ColorScheme.LIGHT)) {
      writer.go("/tips/return");
      look(writer);
      writer.page().fill("#return-code", code);
      writer.press("main form button.primary");
      assertThat(writer.text()).contains("How many doors?").doesNotContain("brickyard");
      look(writer);
      writer.picture("tip-inside-" + device);
      writer.page().fill("#what", "Two, one is nailed up");
      assertThat(writer.leads(() -> writer.page().click("main form button.primary")))
          .isEqualTo(200);
      assertThat(writer.text()).contains("What you added was sent.");
      assertThat(writer.page().locator("article.agreement").count()).isEqualTo(3);
      look(writer);
    }
    try (Visitor officer = Visitor.in(device, OFFICER, "fr")) {
      opened(officer, text);
      assertThat(officer.text()).contains("Two, one is nailed up");
      look(officer);
      officer.go("/prevent/tips/figures");
      look(officer);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void withoutScriptsItIsSealedOnArrival() {
    String text = "No scripts at the brickyard " + System.nanoTime();
    try (BrowserContext context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setLocale("en")
                    .setViewportSize(375, 812))) {
      Page page = context.newPage();
      page.navigate(Server.demo().address() + "/tips");
      assertThat(page.innerText("main")).contains("Your browser runs no scripts");
      page.fill("#what", text);
      page.check("input[name='danger-now'][value='no']");
      Eventually.is(
          "the time without the puzzle is over",
          () -> {
            page.click("main form button.primary");
            return page.locator("#words li").count() == 10;
          });
      String code = String.join(", ", page.locator("#words li").allInnerTexts());
      answered(text, "Encrypted on arrival");
      page.navigate(Server.demo().address() + "/tips/return");
      page.fill("#return-code", code.toUpperCase(java.util.Locale.ROOT));
      page.click("main form button.primary");
      assertThat(page.innerText("main")).contains("How many doors?");
      page.fill("#what", "Three after all");
      page.click("main form[action$='/add'] button.primary");
      assertThat(page.locator("article.agreement").count()).isEqualTo(3);
      page.click("main form[action$='/leave'] button");
      assertThat(page.url()).endsWith("/tips");
    }
    assertThat(found).isEmpty();
  }

  private void answered(String text, String sealed) {
    try (Visitor officer = Visitor.in(Device.DESKTOP, OFFICER, "en")) {
      officer.go("/prevent/tips");
      look(officer);
      opened(officer, text);
      assertThat(officer.text()).contains(sealed);
      look(officer);
      officer.picture("tip-officer");
      officer.page().fill("#answer", "How many doors?");
      officer.press("form[action$='/answer'] button.primary");
      assertThat(officer.text()).contains("How many doors?");
    }
  }

  /** Opens tips until it is the one with the text. */
  private static void opened(Visitor officer, String text) {
    officer.go("/prevent/tips");
    for (String tip :
        officer.page().locator("tbody th a").all().stream()
            .map(link -> link.getAttribute("href"))
            .toList()) {
      officer.go(tip);
      if (officer.text().contains(text)) {
        return;
      }
    }
    assertThat(officer.text()).contains(text);
  }

  private static String body(byte @Nullable [] sent) {
    return sent == null ? "" : new String(sent, StandardCharsets.UTF_8);
  }

  private void look(Visitor visitor) {
    found.addAll(Looked.at(visitor));
  }
}
