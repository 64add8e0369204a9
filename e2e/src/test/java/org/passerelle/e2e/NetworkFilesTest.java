package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** Network files of other programs. */
@ExtendWith(Chromium.class)
@Tag("long")
class NetworkFilesTest {
  @ParameterizedTest
  @CsvSource({
    "fr, PHONE, les entités sont refusés, choisissez-le ci-dessous",
    "sr-Cyrl, DESKTOP, ентитети се одбијају, изаберите га ниже",
    "sr-Latn, DESKTOP, entiteti se odbijaju, izaberite ga niže"
  })
  void badFilesChangeNothing(String language, Device device, String refused, String choose)
      throws IOException {
    try (Visitor analyst = Visitor.in(device, "tamara.most", language)) {
      Networking.begin(analyst, "Files " + language);
      String at = analyst.path();
      Networking.imported(
          analyst,
          at,
          "bomb.graphml",
          "<!DOCTYPE g [<!ENTITY a 'aaaa'>]><graphml>&a;</graphml>"
              .getBytes(StandardCharsets.UTF_8));
      inWords(analyst, "bomb.graphml", refused);
      isSound(analyst);
      byte[] french =
          "appelant;appelé\nAnaïs;René\n=1+1;<b>x</b>\n".getBytes(Charset.forName("windows-1252"));
      Networking.imported(analyst, at, "appels.csv", french);
      inWords(analyst, "appels.csv", choose);
      analyst.page().selectOption("#encoding", "windows-1252");
      analyst.leads(
          () -> analyst.page().locator("form[action*='/import/'] button.btn").first().click());
      analyst.page().selectOption("#column-0", "source");
      analyst.page().selectOption("#column-1", "target");
      analyst.page().fill("#keep", "Operator");
      analyst.leads(
          () -> analyst.page().locator("form[action*='/import/'] button.btn").first().click());
      assertThat(analyst.page().textContent(".notice.good")).contains("4").contains("2");
      isSound(analyst);
      analyst.press("form button[name=enter]");
      analyst.page().waitForSelector(Networking.DRAWN);
      assertThat(analyst.page().textContent("[data-panel]")).contains("Anaïs").contains("<b>x</b>");
      analyst.go(at + "/export");
      analyst.page().check("[name=format][value=csv]");
      Download file =
          analyst
              .page()
              .waitForDownload(() -> analyst.one("form[action*='/export'] button.primary").click());
      assertThat(Files.readString(file.path())).contains("'=1+1").contains("Anaïs");
    }
  }

  /** Messages of the file reader are in the language of the page. */
  private static void inWords(Visitor analyst, String... words) {
    assertThat(analyst.page().textContent(".notice.danger")).contains(words);
    assertThat(analyst.page().textContent("main"))
        .doesNotContain("⟦")
        .doesNotContainPattern("\\b(Maybe|refused|cannot|--encoding)\\b");
    assertThat(analyst.page().locator("main [lang=en]").count()).isZero();
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
