package org.passerelle.protect.identity.elsewhere;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.intersection.AskedSide;
import org.passerelle.intersection.BadExchange;
import org.passerelle.intersection.Exchange;
import org.passerelle.intersection.NearMatches;
import org.passerelle.intersection.Offer;
import org.passerelle.outbox.Outbox;
import org.passerelle.partner.SigningKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The asked side's part of a round: builds the set of findable files, signs its size, and offers it
 * masked.
 */
@Component
class SetOffers {
  private static final Logger LOG = LoggerFactory.getLogger(SetOffers.class);
  private final RoundRows rows;
  private final DaySecrets secrets;
  private final FindableFiles files;
  private final SigningKeys keys;
  private final Outbox outbox;
  private final AuditLog audit;
  private final DayTime time;
  private final TransactionTemplate transaction;

  SetOffers(
      RoundRows rows,
      DaySecrets secrets,
      FindableFiles files,
      SigningKeys keys,
      Outbox outbox,
      AuditLog audit,
      DayTime time,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.secrets = secrets;
    this.files = files;
    this.keys = keys;
    this.outbox = outbox;
    this.audit = audit;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Offers a set to an asker. */
  void offer(DaySecrets.Pair pair) {
    for (RoundRows.Round round : rows.wanted(time.today().minusDays(1))) {
      if (round.pair().equals(pair)) {
        offer(round);
      }
    }
  }

  /** Removes the masks from a returned set. */
  void unmask(DaySecrets.Pair pair) {
    for (DaySecrets.Asked one : secrets.allAsked()) {
      if (!one.pair.equals(pair) || !one.whole()) {
        continue;
      }
      try {
        if (one.unmask()) {
          transaction.executeWithoutResult(
              status -> rows.state(one.round, one.pair.organisation(), "raised"));
        }
      } catch (BadExchange | IllegalArgumentException refused) {
        LOG.warn(
            "The raised set of {} is rejected. {}", one.exchange.asker(), refused.getMessage());
        lost(one.round, one.pair);
      } catch (RuntimeException | Error broken) {
        // the masks are lost, so the questions need another round
        lost(one.round, one.pair);
        throw broken;
      }
    }
  }

  /** Questions of a round can no longer be compared; tells the asker to start another one. */
  void lost(UUID round, DaySecrets.Pair pair) {
    secrets.forgetAsked(round);
    transaction.executeWithoutResult(
        status -> {
          rows.state(round, pair.organisation(), "lost");
          outbox.put(
              KnownMessages.outgoing(
                  KnownMessages.LOST,
                  round,
                  pair.organisation(),
                  pair.far(),
                  new KnownMessages.Lost(round)));
        });
  }

  private void offer(RoundRows.Round round) {
    DaySecrets.Pair pair = round.pair();
    Exchange exchange =
        new Exchange(keys.address(pair.organisation()), keys.address(pair.far()), round.day());
    Optional<NearMatches> near =
        secrets
            .takeNear(round.id())
            .filter(key -> keys.nearAllowed(pair.far()))
            .map(NearMatches::new);
    AskedSide side = new AskedSide(exchange, files.of(pair, near), time.random());
    Offer offer = side.offer(keys.own());
    secrets.keep(new DaySecrets.Asked(round.id(), pair, offer.commitment(), side, near));
    try {
      transaction.executeWithoutResult(status -> put(round, offer));
    } catch (RuntimeException e) {
      secrets.forgetAsked(round.id());
      throw e;
    }
  }

  private void put(RoundRows.Round round, Offer offer) {
    DaySecrets.Pair pair = round.pair();
    String digest = HexFormat.of().formatHex(offer.commitment().digest());
    String signature = KnownMessages.text(offer.signature());
    rows.offered(round.id(), pair.organisation(), offer.commitment(), digest, signature);
    int parts = Parts.of(offer.commitment().tokens());
    for (int part = 0; part < parts; part++) {
      outbox.put(
          KnownMessages.outgoing(
              KnownMessages.OFFERED,
              round.id(),
              pair.organisation(),
              pair.far(),
              new KnownMessages.Offered(
                  round.id(),
                  offer.commitment().files(),
                  offer.commitment().tokens(),
                  digest,
                  signature,
                  part,
                  parts,
                  KnownMessages.text(Parts.part(offer.points(), part)))));
    }
    // identities were decrypted without being seen by anybody, which is logged
    audit.writeByHouse(
        pair.organisation(),
        "known.set-offered",
        "organisation",
        pair.far(),
        Map.of(
            "round", round.id().toString(),
            "files", Integer.toString(offer.commitment().files()),
            "tokens", Integer.toString(offer.commitment().tokens()),
            "digest", digest));
  }
}
