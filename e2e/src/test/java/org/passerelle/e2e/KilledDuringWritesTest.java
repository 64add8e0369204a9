package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Rule 11: a killed process loses no committed change. Four caseworkers write notes, the server is
 * killed as by a power cut, and after the next start every note that was acknowledged is there,
 * once.
 */
class KilledDuringWritesTest {
  private static final int ROUNDS = Integer.getInteger("passerelle.rounds", 5);
  private static final int WRITERS = 4;
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern CASE = Pattern.compile("href=\"(/protect/cases/[0-9a-f-]{36})\"");
  private static final Pattern NOTE = Pattern.compile("note-\\d+-\\d+-\\d+-end");

  @Test
  void onTheEmbeddedDatabaseNothingAcknowledgedIsLost() throws Exception {
    killRepeatedly(Server.folder().resolve("killed"), "--demo=30");
  }

  @Test
  void onPostgresNothingAcknowledgedIsLost() throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setRegisterShutdownHook(false).start()) {
      killRepeatedly(
          Server.folder().resolve("killed"),
          "--demo=30",
          "--database",
          postgres.getJdbcUrl("postgres", "postgres"));
    }
  }

  private static void killRepeatedly(Path data, String... options) throws Exception {
    Set<String> acknowledged = new ConcurrentSkipListSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Server server = Server.start(data, options);
      Caseworker reader = new Caseworker(server.address());
      String at = reader.firstCase();
      assertThat(reader.notes(at))
          .as("round %s", round)
          .containsAll(acknowledged)
          .doesNotHaveDuplicates();
      List<Thread> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        Caseworker caseworker = new Caseworker(server.address());
        String name = "note-" + round + "-" + writer + "-";
        Thread thread = new Thread(() -> caseworker.writeUntilCut(at, name, acknowledged));
        thread.start();
        writers.add(thread);
      }
      Thread.sleep(700 + 137L * (round % 7));
      server.kill();
      for (Thread thread : writers) {
        thread.join(20_000);
      }
    }
    Server server = Server.start(data, options);
    Caseworker reader = new Caseworker(server.address());
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    assertThat(reader.notes(reader.firstCase())).containsAll(acknowledged).doesNotHaveDuplicates();
    server.close();
  }

  /** Somebody signed in, without a browser. */
  private static final class Caseworker {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private String csrf;

    Caseworker(String address) throws IOException, InterruptedException {
      this.address = address;
      csrf = token(get("/sign-in"));
      post("/sign-in", "login", "jelena.most", "password", Server.PASSWORD);
    }

    String firstCase() throws IOException, InterruptedException {
      String page = get("/protect/cases?sort=code&mine=yes&state=open");
      Matcher found = CASE.matcher(page);
      assertThat(found.find()).isTrue();
      return found.group(1);
    }

    List<String> notes(String at) throws IOException, InterruptedException {
      String page = get(at + "/notes");
      csrf = token(page);
      return NOTE.matcher(page).results().map(r -> r.group()).toList();
    }

    void writeUntilCut(String at, String name, Set<String> acknowledged) {
      try {
        notes(at);
        for (int i = 0; ; i++) {
          String text = name + i + "-end";
          HttpResponse<String> answer =
              post(
                  at + "/notes",
                  "kind",
                  "other",
                  "text",
                  text,
                  "_once",
                  UUID.randomUUID().toString());
          if (answer.statusCode() != 302) {
            throw new IllegalStateException("A note was answered " + answer.statusCode());
          }
          acknowledged.add(text);
        }
      } catch (IOException e) {
        // the server was killed: what was not answered may be there or not
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private String get(String path) throws IOException, InterruptedException {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }

    private HttpResponse<String> post(String path, String... fields)
        throws IOException, InterruptedException {
      StringBuilder body = new StringBuilder("_csrf=").append(encoded(csrf));
      for (int i = 0; i < fields.length; i += 2) {
        body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
      }
      return client.send(
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String page) {
      Matcher found = CSRF.matcher(page);
      assertThat(found.find()).as("a page with a form").isTrue();
      return found.group(1);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
