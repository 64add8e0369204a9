package org.passerelle.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The network between a telephone and the house: there or not, and, while it is bad, bending half
 * of what is handed in.
 */
final class Between extends Wire {
  private static final Pattern VERSION = Pattern.compile("passerelle-phone-[0-9a-f]{16}");
  private static final int OF = 8;
  private volatile boolean away;
  private volatile boolean bad;
  private volatile @Nullable Held held;
  private volatile String version = "";

  /**
   * One record that was handed in and whose answer is held back.
   *
   * @param stored when the house has answered
   * @param go when the telephone may hear it
   */
  private record Held(CountDownLatch stored, CountDownLatch go) {}

  Between(int to, long seed) {
    super(to, seed);
  }

  /** Where the telephone finds the house. */
  String address() {
    return "http://127.0.0.1:" + port();
  }

  /** Whether there is no network. */
  void away(boolean now) {
    away = now;
  }

  /** Whether what is handed in is cut, lost and doubled. */
  void bad(boolean now) {
    bad = now;
  }

  /** From now on the house's worker is another one. */
  void newVersion(String sixteen) {
    version = sixteen;
  }

  /** The answer to the next record is held back. */
  void hold() {
    held = new Held(new CountDownLatch(1), new CountDownLatch(1));
  }

  /** Whether the house has taken in the record whose answer is held back. */
  boolean stored() {
    Held one = held;
    return one != null && one.stored.getCount() == 0;
  }

  /** Lets go of what is held back. */
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
