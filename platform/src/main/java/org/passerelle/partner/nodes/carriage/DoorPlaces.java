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
 * How many envelopes are worked on at the same moment. Two places are taken one after the other: to
 * open an envelope, when all that is known of whoever brings it is the address; and to take it in,
 * when it is known which node signed it. Addresses from which a partner brought something that was
 * taken have places of their own, so that strangers keep no partner waiting; and no address and no
 * node has more than its part. Threads may share it.
 */
@Component
class DoorPlaces {
  /**
   * Of a node, taken in or waiting to be: it sends four at once, and its next may be on the way.
   */
  static final int OF_A_NODE = 8;

  /** Taken in at once from all nodes: fewer than the house has connections to its database. */
  private static final int TAKEN_IN_AT_ONCE = 10;

  /** Of an address that nobody knows, opened or waiting to be. */
  static final int OF_A_STRANGER = 8;

  /** Of one that partners came from: a whole country may come through one. */
  static final int OF_A_KNOWN_ADDRESS = 64;

  private static final int STRANGERS_AT_ONCE = 4;
  private static final int KNOWN_AT_ONCE = 16;

  /** Opening takes a few milliseconds, so that whoever waits longer is one of too many. */
  private static final int PATIENCE_MILLIS = 2_000;

  private static final int ADDRESSES = 1_000;
  private final Semaphore strangers = new Semaphore(STRANGERS_AT_ONCE, true);
  private final Semaphore ofKnown = new Semaphore(KNOWN_AT_ONCE, true);
  private final Semaphore in = new Semaphore(TAKEN_IN_AT_ONCE, true);
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final Map<String, Integer> byNode = new ConcurrentHashMap<>();
  private final Cache<String, Boolean> knownAddresses =
      Caffeine.newBuilder().maximumSize(ADDRESSES).build();

  /** A place that was taken. */
  interface Place {
    void giveBack();
  }

  /** Something of a partner was taken that came from this address. */
  void knows(String address) {
    knownAddresses.put(address, true);
  }

  /** Whether something was. */
  boolean isKnown(String address) {
    return knownAddresses.getIfPresent(address) != null;
  }

  /** A place to open what an address brings; nothing where there are too many. */
  Optional<Place> open(String address) {
    boolean known = isKnown(address);
    if (!begin(byAddress, address, known ? OF_A_KNOWN_ADDRESS : OF_A_STRANGER)) {
      return Optional.empty();
    }
    return acquired(known ? ofKnown : strangers, byAddress, address);
  }

  /** A place to take in what a node signed; nothing where it has all of its own. */
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
