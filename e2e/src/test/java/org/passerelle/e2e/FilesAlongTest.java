package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** A file of a case is selected for a referral, on a phone and at a desk, in each language. */
@ExtendWith(Chromium.class)
@Tag("long")
class FilesAlongTest {
  private static final String LONG_NAME =
      "decision-of-the-court-of-appeal-of-the-capital-" + "x".repeat(60);

  @ParameterizedTest
  @CsvSource({"PHONE, fr", "DESKTOP, en", "PHONE, sr-Cyrl"})
  void everybodyCanTickIt(Device device, String language) {
    try (Visitor who = Visitor.in(device, "jelena.most", language)) {
      // a separate case, since other tests' changes to a listed case decide what may be disclosed
      Client client = Client.in(Server.demo().address(), "jelena.most");
      client.get("/protect/cases/new");
      String file = client.post("/protect/cases", SoundCase.but("safe", "yes")).location();
      who.go(file + "/notes");
      who.page()
          .setInputFiles(
              "#file",
              new FilePayload(
                  LONG_NAME + ".txt", "text/plain", "Words".getBytes(StandardCharsets.UTF_8)));
      // for this kind the sender has to describe the content
      who.page().selectOption("form[action$='/files'] select", "other");
      who.press("form[action$='/files'] button");
      look(who);
      who.go(file + "/referrals/new");
      who.page().selectOption("#service", "legal_aid");
      who.page()
          .selectOption(
              "#recipient", who.one("#recipient option:nth-child(2)").getAttribute("value"));
      who.page().fill("#request", "Please advise her");
      who.press("form[action$='/referrals'] button.primary");
      assertThat(who.path()).as(who.text()).endsWith("/content");
      look(who);
      assertThat(who.page().locator("input[name=files]:checked").count()).isZero();
      who.one("input[name=files]").check();
      who.comesBack("button[name=step][value=review]");
      assertThat(who.page().locator("a[href^='#file-']").count()).as(who.text()).isPositive();
      assertThat(who.one("input[name=files]:checked").count()).as("it stays ticked").isPositive();
      look(who);
    }
  }

  private static void look(Visitor who) {
    assertThat(Looked.at(who)).as(who.path()).isEmpty();
  }
}
