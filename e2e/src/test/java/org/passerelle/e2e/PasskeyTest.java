package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A passkey as second factor: created at the first sign-in, used at the next and before a sensitive
 * action, in a real browser.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class PasskeyTest {
  private static final String PASSWORD = "three blue herons walk";

  @Test
  void madeAtTheFirstSignInAndUsedAtTheNext() {
    try (Server server = Server.start(Server.folder().resolve("house"));
        BrowserContext context = Chromium.get().newContext()) {
      context.setDefaultTimeout(Eventually.MILLISECONDS);
      // passkeys are bound to a host name: a numeric address has none
      String house = server.address().replace("127.0.0.1", "localhost");
      Axe.comesWith(context);
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(
          m -> {
            if (m.type().equals("error")) {
              complaints.add(m.text());
            }
          });
      authenticator(context.newCDPSession(page));

      page.navigate(house + server.firstLink());
      firstAdministrator(page);
      page.waitForURL("**/sign-in/enrol");
      page.fill("#pk-label", "Telephone");
      page.click("[data-passkey=make] [data-go]");
      page.waitForURL(url -> !url.contains("/sign-in/enrol"));
      page.navigate(house + "/account");
      assertThat(page.content()).contains("Telephone");

      page.click("form.sign-out button");
      page.navigate(house + "/sign-in");
      page.fill("main [name=login]", "admin.first");
      page.fill("main [name=password]", PASSWORD);
      page.click("main button[type=submit]");
      page.waitForURL("**/sign-in/second-factor");
      page.navigate(house + "/account");
      assertThat(page.url()).as("the password alone opens no page").contains("/sign-in");
      page.navigate(house + "/sign-in/second-factor");
      page.click("[data-passkey=use] [data-go]");
      page.waitForURL(url -> !url.contains("/sign-in"));
      assertThat(page.navigate(house + "/account").status()).isEqualTo(200);
      assertThat(page.url()).endsWith("/account");

      // requested again before a sensitive action
      page.navigate(house + "/account/confirm");
      assertThat(EveryPageTest.problems(page)).isEmpty();
      page.click("[data-passkey=use] [data-go]");
      page.waitForURL(url -> !url.contains("/account/confirm"));
      assertThat(complaints).isEmpty();
    }
  }

  private static void firstAdministrator(Page page) {
    page.fill("main [name=nameEn]", "House");
    page.fill("main [name=nameFr]", "Maison");
    page.fill("main [name=nameSr]", "Кућа");
    page.fill("main [name=handle]", "kuca");
    page.selectOption("main [name=type]", "ngo");
    page.selectOption("main [name=country]", "RS");
    page.fill("main [name=name]", "Ana");
    page.fill("main [name=login]", "admin.first");
    page.fill("main [name=password]", PASSWORD);
    page.fill("main [name=passwordAgain]", PASSWORD);
    page.click("main button[type=submit]");
  }

  /** A phone that confirms its holder. */
  static void authenticator(CDPSession session) {
    session.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject request = new JsonObject();
    request.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", request);
  }
}
