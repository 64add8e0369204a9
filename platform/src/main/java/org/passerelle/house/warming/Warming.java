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
 * Warms up the server after a start, before it reports that it is ready. Otherwise the first
 * visitor of each page would wait while classes are loaded and compiled, ten times as long as a
 * visitor a minute later. It ends when pages no longer get faster, at the latest after the time set
 * by the launcher; without such a time, as in tests, it does nothing. Requests that arrive
 * meanwhile are served.
 */
@Component
public class Warming {
  private static final Logger LOG = LoggerFactory.getLogger(Warming.class);

  /** A round must be at least this much faster for another to be worthwhile. */
  private static final double QUICKER = 0.95;

  /** Compilation comes in waves: a single round without improvement proves little. */
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

  /** Whether the warm-up is the only reason why the server does not report that it is ready. */
  public boolean isUnderWay() {
    return underWay;
  }

  /** After all other start-up tasks, and before the server accepts traffic. */
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
              "Warm-up finished after {} rounds and {} ms.",
              count,
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        });
  }

  /** Runs the warm-up and reports it as in progress meanwhile. */
  void during(Runnable work) {
    underWay = true;
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("The first pages may be slow: the warm-up failed.", e);
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
