package org.passerelle.protect.identity.elsewhere;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.intersection.AskedSide;
import org.passerelle.intersection.AskerSide;
import org.passerelle.intersection.Commitment;
import org.passerelle.intersection.Exchange;
import org.passerelle.intersection.MaskedPoints;
import org.passerelle.intersection.NearMatches;
import org.passerelle.intersection.PreparedSet;
import org.springframework.stereotype.Component;

/**
 * Keeps the secrets and sets of the day in memory only, so that they are not in any backup and do
 * not survive a restart. A round whose secrets are lost is started anew. Thread-safe.
 */
@Component
class DaySecrets {
  /**
   * Tolerance for clocks of other nodes, during which yesterday's set can still be compared with.
   */
  private static final Duration AFTER_THE_DAY = Duration.ofHours(1);

  private final Map<UUID, Asking> asking = new ConcurrentHashMap<>();
  private final Map<UUID, Asked> asked = new ConcurrentHashMap<>();
  private final Map<UUID, NearKey> nearKeys = new ConcurrentHashMap<>();
  private final Clock clock;

  DaySecrets(Clock clock) {
    this.clock = clock;
  }

  /** An organisation on this node and another one. */
  record Pair(UUID organisation, UUID far) {}

  /** The asker's side of a round. */
  static final class Asking {
    final UUID round;
    final Pair pair;
    final Exchange exchange;
    final AskerSide side;
    final Optional<byte[]> near;
    private KnownMessages.@Nullable Offered offered;
    private @Nullable Parts parts;
    private @Nullable MaskedPoints maskedPoints;
    private boolean sent;
    private int brokenOff;

    Asking(UUID round, Pair pair, Exchange exchange, AskerSide side, Optional<byte[]> near) {
      this.round = round;
      this.pair = pair;
      this.exchange = exchange;
      this.side = side;
      this.near = near;
    }

    /**
     * Stores a part of the partner's offer.
     *
     * @param room bytes available for the partner's node besides this round
     * @return false if it does not have the signed size, or there is not enough room
     */
    synchronized boolean take(KnownMessages.Offered part, long room) {
      if (sent) {
        return true; // it was raised; a repetition changes nothing
      }
      Parts taken = parts;
      if (offered == null || taken == null) {
        if (!part.fits() || (long) part.tokens() * Parts.OCTETS > room) {
          return false;
        }
        offered = part;
        taken = new Parts(part.tokens());
        parts = taken;
      }
      return part.sameWhole(offered) && taken.put(part.part(), KnownMessages.octets(part.points()));
    }

    synchronized long held() {
      return parts == null ? 0 : parts.size();
    }

    /** The complete offer, if it has arrived and was not computed yet. */
    synchronized Optional<KnownMessages.Offered> offer() {
      return parts != null && parts.whole() && !sent
          ? Optional.ofNullable(offered)
          : Optional.empty();
    }

    synchronized byte[] points() {
      return parts == null ? new byte[0] : parts.joined();
    }

    synchronized @Nullable MaskedPoints raised() {
      return maskedPoints;
    }

    synchronized void raised(MaskedPoints value) {
      maskedPoints = value;
    }

    /** The result was queued; the offer is no longer needed. */
    synchronized void sent() {
      sent = true;
      maskedPoints = null;
      parts = null;
    }

    synchronized boolean ready() {
      return sent;
    }

    /** Number of failed computations, including this one. */
    synchronized int brokeOff() {
      return ++brokenOff;
    }
  }

  /** The asked side of a round. */
  static final class Asked {
    final UUID round;
    final Pair pair;
    final Exchange exchange;
    final Optional<NearMatches> near;
    private final Commitment offered;
    private @Nullable AskedSide side;
    private KnownMessages.@Nullable RaisedPart first;
    private @Nullable Parts parts;
    private @Nullable PreparedSet standing;

    Asked(UUID round, Pair pair, Commitment offered, AskedSide side, Optional<NearMatches> near) {
      this.round = round;
      this.pair = pair;
      this.exchange = offered.exchange();
      this.offered = offered;
      this.side = side;
      this.near = near;
    }

