package org.passerelle;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.Extension;

/**
 * How long a test of this module waits for what must happen. Who waits in vain has found a fault;
 * who waits too short has only found a busy machine. JUnit finds it by {@code META-INF/services}
 * and loads it before the first test of a process.
 */
public final class LongPatience implements Extension {
  /** For a latch, a future, a socket or a process. */
  public static final int SECONDS = 120;

  static {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(SECONDS));
    Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
  }
}
