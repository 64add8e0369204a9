package org.passerelle.protect.identity.elsewhere;

import java.security.PublicKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditLog;
import org.passerelle.intersection.AskerSide;
import org.passerelle.intersection.BadExchange;
import org.passerelle.intersection.Commitment;
import org.passerelle.intersection.Exchange;
import org.passerelle.intersection.MaskedPoints;
import org.passerelle.intersection.NearMatches;
import org.passerelle.intersection.Offer;
import org.passerelle.intersection.SizeLimit;
import org.passerelle.intersection.curve.BadPoint;
import org.passerelle.outbox.Outbox;
import org.passerelle.partner.SigningKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The asker's part of a round: requests the set of the day, verifies its signature, and raises it
 * to its own key.
 */
@Component
class AskerRounds {
  private static final Logger LOG = LoggerFactory.getLogger(AskerRounds.class);

  /** Number of files that may plausibly be new in a day, unless a tenth of the set is more. */
  private static final int NEW_FILES = 50;

  private static final int TENTH = 10;

  /**
   * Sets with at least this many tokens are computed one after another, because each needs much
   * memory.
   */
  private static final int LARGE = 50_000;

  private final RoundRows rows;
  private final DaySecrets secrets;
  private final SigningKeys keys;
  private final Outbox outbox;
  private final AuditLog audit;
  private final DayTime time;
  private final TransactionTemplate transaction;
  private final ReentrantLock large = new ReentrantLock();

