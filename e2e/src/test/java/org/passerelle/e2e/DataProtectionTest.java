package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** Erasure, the access report, access tokens, and a restored backup that brings nobody back. */
@ExtendWith(Chromium.class)
@Tag("long")
class DataProtectionTest {

  /**
   * The officer requests an erasure, the supervisor approves, and nobody finds the case any more.
   */
  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "fr, PHONE", "sr-Cyrl, DESKTOP"})
  void twoPersonsEraseAFile(String language, Device device) {
    String at;
    String code;
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", language)) {
      at = Casework.open(manager, "Alder " + language).at();
      manager.go(at);
      code = manager.one(".over .code").innerText();
    }
    try (Visitor officer = Visitor.in(device, "mirjana.most", language)) {
      officer.go("/protect/looks");
      officer.page().fill("#code", code);
      officer.press("main form button.primary");
      officer.press("a[href$='/erase']");
      isSound(officer);
      officer.page().selectOption("#reason", "asked_by_person");
      officer.press("form[action$='/erase'] button.danger");
      assertThat(officer.page().locator(".notice.good").count()).isEqualTo(1);
    }
    try (Visitor supervisor = Visitor.in(device, "vesna.most", language)) {
      supervisor.go("/house/approvals");
      String one = "li:has-text('" + code + "') ";
      supervisor.press(one + "form[action$='/approve'] button");
      assertThat(supervisor.go(at)).isEqualTo(404);
    }
    try (Visitor officer = Visitor.in(device, "mirjana.most", language)) {
      officer.go("/protect/retention");
      assertThat(officer.text()).contains(code);
      isSound(officer);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, PHONE", "fr, DESKTOP", "sr-Cyrl, PHONE"})
  void theOfficerReadsAPeriod(String language, Device device) throws IOException {
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", language)) {
      manager.go("/protect/cases");
      manager.press("tbody th a");
    }
    try (Visitor officer = Visitor.in(device, "mirjana.most", language)) {
      officer.go("/protect/reports");
      isSound(officer);
      Download table =
          officer.page().waitForDownload(() -> officer.one("a[href*='colleagues.csv']").click());
      assertThat(Files.readString(table.path())).startsWith("\uFEFF").contains("Јелена М.,");
      officer.press(".counts tbody tr:has-text('Јелена М.') a");
      assertThat(officer.page().locator("tbody .code").count()).isPositive();
      isSound(officer);
      assertThat(officer.go("/protect/reports?from=2026-02-01&to=2026-01-01")).isEqualTo(200);
      assertThat(officer.page().locator(".notice.warn").count()).isEqualTo(1);
    }
  }

  /** The permissions of a token, which ends at once when revoked. */
  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "fr, PHONE", "sr-Cyrl, DESKTOP"})
  void aProgramComesByATokenUntilItIsEnded(String language, Device device) throws Exception {
    try (Visitor manager = Visitor.in(device, "jelena.most", language)) {
      manager.go("/account/tokens");
      isSound(manager);
      manager.page().fill("#label", "figures " + language);
      manager.page().check("[value='cases:read']");
      manager.page().fill("#currentPassword", Server.PASSWORD);
      manager.press("form[action='/account/tokens'] button.primary");
      String secret = manager.page().innerText("code.secret");
      isSound(manager);
      assertThat(asks(secret, "/api/v1/cases")).isEqualTo(200);
      assertThat(asks(secret, "/api/v1/screenings")).isEqualTo(404);
      manager.go("/account/tokens");
      assertThat(manager.page().locator("code.secret").count()).as("shown once").isZero();
      manager.confirm("li:has-text('figures " + language + "') form[action$='/end']");
      assertThat(asks(secret, "/api/v1/cases")).isEqualTo(401);
    }
  }

  private static int asks(String secret, String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(Server.demo().address() + path))
                .header("Authorization", "Bearer " + secret)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @ParameterizedTest
  @CsvSource({"en, PHONE", "fr, DESKTOP", "sr-Cyrl, PHONE"})
  void anAdministratorAddsAWebhookAndEndsIt(String language, Device device) {
    try (Visitor administrator = Visitor.in(device, "goran.most", language)) {
      administrator.go("/house/webhooks");
      isSound(administrator);
      String add = "form[action='/house/webhooks'] button.primary";
      administrator.page().fill("#url", "http://10.0.0.1/");
      administrator.leads(() -> administrator.one(add).click());
      assertThat(administrator.page().locator(".field-error").count()).isPositive();
      isSound(administrator);
      String target = "https://203.0.113.7/" + language;
      administrator.page().fill("#url", target);
      administrator.page().check("[value='case.opened']");
      administrator.press(add);
      assertThat(administrator.page().innerText("code.secret")).isNotBlank();
      isSound(administrator);
      administrator.confirm("li:has-text('" + target + "') form[action$='/end']");
      assertThat(administrator.text()).doesNotContain(target);
    }
  }

  /** Yesterday's backup, restored after somebody was erased. */
  @Test
  void aBackupIsTakenWhileTheHouseRunsAndBringsNobodyBack() throws Exception {
    Path folder = Server.folder();
    String kept;
    String erased;
    try (Server house = Server.start(folder.resolve("house"), "--demo=60")) {
      Client manager = Client.in(house.address(), "jelena.most");
      List<String> cases =
          java.util.regex.Pattern.compile("/protect/cases/[0-9a-f-]{36}")
              .matcher(manager.get("/protect/cases").body())
              .results()
              .map(java.util.regex.MatchResult::group)
              .distinct()
              .toList();
      kept = cases.get(0);
      erased = cases.get(1);
      command(
          folder,
          0,
          "backup",
          "--data",
          house.data().toString(),
          "--out",
          folder.resolve("copy.data").toString(),
          "--keys-out",
          folder.resolve("copy.keys").toString());
      Client officer = Client.in(house.address(), "mirjana.most");
      officer.get(erased + "/erase");
      assertThat(officer.post(erased + "/erase", "reason", "asked_by_person").status())
          .isEqualTo(302);
      Client supervisor = Client.in(house.address(), "vesna.most");
      java.util.regex.Matcher asked =
          java.util.regex.Pattern.compile("/house/approvals/[0-9a-f-]{36}/approve")
              .matcher(supervisor.get("/house/approvals").body());
      assertThat(asked.find()).isTrue();
      assertThat(supervisor.post(asked.group()).status()).isEqualTo(302);
      assertThat(manager.get(erased).status()).isEqualTo(404);
    }
    String[] restore = {
      "restore",
      folder.resolve("copy.data").toString(),
      "--keys",
      folder.resolve("copy.keys").toString(),
      "--data",
      folder.resolve("restored").toString(),
      "--key",
      folder.resolve("house.key").toString(),
      "--destroyed",
      folder.resolve("house.destroyed").toString()
    };
    command(folder, 0, restore);
    // a second time: the folder is not empty any more, and is left unchanged
    assertThat(command(folder, 2, restore)).doesNotContain("Exception");
    try (Server restored =
        Server.start(
            folder.resolve("restored"),
            "--demo=60",
            "--key",
            folder.resolve("house.key").toString(),
            "--destroyed",
            folder.resolve("house.destroyed").toString())) {
      Client manager = Client.in(restored.address(), "jelena.most");
      assertThat(manager.get(kept).status()).isEqualTo(200);
      assertThat(manager.get(erased).status()).isEqualTo(404);
    }
  }

  private static String command(Path folder, int expected, String... arguments) throws Exception {
    Path output = Files.createTempFile(folder, "said", ".txt");
    List<String> command = new java.util.ArrayList<>();
    command.add(Server.HOME.resolve("passerelle").toString());
    command.addAll(List.of(arguments));
    Process process = Server.process(command, output);
    assertThat(process.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(output);
    assertThat(process.exitValue()).as(said).isEqualTo(expected);
    return said;
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
