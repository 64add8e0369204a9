package org.passerelle.partner.nodes.carriage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Rate limit for addresses from which no partner has come yet: {@value #AT_ONCE} at once, then
 * {@value #A_SECOND} per second. It is checked before anything is read or computed, so that a crowd
 * of strangers costs no more than the answers that they are too many. If there are more addresses
 * than it remembers, it forgets some, which then start again: a crowd of that size is limited by
 * {@link DoorPlaces} alone. Safe for concurrent use.
 */
@Component
class UnknownSenderRate {
  static final int A_SECOND = 20;
  static final int AT_ONCE = 40;

  /** Number of addresses remembered: about two megabytes. */
  static final int ADDRESSES = 10_000;

  private static final long EACH = Duration.ofSeconds(1).toNanos() / A_SECOND;
  private final LongSupplier nanos;

  /** For each address the moment at which its allowance is full again. */
  private final Cache<String, Long> fullAt = Caffeine.newBuilder().maximumSize(ADDRESSES).build();

  UnknownSenderRate() {
    this(System::nanoTime);
  }

  /**
   * With another clock.
   *
   * @param nanos a monotonic clock
   */
  UnknownSenderRate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Counts a request; false if it exceeds the rate and is not counted. */
  boolean take(String network) {
    long now = nanos.getAsLong();
    boolean[] taken = new boolean[1];
    fullAt
        .asMap()
        .compute(
            network,
            (key, before) -> {
              long from = before == null || before - now < 0 ? now : before;
              taken[0] = from - now <= EACH * (AT_ONCE - 1);
              return taken[0] ? Long.valueOf(from + EACH) : before;
            });
    return taken[0];
  }

  /** Number of addresses remembered. */
  long remembered() {
    fullAt.cleanUp();
    return fullAt.estimatedSize();
  }
}
