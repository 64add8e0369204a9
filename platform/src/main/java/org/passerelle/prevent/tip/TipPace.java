package org.passerelle.prevent.tip;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.PublicProcess;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try a return code or a token, send a tip without the puzzle, and report as
 * a partner. Networks are counted under a hash with a key that ends with the process, for an hour;
 * nothing is stored. Thread-safe.
 */
@Component
@PublicProcess
public class TipPace {
  /** Wrong codes from one network in an hour. */
  public static final int WRONG_CODES = 20;

  /** Tips without the puzzle from one network in an hour. */
  static final int UNSOLVED = 12;

  /** The same from everywhere. */
  static final int UNSOLVED_OF_ALL = 300;

  /** Reports of one partner in an hour. */
  public static final int OF_A_PARTNER = 60;

  private static final long REMEMBERED = 100_000;
  private final Cache<String, AtomicInteger> counts;
  private final String salt;

  TipPace(Clock clock, SecureRandom random) {
    this.counts =
        Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(REMEMBERED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
    byte[] made = new byte[32];
    random.nextBytes(made);
    this.salt = HexFormat.of().formatHex(made);
  }

  /** Whether a code may be tried from a network. */
  public boolean mayTry(String network) {
    return count("code " + network).get() < WRONG_CODES;
  }

  /** Counts a wrong code. */
  public void wrong(String network) {
    count("code " + network).incrementAndGet();
  }

  /** Counts a tip without the puzzle; false if there were too many. */
  boolean takeUnsolved(String network) {
    return count("tip " + network).incrementAndGet() <= UNSOLVED
        && count("tip").incrementAndGet() <= UNSOLVED_OF_ALL;
  }

  /** Counts a report of a partner; false if there were too many. */
  public boolean takeOfPartner(UUID partner) {
    return count("partner " + partner).incrementAndGet() <= OF_A_PARTNER;
  }

  private AtomicInteger count(String of) {
    return counts.get(Sha256.of(salt + of), unseen -> new AtomicInteger());
  }
}
