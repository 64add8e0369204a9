package org.passerelle.gate;

import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Exponential backoff: the wait doubles after each consecutive failure, up to a maximum. The single
 * rule for everything that is retried (deliveries, webhooks) and for users who try again.
 * Immutable.
 *
 * @param first wait after one failure
 * @param longest maximum wait
 */
public record Backoff(Duration first, Duration longest) {
  private static final int DOUBLED_AT_MOST = 64;

  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "A wait of %s grows to %s.%nMaybe they are the wrong way round."
              .formatted(first, longest));
    }
  }

  /** The wait after a number of consecutive failures; zero without failure. */
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
