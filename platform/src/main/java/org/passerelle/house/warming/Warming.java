package org.passerelle.house.warming;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.passerelle.protect.person.KnownPersons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks the house for its pages after a start, before it says that it is open: the first to open a
 * page would else wait while its program is loaded and compiled, ten times as long as whoever comes
 * a minute later. It ends when pages become no quicker, and after the time that the launcher gives
 * at the latest; without such a time, as in tests, nothing is done. Whoever comes meanwhile is
 * served.
 */
@Component
public class Warming {
  private static final Logger LOG = LoggerFactory.getLogger(Warming.class);

  /** So much quicker a round has to be for the next to be worth it. */
  private static final double QUICKER = 0.95;

  /** Compiling comes in waves: one round that is no quicker says little. */
  private static final int NO_QUICKER = 4;

  private final WarmRounds rounds;
  private final KnownPersons known;
  private final Duration atMost;
  private volatile boolean underWay;

  Warming(
      WarmRounds rounds, KnownPersons known, @Value("${passerelle.warming:PT0S}") Duration atMost) {
    this.rounds = rounds;
    this.known = known;
    this.atMost = atMost;
    this.underWay = atMost.compareTo(Duration.ZERO) > 0;
  }

  /** Whether the house is not said to be open yet, for this reason alone. */
  public boolean isUnderWay() {
    return underWay;
  }

  /** After everything else that waits for the start, and before the house accepts traffic. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void warm() {
    if (!underWay) {
      return;
    }
    during(
        () -> {
          long began = System.nanoTime();
          int count = until(began + atMost.toNanos());
          LOG.info(
              "The house is warm after {} rounds and {} ms.",
              count,
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        });
  }

  /** Does it, and says meanwhile that it is under way. */
  void during(Runnable work) {
    underWay = true;
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("The first pages may be slow: the house could not be warmed.", e);
    } finally {
      underWay = false;
    }
  }

  private int until(long end) {
    int count = 0;
    int calm = 0;
    long best = Long.MAX_VALUE;
    while (System.nanoTime() < end && (calm < NO_QUICKER || !known.complete())) {
      long began = System.nanoTime();
      rounds.round(count, () -> System.nanoTime() < end);
      long took = System.nanoTime() - began;
      calm = took < QUICKER * best ? 0 : calm + 1;
      best = Math.min(best, took);
      count++;
    }
    return count;
  }
}
