package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.e2e.Visitor.Device;

/**
 * The programme manager maintains projects, funding and the calendar; the committee reads them on a
 * phone; the public reads the calendar; commands read through the running server.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class ProgrammeTest {
  private static final String SAVE =
      "main form.register-form button.primary, main form button.primary[type=submit]";

  private static final List<String> PAGES =
      List.of(
          "/steer/programme",
          "/steer/projects",
          "/steer/projects/caritas-al-xk",
          "/steer/projects/unodc-forced-crime",
          "/steer/funding",
          "/steer/grants/caritas-al-2019",
          "/steer/calendar",
          "/steer/calendar?view=month&month=2019-04",
          "/steer/iati",
          "/calendar");

  @TempDir Path folder;

  @Test
  void aBudgetThatDoesNotAddUpIsRefusedAndNothingTypedIsLost() {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "fr")) {
      manager.go("/steer/projects/ppp");
      assertThat(manager.text()).contains("Aucun montant n’est connu");
      manager.press(".page-head a.btn.primary");
      manager.page().fill("#declared-total", "150 000");
      manager.page().selectOption("#budget\\.0\\.funder", "meae");
      manager.page().fill("#budget\\.0\\.year", "2019");
      manager.page().fill("#budget\\.0\\.amount", "149 999,50");
      manager.comesBack(SAVE);
      assertThat(plain(manager.one("#declared-total-error").innerText()))
          .contains("149 999,50", "150 000,00", "0,50");
      assertThat(manager.page().inputValue("#budget\\.0\\.amount")).isEqualTo("149 999,50");
      assertThat(EveryPageTest.problems(manager)).isEmpty();
      manager.page().fill("#end", "2018-12-31");
      manager.comesBack(SAVE);
      assertThat(manager.page().locator("#end-error").count()).isEqualTo(1);
      manager.page().fill("#end", "");
      manager.page().fill("#budget\\.0\\.amount", "150 000,00");
      save(manager);
      manager.go("/steer/projects/ppp");
      assertThat(plain(manager.text()))
          .contains("150 000 €", "Ministère de l’Europe et des Affaires étrangères");
      manager.go("/steer/funding");
      assertThat(plain(manager.text())).contains("150 000 €");
    }
    try (Visitor member = Visitor.in(Device.PHONE, ColorScheme.DARK, "helene.most", "sr-Cyrl")) {
      member.go("/steer/projects/ppp");
      assertThat(plain(member.text())).contains("150.000 €");
      assertThat(member.page().locator("a[href$='/edit']").count()).isZero();
    }
  }

  /** With plain spaces in place of narrow ones in numbers. */
  private static String plain(String text) {
    return text.replaceAll("[\\u00a0\\u202f]", " ");
  }

  private static void save(Visitor manager) {
    manager.press(SAVE);
  }

  @Test
  void theCalendarShowsClashesAndIsDownloaded() throws IOException {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "claire.most", "fr")) {
      manager.go("/steer/calendar?at=2019-04-01");
      assertThat(manager.page().locator(".clashes li").count()).isEqualTo(1);
      assertThat(manager.one(".clashes li").innerText()).contains("8–9 avril 2019");
      assertThat(manager.page().locator("#g-to-come ~ ul > li").count()).isEqualTo(8);
      manager.page().selectOption("#f-pillar", "prosecution");
      manager.press("form.toolbar button[type=submit]");
      assertThat(manager.page().locator(".rows.events > li").count()).isEqualTo(3);
      manager.press(".views a:nth-child(2)");
      assertThat(manager.page().locator("table.month").count()).isEqualTo(1);
      Download feed =
          manager
              .page()
              .waitForDownload(() -> manager.one(".feeds a[href*='strategy.ics']").click());
      assertThat(Files.readString(feed.path()))
          .startsWith("BEGIN:VCALENDAR\r\n")
          .contains("LANGUAGE=fr", "UID:e-cest@events.passerelle");
    }
    try (Visitor member = Visitor.in(Device.PHONE, ColorScheme.DARK, "helene.most", "sr-Cyrl")) {
      member.go("/steer/calendar?view=month&month=2019-04");
      assertThat(member.text()).contains("понедељак, 8. април 2019.", "дан није познат");
      assertThat(member.page().locator("table.month thead").isVisible()).isFalse();
    }
    try (Visitor stranger = Visitor.stranger(Device.PHONE, ColorScheme.LIGHT)) {
      assertThat(stranger.go("/calendar")).isEqualTo(200);
      assertThat(stranger.text()).contains("28th session", "Date not known");
      assertThat(stranger.page().locator("main a[href^='/steer']").count()).isZero();
      assertThat(stranger.page().locator(".masthead .languages").first().isVisible()).isTrue();
      stranger.press("main nav a[href='/letters']");
      stranger.press("main nav a[href='/sign-in']");
      assertThat(stranger.page().locator("main nav a[href='/calendar']").isVisible()).isTrue();
    }
  }

  @Test
  void everyPageIsSoundOnPhoneAndDesktopInLightAndDark() {
    List<String> found = new ArrayList<>();
    for (Device device : Device.values()) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        String login = scheme == ColorScheme.LIGHT ? "claire.most" : "helene.most";
        try (Visitor visitor = Visitor.in(device, scheme, login, "en")) {
          for (String path : PAGES) {
            assertThat(visitor.go(path)).as(path).isEqualTo(200);
            visitor.page().locator("details").evaluateAll("all => all.forEach(d => d.open = true)");
            EveryPageTest.problems(visitor).forEach(p -> found.add(path + " " + device + ": " + p));
            boolean wide =
                (boolean)
                    visitor
                        .page()
                        .evaluate(
                            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
            if (wide) {
              found.add(path + " " + device + " scrolls sideways");
            }
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void commandsReadThroughTheRunningServer() throws IOException, InterruptedException {
    Path calendar = folder.resolve("strategy.ics");
    assertThat(command("calendar", "--out", calendar.toString(), "--language", "sr-Cyrl"))
        .isEmpty();
    assertThat(Files.readString(calendar))
        .contains("UID:e-cest@events.passerelle", "LANGUAGE=sr-Cyrl");
    Path programme = folder.resolve("programme.xml");
    assertThat(command("iati", "--year", "2019", "--out", programme.toString())).isEmpty();
    assertThat(Files.readString(programme)).contains("XM-DAC-4-6-tdh-al-gr");
    Path none = folder.resolve("none.ics");
    assertThat(command("calendar", "--out", none.toString(), "--country", "ZZ"))
        .startsWith("2 passerelle: There is no country ZZ in the register. Maybe it is one of ");
    assertThat(none).doesNotExist();
  }

  /** Exit code and output, if it failed. */
  private String command(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Server.HOME.resolve("passerelle").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", Server.demo().data().toString()));
    Path output = Files.createTempFile(folder, "output", ".txt");
    int code = Server.process(command, output).waitFor();
    return code == 0 ? "" : code + " " + Files.readString(output);
  }
}
