package org.passerelle.protect.elsewhere;

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
import org.passerelle.intersection.NearMatches;
import org.passerelle.intersection.Raised;
import org.passerelle.intersection.StandingSet;
import org.springframework.stereotype.Component;

/**
 * Secrets and standing sets of the day, in memory alone: whoever steals a backup or restarts the
 * house finds none of them. A round whose secrets are lost begins anew. Threads may share it.
 */
@Component
class DaySecrets {
  /** Clocks of two nodes differ; a set that is a little older is still compared with. */
  private static final Duration AFTER_THE_DAY = Duration.ofHours(1);

  private final Map<UUID, Asking> asking = new ConcurrentHashMap<>();
  private final Map<UUID, Asked> asked = new ConcurrentHashMap<>();
  private final Map<UUID, NearKey> nearKeys = new ConcurrentHashMap<>();
  private final Clock clock;

  DaySecrets(Clock clock) {
    this.clock = clock;
  }

  /** Between an organisation of this house and another one. */
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
    private @Nullable Raised raised;
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
     * A part of what the other offers.
     *
     * @param room octets that may be held for the other's node beside this round
     * @return false if it is not of the size that the other signs, or there is no room for it
     */
    synchronized boolean take(KnownMessages.Offered part, long room) {
      if (sent) {
        return true; // it was raised; what comes once more changes nothing
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

    /** The whole offer once it is there, and not raised yet. */
    synchronized Optional<KnownMessages.Offered> offer() {
      return parts != null && parts.whole() && !sent
          ? Optional.ofNullable(offered)
          : Optional.empty();
    }

    synchronized byte[] points() {
      return parts == null ? new byte[0] : parts.joined();
    }

    synchronized @Nullable Raised raised() {
      return raised;
    }

    synchronized void raised(Raised value) {
      raised = value;
    }

    /** What was raised is on its way; what was offered is needed no more. */
    synchronized void sent() {
      sent = true;
      raised = null;
      parts = null;
    }

    synchronized boolean ready() {
      return sent;
    }

    /** How often raising it broke off here, this time included. */
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
    private @Nullable StandingSet standing;

    Asked(UUID round, Pair pair, Commitment offered, AskedSide side, Optional<NearMatches> near) {
      this.round = round;
      this.pair = pair;
      this.exchange = offered.exchange();
      this.offered = offered;
      this.side = side;
      this.near = near;
    }

    /**
     * A part of what the other raised.
     *
     * @return false if it is not of what was offered, or there is no room for it
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

    /** Whether all that was raised is there and the masks are still on. */
    synchronized boolean whole() {
      return side != null && parts != null && parts.whole();
    }

    /**
     * Takes off the masks once everything is there; the masks are forgotten.
     *
     * @return whether there is a set now that was not there before
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
              new Raised(
                  KnownMessages.hex(whole.digest()),
                  KnownMessages.octets(whole.key()),
                  came.joined()));
      return true;
    }

    synchronized Optional<StandingSet> standing() {
      return Optional.ofNullable(standing);
    }
  }

  private record NearKey(byte[] key, LocalDate day) {}

  /**
   * A part of an offer; of a round between two others it has no effect.
   *
   * @return false if it is refused
   */
  synchronized boolean take(KnownMessages.Offered part, Pair pair) {
    Asking one = asking.get(part.round());
    return one == null
        || !one.pair.equals(pair)
        || one.take(part, HeldPoints.room(one.exchange.asked(), asking, asked) + one.held());
  }

  /** The same of what was raised. */
  synchronized boolean take(KnownMessages.RaisedPart part, Pair pair) {
    Asked one = asked.get(part.round());
    return one == null
        || !one.pair.equals(pair)
        || one.take(part, HeldPoints.room(one.exchange.asker(), asking, asked) + one.held());
  }

  /** Key of a round that is to be offered, for near matches. */
  void keepNear(UUID round, byte[] key, LocalDate day) {
    nearKeys.put(round, new NearKey(key, day));
  }

  /** The same, once. */
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

  /** The round of a day that a pair has begun. */
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

  /** What is of another day goes. */
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
