package org.passerelle.protect.elsewhere;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.intersection.BadExchange;
import org.passerelle.intersection.Batch;
import org.passerelle.intersection.Found;
import org.passerelle.intersection.StandingSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what came with the set of its round: some time after it was confirmed, so that how long
 * a confirmation takes tells nobody whether somebody was found.
 */
@Component
class Comparing {
  private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);
  private static final int AT_ONCE = 200;
  private final AskedRows rows;
  private final HitRows hits;
  private final DaySecrets secrets;
  private final SetOffers offers;
  private final Findability findability;
  private final TransactionTemplate transaction;

  Comparing(
      AskedRows rows,
      HitRows hits,
      DaySecrets secrets,
      SetOffers offers,
      Findability findability,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.hits = hits;
    this.secrets = secrets;
    this.offers = offers;
    this.findability = findability;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Everything that waits and can be compared. */
  void compare() {
    Set<UUID> lost = new HashSet<>();
    for (AskedRows.Waiting one : rows.waiting(AT_ONCE)) {
      Optional<DaySecrets.Asked> round =
          secrets.asked(one.round()).filter(r -> r.pair.equals(one.pair()));
      if (round.isEmpty()) {
        transaction.executeWithoutResult(status -> rows.drop(one.id()));
        if (lost.add(one.round())) {
          offers.lost(one.round(), one.pair());
        }
      } else {
        round
            .get()
            .standing()
            .ifPresent(
                standing -> enter(one, found(one, round.get(), standing), near(one, round.get())));
      }
    }
  }

  private static List<Found> found(
      AskedRows.Waiting one, DaySecrets.Asked round, StandingSet standing) {
    try {
      return standing.found(
          new Batch(
              round.exchange,
              List.of(
                  new Batch.Asking(
                      one.question().toString(),
                      KnownMessages.octets(one.nonce()),
                      KnownMessages.octets(one.all())))));
    } catch (BadExchange | IllegalArgumentException refused) {
      LOG.warn("A question of {} has another form.", round.exchange.asker(), refused);
      return List.of();
    }
  }

  /** Files that are near; those that exact tokens found as well are entered by these. */
  private static List<String> near(AskedRows.Waiting one, DaySecrets.Asked round) {
    if (one.near().isEmpty() || round.near.isEmpty()) {
      return List.of();
    }
    try {
      return round.near.get().near(KnownMessages.octets(one.near()));
    } catch (BadExchange | IllegalArgumentException refused) {
      LOG.warn("An encoding of {} has another form.", round.exchange.asker(), refused);
      return List.of();
    }
  }

  private void enter(AskedRows.Waiting one, List<Found> found, List<String> near) {
    transaction.executeWithoutResult(
        status -> {
          if (rows.drop(one.id()) && rows.open(one.question(), one.pair().organisation())) {
            found.forEach(hit -> enter(one, hit.file(), ComparedTokens.codes(hit.kinds())));
            near.forEach(file -> enter(one, file, ComparedTokens.NEAR));
          }
        });
  }

  /** Who was erased, restricted or closed to the asker since the set was laid down is not found. */
  private void enter(AskedRows.Waiting one, String file, String kinds) {
    UUID caseId = UUID.fromString(file);
    if (findability.mayFind(caseId, one.pair().far())) {
      hits.enter(one.question(), one.pair(), caseId, kinds);
    }
  }
}
