package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * A diagnosis from its first interview to the dossier. The anonymised edition contains no name,
 * pseudonym, shelter or narrative, on the page, in print and in the file.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class FromInterviewToDossierTest {
  private static final String SAID =
      "Stric Ognjen ih je odveo u kuću Sunčana strana, u Jelovoj ulici. Svake nedelje je brojao novac.";

  /** What must not leave: names, keys of pseudonyms, a shelter, words of an informant. */
  private static final List<String> POISON =
      List.of(
          "Ognjen",
          "Kobac",
          "Kolibri",
          "V-77",
          "Sunčana",
          "Jelov",
          "nedelje",
          "brojao",
          "+381 00 777",
          "izveštaj Zeta",
          "Kuća Most");

  @ParameterizedTest
  @CsvSource({"fr, DESKTOP", "sr-Latn, PHONE"})
  void nothingOfAnybodyLeavesWithoutNames(String language, Device device) throws IOException {
    try (Visitor analyst = Visitor.in(device, "tamara.most", language)) {
      String diagnosis = diagnosis(analyst, language);
      interview(analyst, diagnosis);
      String network = network(analyst, diagnosis, language);
      actor(analyst, network, "Kobac Ognjen", "person", "врбовалац", false);
      actor(analyst, network, "Kobac Ognjena žena", "person", "", false);
      actor(analyst, network, "V-77 Kolibri", "person", "", true);
      actor(analyst, network, "+381 00 777", "phone", "", false);
      tie(analyst, network, "Kobac Ognjen", "Kobac Ognjena žena", "сродство");
      tie(analyst, network, "Kobac Ognjen", "V-77 Kolibri", "контрола");
      tie(analyst, network, "Kobac Ognjen", "+381 00 777", "користи");
      circle(analyst, network);
      analyst.go(network + "/dossier");
      analyst.press("form[action$='/dossier'] button");
      analyst.worked();
      analyst.press("main a.primary");
      String dossier = analyst.path();
      analyst.page().locator("details:has(#script) summary").click();
      analyst.page().fill("#script", SAID);
      analyst.press("form[action$='/texts/script'] button");
      isSound(analyst);
      assertThat(analyst.text()).contains("Kobac Ognjen").contains("Jelovoj");
      assertThat(words(paper(analyst)))
          .as("the edition for magistrates names whom the team names")
          .contains("Kobac Ognjen")
          .contains("Jelovoj");
      analyst.go(dossier + "?edition=anonymised");
      isSound(analyst);
      assertThat(analyst.page().locator("main").textContent()).contains("A-1");
      clean(analyst.page().locator("main").textContent(), "page");
      clean(words(paper(analyst)), "PDF");
      Download lines =
          analyst
              .page()
              .waitForDownload(() -> analyst.one("form[action$='/exchange'] button").click());
      clean(Files.readString(lines.path()), "FollowTheMoney");
    }
  }

  private static void clean(String text, String where) {
    assertThat(text).isNotBlank();
    for (String word : POISON) {
      assertThat(text).as(where).doesNotContainIgnoringCase(word);
    }
  }

  private static byte[] paper(Visitor analyst) throws IOException {
    Download file =
        analyst.page().waitForDownload(() -> analyst.one("form[action$='/paper'] button").click());
    return Files.readAllBytes(file.path());
  }

  private static String words(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document)
          + document.getDocumentInformation().getTitle()
          + document.getDocumentInformation().getAuthor();
    }
  }

  private static String diagnosis(Visitor analyst, String language) {
    analyst.go("/understand/diagnoses/new");
    analyst.page().fill("#title", "Deca na ulici " + language);
    analyst.page().fill("#question", "Ko ih dovodi?");
    analyst.page().fill("#scope", "Dva grada, 2024–2026.");
    analyst.page().fill("#sites", "Grad\nGranični prelaz");
    analyst.press("form[action='/understand/diagnoses'] button.primary");
    return analyst.path();
  }

  private static void interview(Visitor analyst, String diagnosis) {
    analyst.go(diagnosis + "/interviews/new");
    analyst.page().check("[name=consent][value=spoken]");
    analyst.page().check("[name=age][value='25-plus']");
    analyst.page().fill("#pseudonym", "Kolibri");
    analyst.page().fill("#language", "srpski");
    analyst.page().locator("#site").selectOption(new SelectOption().setIndex(1));
    analyst.page().check("[name=through][value=yes]");
    analyst.press("form[action$='/interviews'] button.primary");
    analyst.page().fill("#transcript", SAID);
    analyst.press("form[action$='/transcript'] button");
    isSound(analyst);
    // the study needs the words as they were said; what leaves is tested below
    for (Locator word : analyst.page().locator("[name=strike]").all()) {
      word.uncheck();
    }
    analyst.press("form[action$='/transcript'] button.primary");
    analyst.page().fill("#quote", "Svake nedelje je brojao novac.");
    analyst.page().locator("#theme").selectOption("money");
    analyst.press("form[action$='/codes'] button");
    analyst.press("form[action$='/coded'] button");
    isSound(analyst);
  }

  private static String network(Visitor analyst, String diagnosis, String language) {
    String id = diagnosis.substring(diagnosis.lastIndexOf('/') + 1);
    analyst.go("/understand/networks/new?diagnosis=" + id);
    assertThat(analyst.page().inputValue("#diagnosis")).isEqualTo(id);
    analyst.page().fill("#title", "Jato " + language);
    analyst.page().fill("#question", "Ko uzima novac?");
    analyst.press("form[action='/understand/networks'] button.primary");
    return analyst.path();
  }

  private static void actor(
      Visitor analyst, String at, String label, String kind, String role, boolean victim) {
    analyst.go(at + "/actors/new");
    analyst.page().fill("#label", label);
    analyst.page().selectOption("#kind", kind);
    analyst.page().fill("#role", role);
    analyst.page().fill("#country", "RS");
    analyst.page().fill("#place", "Jelova ulica");
    if (victim) {
      analyst.page().check("[name=victim]");
    }
    analyst.press("form.form button.primary");
  }

  private static void tie(Visitor analyst, String at, String one, String other, String kind) {
    analyst.go(at + "/ties/new");
    analyst.page().fill("#one", one);
    analyst.page().fill("#kind", kind);
    analyst.page().fill("#other", other);
    analyst.page().fill("#from", "2025-03");
    analyst.page().fill("#source", "izveštaj Zeta");
    analyst.page().fill("#grading", "B2");
    analyst.press("form.form button.primary");
  }

  /** The associates, from a list. */
  private static void circle(Visitor analyst, String at) {
    StringBuilder table = new StringBuilder("source,target,kind,provenance\n");
    for (int i = 0; i < 12; i++) {
      for (int j : new int[] {i / 2, i / 3}) {
        if (i != j) {
          table.append("Kobac %d,Kobac %d,позив,izveštaj Zeta%n".formatted(i, j));
        }
      }
    }
    analyst.go(at + "/import");
    analyst
        .page()
        .setInputFiles(
            "#file",
            new FilePayload(
                "spisak.csv", "text/csv", table.toString().getBytes(StandardCharsets.UTF_8)));
    analyst.press("form[action$='/import/upload'] button.primary");
    analyst.leads(
        () -> analyst.page().locator("form[action*='/import/'] button.btn").first().click());
    analyst.press("form button[name=enter]");
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
