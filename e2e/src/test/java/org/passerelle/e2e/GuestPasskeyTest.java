package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.testing.FreePorts;

/**
 * A guest enters a letterbox with link and code, creates a passkey, and later enters with link and
 * passkey, in a real browser.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class GuestPasskeyTest {
  private static final Pattern CODE = Pattern.compile("The code is ([0-9]{4} [0-9]{4})");
  private static final Pattern LINK = Pattern.compile("/letterbox/[A-Za-z0-9_-]{43}");

  @Test
  void aPasskeyStandsForTheCodeAfterTheFirstVisit() throws Exception {
    Path folder = Server.folder();
    Files.createDirectories(folder);
    Files.write(folder.resolve("houses"), List.of("paris"));
    int port = FreePorts.next();
    RegionHouse paris = new RegionHouse("paris", folder, port, port);
    try (BrowserContext context = Chromium.get().newContext()) {
      Eventually.is("it is furnished", () -> Files.exists(folder.resolve("paris.met")));
      Client camille = Client.in(paris.address(), "camille.paris");
      String box = "/protect/letterboxes/" + GivenCase.to("Kosovo", camille);
      Eventually.is("it lies there", () -> camille.get(box).status() == 200);
      camille.post(box + "/code");
      String code = found(CODE, camille.get(box).body(), 1);
      camille.post(box + "/link");
      String link = paris.address() + found(LINK, camille.get(box).body(), 0);

      context.setDefaultTimeout(Eventually.MILLISECONDS);
      Page guest = context.newPage();
      List<String> complaints = new ArrayList<>();
      guest.onConsoleMessage(
          m -> {
            if (m.type().equals("error")) {
              complaints.add(m.text());
            }
          });
      PasskeyTest.authenticator(context.newCDPSession(guest));
      guest.navigate(link);
      assertThat(guest.locator("[data-passkey=use]").count()).as("nobody has one yet").isZero();
      guest.fill("#code", code);
      guest.click("form.section button");
      guest.waitForURL("**/letterbox");
      assertThat(guest.content()).contains("Mila");
      guest.waitForResponse(
          r -> r.request().isNavigationRequest() && r.status() == 200,
          () -> guest.click("[data-passkey=make] [data-go]"));
      guest.waitForLoadState();
      guest.click("form[action='/letterbox/acts/out'] button");
      guest.waitForURL("**/letterbox/out");

      guest.navigate(link);
      guest.click("[data-passkey=use] [data-go]");
      guest.waitForURL("**/letterbox");
      assertThat(guest.content()).contains("Mila");
      assertThat(complaints).isEmpty();
    } finally {
      paris.close();
    }
  }

  private static String found(Pattern pattern, String page, int group) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(group);
  }
}
