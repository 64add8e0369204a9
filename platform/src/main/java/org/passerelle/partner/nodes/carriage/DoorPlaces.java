package org.passerelle.partner.nodes.carriage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Limits how many envelopes are processed at the same time. There are two consecutive slots: one
 * for opening an envelope, when only the sender's address is known; and one for processing it, when
 * it is known which node signed it. Addresses from which a partner's envelope was accepted have
 * slots of their own, so that strangers delay no partner; and no address or node gets more than its
 * share. Safe for concurrent use.
 */
@Component
class DoorPlaces {
  /**
   * Envelopes of one node, in process or waiting: it sends four at once, and the next may be on the
   * way.
   */
  static final int OF_A_NODE = 8;

  /** Envelopes of all nodes in process: fewer than the database connection pool has connections. */
  private static final int TAKEN_IN_AT_ONCE = 10;

  /** Envelopes from an unknown address, being opened or waiting. */
  static final int OF_A_STRANGER = 8;

  /** Envelopes from an address that partners use: a whole country may come through one. */
  static final int OF_A_KNOWN_ADDRESS = 64;

  private static final int STRANGERS_AT_ONCE = 4;
  private static final int KNOWN_AT_ONCE = 16;

  /** Opening takes a few milliseconds, so an envelope that waits longer is one too many. */
  private static final int PATIENCE_MILLIS = 2_000;

  private static final int ADDRESSES = 1_000;
  private final Semaphore strangers = new Semaphore(STRANGERS_AT_ONCE, true);
  private final Semaphore ofKnown = new Semaphore(KNOWN_AT_ONCE, true);
  private final Semaphore in = new Semaphore(TAKEN_IN_AT_ONCE, true);
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final Map<String, Integer> byNode = new ConcurrentHashMap<>();
  private final Cache<String, Boolean> knownAddresses =
      Caffeine.newBuilder().maximumSize(ADDRESSES).build();

  /** A slot in use. */
  interface Place {
    void giveBack();
  }

  /** Records that an envelope of a partner from this address was accepted. */
  void knows(String address) {
    knownAddresses.put(address, true);
  }

  /** Whether an envelope of a partner from this address was accepted. */
  boolean isKnown(String address) {
    return knownAddresses.getIfPresent(address) != null;
  }

  /** A slot for opening an envelope from an address; empty if there are too many. */
  Optional<Place> open(String address) {
    boolean known = isKnown(address);
    if (!begin(byAddress, address, known ? OF_A_KNOWN_ADDRESS : OF_A_STRANGER)) {
      return Optional.empty();
    }
    return acquired(known ? ofKnown : strangers, byAddress, address);
  }

  /** A slot for processing an envelope of a node; empty if all its slots are in use. */
  Optional<Place> takeIn(String node) {
    return begin(byNode, node, OF_A_NODE) ? acquired(in, byNode, node) : Optional.empty();
  }

  private static Optional<Place> acquired(
      Semaphore places, Map<String, Integer> counts, String who) {
    if (!acquired(places)) {
      end(counts, who);
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          places.release();
          end(counts, who);
        });
  }

  private static boolean acquired(Semaphore places) {
    try {
      return places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean begin(Map<String, Integer> counts, String who, int most) {
    boolean[] begun = new boolean[1];
    counts.compute(
        who,
        (key, before) -> {
          int now = before == null ? 0 : before;
          begun[0] = now < most;
          return begun[0] ? Integer.valueOf(now + 1) : before;
        });
    return begun[0];
  }

  private static void end(Map<String, Integer> counts, String who) {
    counts.computeIfPresent(who, (key, now) -> now == 1 ? null : now - 1);
  }
}
