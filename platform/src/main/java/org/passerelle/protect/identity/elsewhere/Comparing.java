package org.passerelle.protect.identity.elsewhere;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.intersection.BadExchange;
import org.passerelle.intersection.Batch;
import org.passerelle.intersection.Found;
import org.passerelle.intersection.PreparedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares received questions with the set of their round, some time after they were confirmed, so
 * that the time of a confirmation does not reveal whether somebody was found. Each question writes
 * exactly one log entry whatever was found, because partners know the length of the log.
 */
@Component
class Comparing {
  private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);
  private static final int AT_ONCE = 200;

  /** Maximum number of files named in a log entry; the journal of each case records it as well. */
  private static final int LOGGED = 100;

  private final AskedRows rows;
  private final HitRows hits;
  private final DaySecrets secrets;
  private final SetOffers offers;
  private final Findability findability;
  private final KnownLimits limits;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  Comparing(
      AskedRows rows,
      HitRows hits,
      DaySecrets secrets,
      SetOffers offers,
      Findability findability,
      KnownLimits limits,
      AuditLog audit,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.hits = hits;
    this.secrets = secrets;
    this.offers = offers;
    this.findability = findability;
    this.limits = limits;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Compares everything of one asker that waits and can be compared. */
  void compare(DaySecrets.Pair pair) {
    Set<UUID> lost = new HashSet<>();
    for (AskedRows.Waiting one : rows.waiting(pair, AT_ONCE)) {
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
      AskedRows.Waiting one, DaySecrets.Asked round, PreparedSet standing) {
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
      LOG.warn("A question of {} is malformed.", round.exchange.asker(), refused);
      return List.of();
    }
  }

  /** Files with near matches; files with exact matches as well are stored with those. */
  private static List<String> near(AskedRows.Waiting one, DaySecrets.Asked round) {
    if (one.near().isEmpty() || round.near.isEmpty()) {
      return List.of();
    }
    try {
      return round.near.get().near(KnownMessages.octets(one.near()));
    } catch (BadExchange | IllegalArgumentException refused) {
      LOG.warn("An encoding of {} is malformed.", round.exchange.asker(), refused);
      return List.of();
    }
  }

  private void enter(AskedRows.Waiting one, List<Found> found, List<String> near) {
    transaction.executeWithoutResult(
        status -> {
          if (rows.drop(one.id()) && rows.open(one.question(), one.pair().organisation())) {
            Map<UUID, String> files =
                limits.personsLeft(one.pair()) ? files(one, found, near) : Map.of();
            limits.persons(one.pair(), files.size());
            write(one, hits.enter(one.question(), one.pair(), files));
          }
        });
  }

  /**
   * Files found, each with the kinds that matched. Leaves out files that were erased, restricted or
   * closed to the asker after the set was built.
   */
  private Map<UUID, String> files(AskedRows.Waiting one, List<Found> found, List<String> near) {
    Map<UUID, String> files = new LinkedHashMap<>();
    found.forEach(
        hit -> files.putIfAbsent(UUID.fromString(hit.file()), ComparedTokens.codes(hit.kinds())));
    near.forEach(file -> files.putIfAbsent(UUID.fromString(file), ComparedTokens.NEAR));
    findability.hold(files.keySet());
    files.keySet().removeIf(file -> !findability.mayFind(file, one.pair().far()));
    return files;
  }

  private void write(AskedRows.Waiting one, List<UUID> entered) {
    String asker = one.pair().far().toString();
    if (entered.isEmpty()) {
      audit.writeByHouse(
          one.pair().organisation(),
          "known.compared",
          "question",
          one.question(),
          Map.of("asker", asker));
    } else {
      audit.writeByHouse(
          one.pair().organisation(),
          "known.found",
          "case",
          entered.get(0),
          Map.of(
              "question",
              one.question().toString(),
              "asker",
              asker,
              "files",
              entered.stream().limit(LOGGED).map(UUID::toString).collect(joining(","))));
    }
  }
}