    /**
     * Stores a part of the set raised by the partner.
     *
     * @return false if it does not belong to the offer, or there is not enough room
     */
    synchronized boolean take(KnownMessages.RaisedPart part, long room) {
      if (side == null) {
        return true; // the masks are off
      }
      Parts taken = parts;
      if (first == null || taken == null) {
        Parts whole = new Parts(offered.tokens());
        if (!part.digest().equals(HexFormat.of().formatHex(offered.digest()))
            || part.parts() != Parts.of(offered.tokens())
            || whole.size() > room) {
          return false;
        }
        first = part;
        taken = whole;
        parts = whole;
      }
      return part.sameWhole(first) && taken.put(part.part(), KnownMessages.octets(part.points()));
    }

    synchronized long held() {
      return parts == null ? 0 : parts.size();
    }

    /** Whether the raised set is complete and still masked. */
    synchronized boolean whole() {
      return side != null && parts != null && parts.whole();
    }

    /**
     * Removes the masks once the set is complete, and forgets them.
     *
     * @return whether this produced a set
     */
    synchronized boolean unmask() {
      AskedSide masked = side;
      KnownMessages.RaisedPart whole = first;
      Parts came = parts;
      if (masked == null || whole == null || came == null || !came.whole()) {
        return false;
      }
      side = null;
      parts = null;
      standing =
          masked.standing(
              new MaskedPoints(
                  KnownMessages.hex(whole.digest()),
                  KnownMessages.octets(whole.key()),
                  came.joined()));
      return true;
    }

    synchronized Optional<PreparedSet> standing() {
      return Optional.ofNullable(standing);
    }
  }

  private record NearKey(byte[] key, LocalDate day) {}

  /**
   * Stores a part of an offer; ignores rounds of other organisations.
   *
   * @return false if it is rejected
   */
  synchronized boolean take(KnownMessages.Offered part, Pair pair) {
    Asking one = asking.get(part.round());
    return one == null
        || !one.pair.equals(pair)
        || one.take(part, BufferLimits.room(one.exchange.asked(), asking, asked) + one.held());
  }

  /** The same for a part of a raised set. */
  synchronized boolean take(KnownMessages.RaisedPart part, Pair pair) {
    Asked one = asked.get(part.round());
    return one == null
        || !one.pair.equals(pair)
        || one.take(part, BufferLimits.room(one.exchange.asker(), asking, asked) + one.held());
  }

  /** Stores the key for near matches of a round that will be offered. */
  void keepNear(UUID round, byte[] key, LocalDate day) {
    nearKeys.put(round, new NearKey(key, day));
  }

  /** Returns that key once and forgets it. */
  Optional<byte[]> takeNear(UUID round) {
    return Optional.ofNullable(nearKeys.remove(round)).map(NearKey::key);
  }

  void keep(Asking one) {
    asking.put(one.round, one);
  }

  void keep(Asked one) {
    asked.put(one.round, one);
  }

  void forgetAsking(UUID round) {
    asking.remove(round);
  }

  void forgetAsked(UUID round) {
    asked.remove(round);
  }

  Optional<Asking> asking(UUID round) {
    return Optional.ofNullable(asking.get(round));
  }

  /** The round that a pair has started on a day. */
  Optional<Asking> asking(Pair pair, LocalDate day) {
    return asking.values().stream()
        .filter(a -> a.pair.equals(pair) && a.exchange.day().equals(day))
        .findFirst();
  }

  Optional<Asked> asked(UUID round) {
    return Optional.ofNullable(asked.get(round));
  }

  List<Asked> allAsked() {
    return List.copyOf(asked.values());
  }

  /** Deletes everything from other days. */
  void forgetOld() {
    asking.values().removeIf(a -> over(a.exchange.day()));
    asked.values().removeIf(a -> over(a.exchange.day()));
    nearKeys.values().removeIf(k -> over(k.day()));
  }

  private boolean over(LocalDate day) {
    return day.plusDays(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .plus(AFTER_THE_DAY)
        .isBefore(clock.instant());
  }
}
