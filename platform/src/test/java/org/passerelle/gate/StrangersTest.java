package org.passerelle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;

/**
 * Check 42 of the security checks, items 8, 12 and 13: slow bodies, huge bodies and requests
 * without a cookie cost whoever sends them more than the house.
 */
@Tag("slow")
@Tag("long")
class StrangersTest {
  private static final int SLOW = 260;
  private static final int PATIENCE_MS = 1_000 * LongPatience.SECONDS;
  private final House house = House.on(House.Database.H2);
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void whoeverOnlyLooksLeavesNoSessionBehind() throws Exception {
    List<String> paths =
        List.of("/sign-in", "/protect/cases", "/language/fr", "/no/such/page", "/");
    for (int i = 0; i < 1_000; i++) {
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(house.address() + paths.get(i % paths.size())))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      assertThat(answer.headers().allValues("Set-Cookie"))
          .noneMatch(cookie -> cookie.startsWith("passerelle="));
    }
  }

  @Test
  void whoWasLedToSignInComesToWhereTheyWantedToGoInTheLanguageTheyChose() {
    Member member = Member.of(house, Role.CASE_MANAGER).nextCode();
    Browser browser = new Browser(house);
    assertThat(browser.get("/protect/referrals").location()).isEqualTo("/sign-in");
    assertThat(browser.session()).isEmpty();
    browser.get("/language/fr");
    member.givePassword(browser);
    Browser.Answer in = member.giveCode(browser, member.digits());
    assertThat(in.location()).isEqualTo("/protect/referrals");
    assertThat(browser.get("/protect/referrals").body()).contains("lang=\"fr\"");
  }

  @Test
  void aFormWithATokenThatWasTamperedWithIsRefusedWithoutATrace() {
    Browser browser = new Browser(house);
    browser.get("/sign-in");
    try (Spoken log = new Spoken()) {
      for (String token : List.of("", "x", "é", "A".repeat(96), "/".repeat(108), "____")) {
        Browser.Answer answer =
            browser.postBare("/sign-in", "login", "a", "password", "b", "_csrf", token);
        assertThat(answer.status()).as(token).isEqualTo(403);
      }
      assertThat(log.text()).doesNotContain("\tat ");
    }
  }

  @Test
  void aHugeBodyIsRefusedBeforeItIsRead() throws Exception {
    for (String path :
        List.of("/sign-in/passkey", "/sign-in", "/protect/import/upload", "/api/v1/cases")) {
      try (Socket socket = connect()) {
        socket
            .getOutputStream()
            .write(head(path, "application/json", 300_000_000).getBytes(StandardCharsets.US_ASCII));
        socket.setSoTimeout(PATIENCE_MS);
        assertThat(firstLine(socket)).as(path).contains(" 413 ");
      }
    }
  }

  /** Item 18: what a request calls the house is told to nobody else. */
  @Test
  void theDescriptionNamesNoHostThatARequestInvented() throws Exception {
    try (Socket socket = connect()) {
      String head =
          "GET /api/v1/openapi.json HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(PATIENCE_MS);
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).contains(" 200 ", "\"openapi\"").doesNotContain("evil.example");
    }
  }

  @Test
  void aBodyThatDoesNotSayHowLongItIsIsNotTaken() throws Exception {
    try (Socket socket = connect()) {
      String head =
          "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na=b&c\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(PATIENCE_MS);
      assertThat(firstLine(socket)).contains(" 411 ");
    }
  }

  @Test
  void aFieldThatIsRepeatedWithoutEndIsRefused() throws Exception {
    String one = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
    Member member = Member.of(house, Role.CASE_MANAGER);
    for (String session : List.of("", member.browser().session())) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(house.address() + "/protect/import/upload"))
                  .header("Content-Type", "multipart/form-data; boundary=b")
                  .header("Cookie", "passerelle=" + session)
                  .POST(HttpRequest.BodyPublishers.ofString(one.repeat(20_000) + "--b--\r\n"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(session + answer.body()).isEqualTo(413);
    }
  }

  @Test
  @Tag("long")
  void manyWhoSendByteByByteStopNobodyElse() throws Exception {
    Member.of(house, Role.CASE_MANAGER);
    Duration alone =
        Stream.generate(this::visit).limit(5).max(Comparator.naturalOrder()).orElseThrow();
    // a busy machine is slow without them, too
    Duration bound = Collections.max(List.of(Duration.ofSeconds(3), alone.multipliedBy(20)));
    List<Socket> slow = new ArrayList<>();
    ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    try {
      for (int i = 0; i < SLOW; i++) {
        Socket socket = connect();
        socket
            .getOutputStream()
            .write(
                head("/sign-in", "application/x-www-form-urlencoded", 100_000)
                    .getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      ScheduledFuture<?> dripping =
          drip.scheduleAtFixedRate(
              () -> slow.forEach(StrangersTest::oneByte), 0, 1, TimeUnit.SECONDS);
      for (int i = 0; i < 40; i++) {
        assertThat(visit()).isLessThan(bound);
      }
      for (Socket socket : slow) {
        socket.setSoTimeout(PATIENCE_MS);
        assertThat(isEnded(socket)).isTrue();
      }
      assertThat(dripping.isDone()).isFalse();
    } finally {
      drip.shutdownNow();
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** How long two pages and a wrong password take. */
  private Duration visit() {
    long began = System.nanoTime();
    assertThat(new Browser(house).get("/sign-in").status()).isEqualTo(200);
    Browser browser = new Browser(house);
    browser.get("/sign-in");
    assertThat(browser.post("/sign-in", "login", "nobody", "password", "wrong").status())
        .as("wrong, or led on to where it is wrong, once tries are slowed")
        .isIn(422, 302);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(house.address()).getPort());
  }

  private static String head(String path, String type, int length) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
        .formatted(path, type, length);
  }

  private static void oneByte(Socket socket) {
    try {
      socket.getOutputStream().write('a');
    } catch (IOException ended) {
      // by the house, as it should
    }
  }

  private static String firstLine(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      line.append((char) read);
    }
    return line.toString();
  }

  private static boolean isEnded(Socket socket) {
    try {
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // what the house says before it ends
      }
      return true;
    } catch (java.net.SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
