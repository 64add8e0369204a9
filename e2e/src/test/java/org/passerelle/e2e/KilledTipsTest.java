package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed five times while strangers write: every return code that it showed finds
 * its tip afterwards.
 */
@Tag("long")
class KilledTipsTest {
  private static final int KILLS = 5;
  private static final int WRITERS = 4;
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(ticket|team)\" value=\"([^\"]+)\"");
  private static final Pattern BITS = Pattern.compile("data-bits=\"([0-9]+)\"");
  private static final Pattern WORDS = Pattern.compile("(?s)<ol class=\"code-words\".*?</ol>");
  private static final Pattern WORD = Pattern.compile("<li>([^<]+)</li>");
  private final Queue<String> codes = new ConcurrentLinkedQueue<>();

  @Test
  void everyCodeThatWasShownFindsItsTip() throws Exception {
    Path data = Server.folder().resolve("killed-tips");
    Server server = Server.start(data, "--demo=10");
    int found = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      killWhileWriting(server, RandomGenerator.of("L64X128MixRandom").nextInt(5, 25));
      assertThat(codes.size()).as("sent before kill %d", kill).isGreaterThan(found);
      server = Server.start(data, "--demo=10");
      found = everyCodeFinds(server);
    }
    assertThat(found).isEqualTo(codes.size());
    System.out.printf("%d codes after %d kills, each with its tip%n", found, KILLS);
    server.close();
    assertThat(KilledServer.verify(data)).contains("The log is valid");
  }

  private void killWhileWriting(Server server, int more) throws InterruptedException {
    AtomicBoolean go = new AtomicBoolean(true);
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    List<Thread> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      Thread writer =
          new Thread(
              () -> {
                while (go.get() && write(new Client(server.address()))) {
                  Thread.onSpinWait();
                }
              });
      writer.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
      writers.add(writer);
      writer.start();
    }
    int enough = codes.size() + more;
    Eventually.is("so many codes were shown", () -> !failures.isEmpty() || codes.size() >= enough);
    server.kill();
    go.set(false);
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(failures).isEmpty();
  }

  /**
   * Sends a tip as a browser without scripts but with the number; false once the server is gone.
   */
  private boolean write(Client client) {
    try {
      String form = client.get("/tips").body();
      String ticket = hidden(form, "ticket");
      Optional<Client.Answer> answer =
          client.tryPost(
              "/tips",
              "ticket",
              ticket,
              "team",
              hidden(form, "team"),
              "number",
              Puzzle.solved(ticket, Integer.parseInt(first(BITS, form))),
              "kind",
              "wrong",
              "danger-now",
              "no",
              "what",
              "Something is wrong at the brickyard");
      answer.ifPresent(
          sent -> {
            assertThat(sent.status()).as(sent.body()).isEqualTo(200);
            codes.add(words(sent.body()));
          });
      return answer.isPresent();
    } catch (NoSuchElementException gone) {
      return false;
    }
  }

  private int everyCodeFinds(Server server) {
    int found = 0;
    for (String code : codes) {
      Client writer = new Client(server.address());
      writer.get("/tips/return");
      Client.Answer inside = writer.post("/tips/return", "return-code", code);
      assertThat(inside.location()).as("the code %s", code).isEqualTo("/tips/return/inside");
      assertThat(writer.get("/tips/return/inside").status()).isEqualTo(200);
      found++;
    }
    return found;
  }

  private static String words(String page) {
    Matcher list = WORDS.matcher(page);
    assertThat(list.find()).as(page).isTrue();
    return String.join(" ", WORD.matcher(list.group()).results().map(r -> r.group(1)).toList());
  }

  private static String hidden(String page, String name) {
    return HIDDEN
        .matcher(page)
        .results()
        .filter(field -> field.group(1).equals(name))
        .map(field -> field.group(2))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + name + ": " + page));
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
