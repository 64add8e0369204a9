package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** Import and export of records, the list, the printed case, forms and figures, by their users. */
@ExtendWith(Chromium.class)
@Tag("long")
class CaseworkInFullTest {
  private static final String TAKE = "form[action='/house/forms'] button.primary";

  /** A check without changes, the valid rows, and the same file a second time. */
  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "fr, PHONE", "sr-Cyrl, DESKTOP"})
  void aManagerTakesInRecords(String language, Device device) {
    String file =
        "record_id,prs_FirstName,prs_Gender\n%s-1,Ana,Feminine\n%s-2,Mara,Nobody\n"
            .formatted(language, language);
    try (Visitor manager = Visitor.in(device, "jelena.most", language)) {
      send(manager, file);
      assertThat(manager.heading()).contains("1");
      assertThat(manager.page().locator("tbody tr").count()).isEqualTo(1);
      assertThat(manager.page().locator("tbody tr").first().innerText())
          .contains("3", "prs_Gender");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.press("form[action$='/enter'] button.primary");
      ended(manager);
      manager.press("main a.btn.primary");
      assertThat(manager.page().locator("form[action$='/enter']").count()).isZero();
      send(manager, file);
      assertThat(manager.page().locator("form[action$='/enter']").count()).isZero();
    }
  }

  private static void send(Visitor manager, String file) {
    manager.go("/protect/import");
    assertThat(EveryPageTest.problems(manager)).isEmpty();
    manager
        .page()
        .setInputFiles(
            "#file", new FilePayload("r.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    manager.press("form[action='/protect/import/upload'] button.primary");
    ended(manager);
    manager.press("main a.btn.primary");
  }

  /** The page polls until the work has ended. */
  private static void ended(Visitor visitor) {
    visitor.page().waitForSelector("#work .badge.good");
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }

  /** A file of eleven megabytes is rejected before it is sent, and a note beside it is kept. */
  @Test
  void aFileThatIsTooLargeIsSaidBeforeItIsSentAndTheNoteBesideItStays() {
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", "en")) {
      String at = Casework.open(manager, "Vida " + System.nanoTime()).at();
      manager.go(at + "/notes");
      manager.page().fill("#text", "She asked twice for her sister");
      manager
          .page()
          .setInputFiles("#file", new FilePayload("film.mp3", "audio/mpeg", new byte[11 << 20]));
      assertThat(manager.one("#file-large").innerText()).contains("11 MB", "10 MB");
      manager.page().locator("form[action$='/files'] button").click();
      assertThat(manager.path()).as("nothing was sent").isEqualTo(at + "/notes");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager
          .page()
          .setInputFiles(
              "#file",
              new FilePayload("a.txt", "text/plain", "a".getBytes(StandardCharsets.UTF_8)));
      assertThat(manager.page().locator("#file-large").count()).isZero();
      manager.press("form[action$='/files'] button");
      manager.go(at + "/notes");
      assertThat(manager.text()).contains("a.txt");
      assertThat(manager.page().inputValue("#text")).isEqualTo("She asked twice for her sister");
    }
  }

  @Test
  void aManagerKeepsAViewAndChangesSeveralCasesAndTakesItBack() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      manager.go("/protect/cases?state=open&sort=code&col=person&col=opened");
      assertThat(manager.page().locator("thead th").allInnerTexts()).contains("Person", "Opened");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.page().locator(".keep summary").click();
      manager.page().fill("#view-name", "Open, by code");
      manager.press("form[action='/protect/cases/views'] button");
      assertThat(manager.page().locator("nav.views a[aria-current=page]").innerText())
          .contains("Open, by code");
      manager.page().locator("input[name=case]").nth(0).check();
      manager.page().locator("input[name=case]").nth(1).check();
      manager.press(".bulk button.btn:not(.quiet)");
      assertThat(manager.heading()).contains("2 cases");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.page().fill("#title", "Ring the school");
      manager.page().fill("#due", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
      manager.press("form[action$='/bulk/run'] button.primary");
      assertThat(manager.heading()).contains("added to 2 cases");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.press("form[action$='/undo'] button");
      assertThat(manager.heading()).contains("Undone");
    }
  }

  @Test
  void theListGoesOnAndBack() {
    try (Visitor supervisor = Visitor.in(Device.PHONE, "vesna.most", "sr-Cyrl")) {
      supervisor.go("/protect/cases?sort=country");
      String first = supervisor.page().locator("tbody th a").first().innerText();
      supervisor.press(".pager a[rel=next]");
      assertThat(supervisor.page().locator("tbody th a").first().innerText()).isNotEqualTo(first);
      assertThat(EveryPageTest.problems(supervisor)).isEmpty();
      supervisor.press(".pager a[rel=prev]");
      assertThat(supervisor.page().locator("tbody th a").first().innerText()).isEqualTo(first);
    }
  }

  @Test
  void aManagerExportsFewCasesAlone() throws IOException {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      manager.go("/protect/cases");
      manager.page().locator("input[name=case]").nth(0).check();
      manager.press(".bulk button.quiet");
      assertThat(manager.heading()).isEqualTo("Export 1 case");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.page().selectOption("#purpose", "own_figures");
      manager.page().fill("#reason", "Yearly figures");
      manager.press("form[action='/protect/export'] button.primary");
      ended(manager);
      Download file =
          manager.page().waitForDownload(() -> manager.one("main a.btn[download]").click());
      assertThat(Files.readString(file.path())).startsWith("\uFEFFrecord_id,").contains("Active");
    }
  }

  @Test
  void theCaseOnPaperAndWhoReceivedWhat() throws IOException {
    String at;
    String code;
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "fr")) {
      manager.go("/protect/cases");
      code = manager.page().locator("tbody th a").first().innerText();
      manager.press("tbody th a");
      at = manager.path();
      manager.go(at + "/paper");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      Download print =
          manager.page().waitForDownload(() -> manager.one("main button.primary").click());
      assertThat(Files.readAllBytes(print.path())).startsWith(0x25, 0x50, 0x44, 0x46);
      manager.go(at + "/copy");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.go(at + "/disclosures");
      assertThat(manager.text()).contains("l’équipe, sur papier");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
    }
    try (Visitor officer = Visitor.in(Device.PHONE, "mirjana.most", "sr-Cyrl")) {
      officer.go("/protect/disclosures");
      officer.page().fill("#code", code);
      officer.press("main form button.primary");
      assertThat(officer.path()).isEqualTo(at + "/disclosures");
      assertThat(officer.text()).contains("тим, на папиру");
      assertThat(EveryPageTest.problems(officer)).isEmpty();
      assertThat(officer.go(at)).isEqualTo(404);
    }
  }

  @Test
  void anAdministratorPutsANewFormIntoUse() throws IOException {
    String text =
        Files.readString(
                Path.of(Server.HOME.toString(), "platform/src/main/resources/forms/follow-up.yaml"))
            .replaceFirst("(?m)^form: .*", "form: e2e-follow-up");
    try (Visitor administrator = Visitor.in(Device.DESKTOP, "goran.most", "en")) {
      choose(administrator, "form: [");
      administrator.comesBack(TAKE);
      assertThat(administrator.page().locator(".error-summary").innerText()).contains("Line 1");
      assertThat(EveryPageTest.problems(administrator)).isEmpty();
      form(administrator, text);
      assertThat(administrator.text()).contains("A new form", "not yet in use");
      assertThat(EveryPageTest.problems(administrator)).isEmpty();
      administrator.press("main a[href$='/preview']");
      assertThat(EveryPageTest.problems(administrator)).isEmpty();
      administrator.page().goBack();
      administrator.press("form[action$='/activate'] button");
      assertThat(administrator.page().locator(".page-head .badge.good").count()).isEqualTo(1);
    }
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      assertThat(manager.go("/protect/forms/e2e-follow-up")).isEqualTo(200);
    }
  }

  private static void form(Visitor administrator, String text) {
    choose(administrator, text);
    administrator.press(TAKE);
  }

  private static void choose(Visitor administrator, String text) {
    administrator.go("/house/forms");
    administrator
        .page()
        .setInputFiles(
            "#file", new FilePayload("f.yaml", "text/yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "vesna.most, DESKTOP, sr-Cyrl",
    "claire.most, PHONE, fr",
    "mirjana.most, DESKTOP, en"
  })
  void figuresAreReadByRoleAndHoldNothingSmall(String login, Device device, String language) {
    try (Visitor reader = Visitor.in(device, login, language)) {
      assertThat(reader.go("/protect/figures")).isEqualTo(200);
      assertThat(EveryPageTest.problems(reader)).isEmpty();
      for (String shown : reader.page().locator(".figures-table td.num").allInnerTexts()) {
        assertThat(shown.strip()).doesNotMatch("[1-4]");
      }
    }
  }
}
