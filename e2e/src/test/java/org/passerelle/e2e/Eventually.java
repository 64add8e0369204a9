package org.passerelle.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Polls until a condition holds. Runs on the test's thread, since a browser belongs to one thread.
 */
final class Eventually {
  /** Default timeout of these tests. */
  static final Duration PATIENCE = Duration.ofSeconds(120);

  /** The same in the unit of Playwright. */
  static final double MILLISECONDS = PATIENCE.toMillis();

  private Eventually() {}

  /** Fails, naming the condition, if it does not hold after two minutes. */
  static void is(String what, Callable<Boolean> so) {
    is(what, PATIENCE, so);
  }

  /** The same with another timeout. */
  static void is(String what, Duration patience, Callable<Boolean> so) {
    await(what)
        .pollInSameThread()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(so);
  }
}
