package org.passerelle.protect.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.passerelle.outbox.Received;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A dossier arrives: it gets a key of its own at its recipient, and its sender is told so. */
@Component
class ArrivingDossiers {
  private final JdbcClient db;
  private final Vault vault;
  private final AnswersToReferrals answers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ArrivingDossiers(
      JdbcClient db,
      Vault vault,
      AnswersToReferrals answers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.answers = answers;
    this.events = events;
    this.clock = clock;
  }

  void take(Received message) {
    Dossier dossier = Dossier.of(message.payload());
    vault.createKey(dossier.referral(), message.recipient());
    db.sql(
            """
            insert into received_referral
              (id, organisation, sender, service, deadline, state, dossier, minor, onward, received_at)
            values
              (:id, :organisation, :sender, :service, :deadline, 'open', :dossier, :minor, :onward, :now)
            """)
        .param("id", dossier.referral())
        .param("organisation", message.recipient())
        .param("sender", message.sender())
        .param("service", dossier.service())
        .param(
            "deadline", OffsetDateTime.ofInstant(Instant.parse(dossier.deadline()), ZoneOffset.UTC))
        .param("dossier", vault.seal(dossier.referral(), ReceivedReferrals.DOSSIER, dossier.json()))
        .param("minor", dossier.minor())
        .param("onward", dossier.onward())
        .param("now", now())
        .update();
    db.sql("update referral set state = 'sent', sent_at = :now where id = :id and state = 'queued'")
        .param("now", now())
        .param("id", dossier.referral())
        .update();
    answers.note(dossier.referral(), "referral.arrived");
    events.publishEvent(
        new ReferralArrived(dossier.referral(), message.sender(), message.recipient()));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
