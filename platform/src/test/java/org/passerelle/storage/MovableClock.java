package org.passerelle.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it. Many classes share a house and each moves its
 * clock on, so that a class may begin on any day; {@code -Dpasserelle.begins=2027-12-31T22:30:00Z}
 * shows what depends on one.
 */
public final class MovableClock extends Clock {
  private volatile Instant now =
      Instant.parse(System.getProperty("passerelle.begins", "2026-04-09T08:00:00Z"));

  /** Moves time on. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** Sets the present moment. */
  public void set(Instant at) {
    now = at;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
