package org.passerelle.protect.casework.phone;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Background work: deletes private keys that no phone can need any more, records the succession of
 * the node's keys, and retries waiting records.
 */
@Component
class PhoneRounds {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneRounds.class);
  private static final UUID HOUSE = new UUID(0, 0);
  private final PhoneKeyRows keys;
  private final PhoneKeys offered;
  private final PhoneTrust trust;
  private final DependentRecords followers;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  PhoneRounds(
      PhoneKeyRows keys,
      PhoneKeys offered,
      PhoneTrust trust,
      DependentRecords followers,
      AuditLog audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.keys = keys;
    this.offered = offered;
    this.trust = trust;
    this.followers = followers;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Deletes expired private keys. */
  void endKeys() {
    transaction.executeWithoutResult(
        status -> {
          for (UUID id : keys.over(clock.instant().minus(PhoneKeys.OPENS))) {
            if (keys.forget(id)) {
              audit.writeByHouse(
                  HOUSE, "phone.key-ended", "key", null, Map.of("key", id.toString()));
            }
          }
        });
  }

  /** Records changes of the node's keys even if no phone asks. */
  void followTrust() {
    offered.chain();
    transaction.executeWithoutResult(
        status -> trust.end(clock.instant().minus(PhoneKeys.OFFERED).minus(PhoneKeys.OPENS)));
  }

  @Scheduled(
      initialDelayString = "${schedule.protect.phone-keys.after}",
      fixedDelayString = "${schedule.protect.phone-keys.every}")
  void runOnSchedule() {
    try {
      endKeys();
      followTrust();
      followers.all();
    } catch (RuntimeException e) {
      LOG.warn("Waiting records from phones could not be checked; retrying in an hour.", e);
    }
  }
}
