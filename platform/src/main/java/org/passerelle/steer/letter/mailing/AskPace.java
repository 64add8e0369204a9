package org.passerelle.steer.letter.mailing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * How often strangers may have a link mailed to an address: nobody fills other people's mailboxes
 * from here. Counted in memory for an hour. Safe for concurrent use.
 */
@Component
class AskPace {
  /** From one network, which may be that of a whole office. */
  static final int OF_ONE_NETWORK = 20;

  /** From everywhere. */
  static final int OF_ALL = 1_000;

  private static final long REMEMBERED = 10_000;
  private static final String ALL = "";
  private final Cache<String, AtomicInteger> counts;

  AskPace(Clock clock) {
    this.counts =
        Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** Counts a request; false if there were too many. */
  boolean take(String network) {
    return count(network) <= OF_ONE_NETWORK && count(ALL) <= OF_ALL;
  }

  private int count(String of) {
    return counts.get(of, unseen -> new AtomicInteger()).incrementAndGet();
  }
}
