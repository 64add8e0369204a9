package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** A dossier: computed from a network, edited, read in both editions, issued, downloaded. */
@ExtendWith(Chromium.class)
@Tag("long")
class DossierTest {
  private static final String NAME = "Zmajev";

  @ParameterizedTest
  @CsvSource({"en, PHONE", "fr, DESKTOP"})
  void fromANetworkToAnIssuedVersionInBothEditions(String language, Device device)
      throws IOException {
    try (Visitor analyst = Visitor.in(device, "tamara.most", language)) {
      String dossier = network(analyst, language) + "/dossier";
      analyst.go(dossier);
      isSound(analyst);
      analyst.press("form[action$='/dossier'] button");
      analyst.worked();
      analyst.press("main a.primary");
      String at = analyst.path();
      assertThat(analyst.page().locator(".chapter").count()).isEqualTo(13);
      assertThat(analyst.text()).contains(NAME);
      isSound(analyst);
      analyst.page().locator("details:has(#social) summary").click();
      analyst.page().fill("#social", "What we heard of " + NAME);
      analyst.press("form[action$='/texts/social'] button");
      assertThat(analyst.page().locator(".b-own").innerText()).contains("What we heard");
      isSound(analyst);
      analyst.go(at + "?edition=anonymised");
      assertThat(analyst.page().content()).contains("A-1").doesNotContain(NAME);
      isSound(analyst);
      String lines = taken(analyst, "form[action$='/exchange'] button", "anonymised.ftm.json");
      assertThat(lines).contains("A-1").doesNotContain(NAME);
      assertThat(taken(analyst, "form[action$='/paper'] button", "anonymised.pdf"))
          .startsWith("%PDF");
      analyst.go(at);
      analyst.leads(() -> analyst.one("form[action$='/issue'] button").click());
      assertThat(analyst.page().locator(".field-error").count())
          .as("nobody issues without their name")
          .isEqualTo(1);
      isSound(analyst);
      analyst.page().check("#name");
      analyst.press("form[action$='/issue'] button");
      assertThat(analyst.page().locator("form[action*='/texts/'], form[action$='/issue']").count())
          .as("an issued version is written in no more")
          .isZero();
      isSound(analyst);
    }
  }

  private static String network(Visitor analyst, String language) {
    analyst.go("/understand/networks/new");
    analyst.page().fill("#title", "A line " + language);
    analyst.page().fill("#question", "Who connects whom?");
    analyst.press("form[action='/understand/networks'] button");
    String at = analyst.path();
    StringBuilder table = new StringBuilder("source,target,kind\n");
    for (int i = 0; i < 12; i++) {
      for (int j : new int[] {i / 2, i / 3}) {
        if (i != j) {
          table.append("%s %d,%s %d,phone call%n".formatted(NAME, i, NAME, j));
        }
      }
    }
    analyst.go(at + "/import");
    analyst
        .page()
        .locator("#file")
        .setInputFiles(
            new FilePayload(
                "calls.csv", "text/csv", table.toString().getBytes(StandardCharsets.UTF_8)));
    analyst.press("form[action$='/upload'] button");
    analyst.leads(() -> analyst.one("form:has(#encoding) button.primary").click());
    analyst.press("button[name=enter]");
    return at;
  }

  private static String taken(Visitor analyst, String button, String name) throws IOException {
    Download download = analyst.page().waitForDownload(() -> analyst.one(button).click());
    assertThat(download.suggestedFilename()).endsWith(name);
    return Files.readString(download.path(), StandardCharsets.ISO_8859_1);
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
