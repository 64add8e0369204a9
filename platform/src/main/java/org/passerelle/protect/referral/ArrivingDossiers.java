package org.passerelle.protect.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.passerelle.outbox.NotTaken;
import org.passerelle.outbox.Received;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A dossier arrives: it gets a key of its own at its recipient, and is kept as it came, with fields
 * that this version does not know.
 */
@Component
class ArrivingDossiers {
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ArrivingDossiers(
      JdbcClient db,
      Vault vault,
      Identifiers identifiers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.events = events;
    this.clock = clock;
  }

  void take(Received message) {
    Dossier dossier = Dossier.of(message.payload());
    if (!dossier.referral().equals(message.orderKey()) || vault.holds(dossier.referral())) {
      throw new NotTaken(NotTaken.Why.CONTENT, "referral");
    }
    vault.createKey(dossier.referral(), message.recipient());
    UUID key = identifiers.next();
    vault.createKey(key, dossier.referral());
    db.sql(
            """
            insert into received_referral
              (id, organisation, sender, service, deadline, state, dossier_key, dossier, minor, onward, received_at)
            values
              (:id, :organisation, :sender, :service, :deadline, 'open', :key, :dossier, :minor, :onward, :now)
            """)
        .param("id", dossier.referral())
        .param("organisation", message.recipient())
        .param("sender", message.sender())
        .param("service", dossier.service())
        .param(
            "deadline", OffsetDateTime.ofInstant(Instant.parse(dossier.deadline()), ZoneOffset.UTC))
        .param("key", key)
        .param("dossier", vault.seal(key, ReceivedReferrals.DOSSIER, message.payload()))
        .param("minor", dossier.minor())
        .param("onward", dossier.onward())
        .param("now", now())
        .update();
    events.publishEvent(new ReferralArrived(dossier, message.sender(), message.recipient()));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