  AskerRounds(
      RoundRows rows,
      DaySecrets secrets,
      SigningKeys keys,
      Outbox outbox,
      AuditLog audit,
      DayTime time,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.secrets = secrets;
    this.keys = keys;
    this.outbox = outbox;
    this.audit = audit;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Today's date in UTC. */
  LocalDate today() {
    return time.today();
  }

  /**
   * The round in which today's questions can be sent to a partner; starts or continues it if it is
   * not ready.
   */
  DaySecrets.@Nullable Asking ready(DaySecrets.Pair pair) {
    DaySecrets.Asking asking = secrets.asking(pair, today()).orElse(null);
    if (asking == null) {
      begin(pair);
      return null;
    }
    asking.offer().ifPresent(offer -> raiseInTurn(asking, offer));
    return asking.ready() ? asking : null;
  }

  private void begin(DaySecrets.Pair pair) {
    LocalDate day = today();
    List<RoundRows.Round> before = rows.ofDay(pair, true, day);
    if (before.size() >= RoundRows.A_DAY
        || before.stream().anyMatch(r -> r.state().equals("refused"))
        || keys.of(pair.far()).isEmpty()) {
      return;
    }
    UUID round = time.newId();
    Exchange exchange =
        new Exchange(keys.address(pair.far()), keys.address(pair.organisation()), day);
    Optional<byte[]> near =
        keys.nearAllowed(pair.far()) ? Optional.of(nearKey()) : Optional.empty();
    secrets.keep(
        new DaySecrets.Asking(round, pair, exchange, new AskerSide(exchange, time.random()), near));
    try {
      transaction.executeWithoutResult(
          status -> {
            rows.begin(round, pair, true, day);
            outbox.put(
                KnownMessages.outgoing(
                    KnownMessages.WANTED,
                    round,
                    pair.organisation(),
                    pair.far(),
                    new KnownMessages.Wanted(
                        round, day.toString(), near.map(KnownMessages::text).orElse(null))));
          });
    } catch (RuntimeException e) {
      secrets.forgetAsking(round);
      throw e;
    }
  }

  private byte[] nearKey() {
    byte[] key = new byte[NearMatches.KEY_OCTETS];
    time.random().nextBytes(key);
    return key;
  }

  private void raiseInTurn(DaySecrets.Asking asking, KnownMessages.Offered offered) {
    if (offered.tokens() < LARGE) {
      raiseOrGiveUp(asking, offered);
    } else if (large.tryLock()) {
      try {
        raiseOrGiveUp(asking, offered);
      } finally {
        large.unlock();
      }
    }
  }

  /**
   * A failed computation is retried once and then left to another round, without blaming the
   * partner.
   */
  private void raiseOrGiveUp(DaySecrets.Asking asking, KnownMessages.Offered offered) {
    try {
      raise(asking, offered);
    } catch (RuntimeException | Error broken) {
      if (asking.brokeOff() > 1) {
        secrets.forgetAsking(asking.round);
        transaction.executeWithoutResult(
            status -> rows.state(asking.round, asking.pair.organisation(), "lost"));
      }
      throw broken;
    }
  }

  private void raise(DaySecrets.Asking asking, KnownMessages.Offered offered) {
    Commitment commitment =
        new Commitment(
            asking.exchange,
            offered.files(),
            offered.tokens(),
            KnownMessages.hex(offered.digest()));
    byte[] signature = KnownMessages.octets(offered.signature());
    try {
      MaskedPoints maskedPoints = asking.raised();
      if (maskedPoints == null) {
        maskedPoints =
            asking.side.raise(
                new Offer(commitment, signature, asking.points()),
                signer(asking.pair.far(), commitment, signature),
                limit(asking));
        asking.raised(maskedPoints);
      }
      put(asking, offered, commitment, maskedPoints);
      asking.sent();
    } catch (BadExchange | BadPoint refused) {
      LOG.warn("The set of {} is rejected. {}", asking.exchange.asked(), refused.getMessage());
      refuse(asking, offered);
    }
  }

  /**
   * The partner key that made the signature; if none did, any, so that the engine reports the
   * failure.
   */
  private PublicKey signer(UUID far, Commitment commitment, byte[] signature) {
    List<PublicKey> all = keys.of(far);
    return all.stream()
        .filter(key -> commitment.isSigned(signature, key))
        .findFirst()
        .orElseGet(() -> all.get(0));
  }

  private SizeLimit limit(DaySecrets.Asking asking) {
    return rows.raisedBefore(asking.pair, asking.exchange.day())
        .map(
            last ->
                new SizeLimit(
                    KnownMessages.MOST_FILES,
                    Math.max(NEW_FILES, last.files() / TENTH),
                    new Commitment(
                        new Exchange(asking.exchange.asked(), asking.exchange.asker(), last.day()),
                        last.files(),
                        last.tokens(),
                        new byte[0])))
        .orElse(new SizeLimit(KnownMessages.MOST_FILES, 0, null));
  }

  private void put(
      DaySecrets.Asking asking,
      KnownMessages.Offered offered,
      Commitment commitment,
      MaskedPoints maskedPoints) {
    transaction.executeWithoutResult(
        status -> {
          rows.offered(
              asking.round,
              asking.pair.organisation(),
              commitment,
              offered.digest(),
              offered.signature());
          rows.state(asking.round, asking.pair.organisation(), "raised");
          for (int part = 0; part < offered.parts(); part++) {
            outbox.put(
                KnownMessages.outgoing(
                    KnownMessages.RAISED,
                    asking.round,
                    asking.pair.organisation(),
                    asking.pair.far(),
                    new KnownMessages.RaisedPart(
                        asking.round,
                        offered.digest(),
                        KnownMessages.text(maskedPoints.key()),
                        part,
                        offered.parts(),
                        KnownMessages.text(Parts.part(maskedPoints.points(), part)))));
          }
          audit.writeByHouse(
              asking.pair.organisation(),
              "known.set-raised",
              "organisation",
              asking.pair.far(),
              said(offered));
        });
  }

  /** No more questions are sent to this partner today; a user is told why. */
  private void refuse(DaySecrets.Asking asking, KnownMessages.Offered offered) {
    transaction.executeWithoutResult(
        status -> {
          rows.state(asking.round, asking.pair.organisation(), "refused");
          audit.writeByHouse(
              asking.pair.organisation(),
              "known.set-refused",
              "organisation",
              asking.pair.far(),
              said(offered));
        });
    secrets.forgetAsking(asking.round);
  }

  private static Map<String, String> said(KnownMessages.Offered offered) {
    return Map.of(
        "round", offered.round().toString(),
        "files", Integer.toString(offered.files()),
        "tokens", Integer.toString(offered.tokens()),
        "digest", offered.digest());
  }
}
