package org.passerelle.partner.nodes.carriage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * How many envelopes an address may bring from which no partner has come yet: {@value #AT_ONCE} at
 * once, and from then on {@value #A_SECOND} a second. It is asked before anything is read or
 * computed, so that what a crowd of strangers costs is the answer that they are too many. Of more
 * addresses than it remembers it forgets some, which then begin anew: a crowd from that many is
 * held by the places of the door alone. Threads may share it.
 */
@Component
class StrangersPace {
  static final int A_SECOND = 20;
  static final int AT_ONCE = 40;

  /** Addresses that are remembered: some two megabytes. */
  static final int ADDRESSES = 10_000;

  private static final long EACH = Duration.ofSeconds(1).toNanos() / A_SECOND;
  private final LongSupplier nanos;

  /** For each address the moment at which it has everything again. */
  private final Cache<String, Long> fullAt = Caffeine.newBuilder().maximumSize(ADDRESSES).build();

  StrangersPace() {
    this(System::nanoTime);
  }

  /**
   * By another clock.
   *
   * @param nanos that goes on evenly, whatever the hour
   */
  StrangersPace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Counts one; false if it is one too many, which does not count. */
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

  /** How many addresses are remembered. */
  long remembered() {
    fullAt.cleanUp();
    return fullAt.estimatedSize();
  }
}
