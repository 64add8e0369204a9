package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.gate.NodeDoor;

/** Line ends in what comes from outside add no line to the head of an answer. */
class ResponseSplittingTest extends DoorScene {
  /** As octets of an address, encoded once and twice, and as letters whose last octets they are. */
  private static final List<String> ENCODED =
      List.of("%0d%0a", "%0D%0A", "%0a", "%0d", "%250d%250a", "%E5%98%8A%E5%98%8D", "%C4%8D%C4%8A");

  private static final String COOKIE = "Set-Cookie:%20passerelle=stolen%0d%0aX-Added:%20yes";

  @Test
  void theLanguageSwitch() {
    for (String end : ENCODED) {
      for (String to : List.of("/", "/?a=", "/sign-in?a=b&c=", "//elsewhere.example/")) {
        Browser.Answer answer =
            new Browser(house).get("/language/fr?to=" + to.replace("&", "%26") + end + COOKIE);
        whole(answer.whole(), to + end);
        assertThat(answer.location()).as(to + end).doesNotContain("\r", "\n").startsWith("/");
      }
      whole(new Browser(house).get("/language/fr" + end + COOKIE).whole(), "the tag " + end);
    }
  }

  @Test
  void theLetterbox() {
    for (String end : ENCODED) {
      Browser guest = new Browser(house);
      whole(guest.get("/letterbox/" + "A".repeat(43) + end + COOKIE).whole(), end);
      guest.get("/letterbox/" + "A".repeat(43));
      whole(
          guest.post("/letterbox/" + "A".repeat(43), "code", "1234\r\nX-Added: yes").whole(),
          "a code");
      whole(guest.get("/letterbox?lang=fr" + end + COOKIE).whole(), end);
    }
  }

  @Test
  void theDoorOfNodes() {
    for (String end : List.of("\r\n", "\n", "\r", "\u560a\u560d")) {
      String added = end + "X-Added: yes" + end + "Set-Cookie: passerelle=stolen";
      whole(bring(node.sealed(node.envelope("ping" + added, null, "{}"))), "a kind");
      whole(bring(node.sealed(referral(id(), 1)) + added), "after an envelope");
      whole(bring("x" + added), "no envelope");
      whole(
          bring(
              node.sealed(
                  anew(
                      referral(id(), 1),
                      id(),
                      "{\"service\":\""
                          + added.replace("\r", "\\r").replace("\n", "\\n")
                          + "\"}"))),
          "a code");
    }
    for (String end : ENCODED) {
      whole(new Browser(house).get(NodeDoor.PATH + end + COOKIE).whole(), end);
    }
  }

  /** Bare, as no client of ours would send it. */
  @Test
  void bareLineEndsInAnAddress() throws IOException {
    for (String path :
        List.of("/language/fr?to=/", "/letterbox/" + "A".repeat(43), NodeDoor.PATH)) {
      for (String end : List.of("\r\n", "\n", "\r")) {
        String head =
            head(
                "GET "
                    + path
                    + end
                    + "X-Added: yes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(head).as(path).doesNotContainIgnoringCase("\r\nx-added", "\nx-added");
      }
    }
  }

  private String head(String request) throws IOException {
    URI at = URI.create(house.address());
    try (Socket line = new Socket(at.getHost(), at.getPort())) {
      line.setSoTimeout(60_000);
      line.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      line.getOutputStream().flush();
      line.shutdownOutput();
      String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int end = answer.indexOf("\r\n\r\n");
      return end < 0 ? answer : answer.substring(0, end);
    }
  }

  private static void whole(HttpResponse<String> answer, String what) {
    assertThat(answer.statusCode()).as(what).isLessThan(500);
    assertThat(answer.headers().map()).as(what).doesNotContainKey("x-added");
    answer
        .headers()
        .map()
        .forEach(
            (name, values) ->
                assertThat(values)
                    .as("%s after %s", name, what)
                    .allSatisfy(
                        value ->
                            assertThat(value).doesNotContain("\r", "\n", "passerelle=stolen")));
  }
}
