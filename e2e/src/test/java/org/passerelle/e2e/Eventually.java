package org.passerelle.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Waits until something is so, as short as it can. Asks in the thread of the test, since a browser
 * belongs to one thread.
 */
final class Eventually {
  /** How long anything of these tests is waited for, unless it is told to be longer. */
  static final Duration PATIENCE = Duration.ofSeconds(120);

  /** The same as Playwright takes it. */
  static final double MILLISECONDS = PATIENCE.toMillis();

  private Eventually() {}

  /** Fails, naming what was waited for, when it is not so after two minutes. */
  static void is(String what, Callable<Boolean> so) {
    is(what, PATIENCE, so);
  }

  /** The same with a patience of one's own. */
  static void is(String what, Duration patience, Callable<Boolean> so) {
    await(what)
        .pollInSameThread()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(so);
  }
}
