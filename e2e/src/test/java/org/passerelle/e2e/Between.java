package org.passerelle.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The network between a phone and the server: up or down, and, while it is bad, corrupting half of
 * what is submitted.
 */
final class Between extends Wire {
  private static final Pattern VERSION = Pattern.compile("passerelle-phone-[0-9a-f]{16}");
  private static final int OF = 8;
  private volatile boolean away;
  private volatile boolean bad;
  private volatile @Nullable Held held;
  private volatile String version = "";

  /**
   * A submitted record whose response is held back.
   *
   * @param stored released when the server has answered
   * @param go released when the phone may get the response
   */
  private record Held(CountDownLatch stored, CountDownLatch go) {}

  Between(int to, long seed) {
    super(to, seed);
  }

  /** The server's address for the phone. */
  String address() {
    return "http://127.0.0.1:" + port();
  }

  /** Switches the network off or on. */
  void away(boolean now) {
    away = now;
  }

  /** Whether submissions are truncated, lost and duplicated. */
  void bad(boolean now) {
    bad = now;
  }

  /** From now on the server delivers another service worker. */
  void newVersion(String sixteen) {
    version = sixteen;
  }

  /** Holds back the response to the next record. */
  void hold() {
    held = new Held(new CountDownLatch(1), new CountDownLatch(1));
  }

  /** Whether the server has stored the record whose response is held back. */
  boolean stored() {
    Held one = held;
    return one != null && one.stored.getCount() == 0;
  }

  /** Releases the response. */
  void release() {
    Held one = held;
    held = null;
    if (one != null) {
      one.go.countDown();
    }
  }

  private static boolean handsIn(String line) {
    return line.startsWith("POST /phone/records/") || line.startsWith("PUT /phone/");
  }

  @Override
  boolean stands() {
    return !away;
  }

  @Override
  Fate fate(String line) {
    return bad && handsIn(line) ? draw(OF) : Fate.STRAIGHT;
  }

  @Override
  byte[] answered(String line, byte[] answer) throws InterruptedException {
    Held one = held;
    if (handsIn(line) && one != null) {
      one.stored.countDown();
      one.go.await();
    }
    if (line.startsWith("GET /sw.js ") && !version.isEmpty()) {
      return VERSION
          .matcher(new String(answer, StandardCharsets.ISO_8859_1))
          .replaceAll("passerelle-phone-" + version)
          .getBytes(StandardCharsets.ISO_8859_1);
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    release();
    super.close();
  }
}
