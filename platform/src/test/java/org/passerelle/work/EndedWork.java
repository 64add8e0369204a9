package org.passerelle.work;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** Work in the background that a test waits for. */
public final class EndedWork {
  private EndedWork() {}

  /** The work once it goes on no longer; fails when that takes too long. */
  public static Work of(BackgroundWork all, UUID id, SignedIn who) {
    return await("the end of the work")
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> all.find(id, who), work -> !work.state().goesOn());
  }
}
