package org.passerelle.gate;

import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How long to wait after failures that follow each other: twice as long after each, up to a
 * longest. The one rule for whatever is tried again (deliveries, webhooks) and for whoever tries
 * again. Immutable.
 *
 * @param first after one failure
 * @param longest never more than that
 */
public record Patience(Duration first, Duration longest) {
  private static final int DOUBLED_AT_MOST = 64;

  public Patience {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "A wait of %s grows to %s.%nMaybe they are the wrong way round."
              .formatted(first, longest));
    }
  }

  /** The wait after so many failures in a row; none without one. */
  public Duration after(int failures) {
    if (failures <= 0) {
      return Duration.ZERO;
    }
    ExponentialBackOff doubling = new ExponentialBackOff(first.toMillis(), 2);
    doubling.setMaxInterval(longest.toMillis());
    BackOffExecution waits = doubling.start();
    long wait = 0;
    for (int i = 0; i < Math.min(failures, DOUBLED_AT_MOST); i++) {
      wait = waits.nextBackOff();
    }
    return Duration.ofMillis(wait);
  }
}
