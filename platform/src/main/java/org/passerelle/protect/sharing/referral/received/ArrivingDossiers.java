package org.passerelle.protect.sharing.referral.received;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.protect.sharing.enclosure.Enclosure;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores an arriving dossier under a key of its own, exactly as received, including fields unknown
 * to this version.
 */
@Component
public class ArrivingDossiers {
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate beforehand;

  ArrivingDossiers(
      JdbcClient db,
      Vault vault,
      Identifiers identifiers,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.events = events;
    this.clock = clock;
    this.beforehand = new TransactionTemplate(transactions);
    this.beforehand.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  public void take(Received message) {
    Dossier dossier = Dossier.of(message.payload());
    if (!dossier.referral().equals(message.orderKey())
        || isOwn(dossier.referral(), message.recipient())) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "referral");
    }
    if (!Enclosure.within(dossier.files())) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "files");
    }
    makeKey(dossier.referral(), message.recipient());
    UUID key = identifiers.next();
    vault.createKey(key, dossier.referral());
    db.sql(
            """
            insert into received_referral
              (id, organisation, sender, service, deadline, state, dossier_key, dossier, minor, onward, urgency,
               safe_to_contact, received_at)
            values
              (:id, :organisation, :sender, :service, :deadline, 'open', :key, :dossier, :minor, :onward, :urgency, :safe, :now)
            """)
        .param("id", dossier.referral())
        .param("organisation", message.recipient())
        .param("sender", message.sender())
        .param("service", dossier.service())
        .param("deadline", Columns.at(Instant.parse(dossier.deadline())))
        .param("key", key)
        .param("dossier", vault.seal(key, ReceivedReferrals.DOSSIER, message.payload()))
        .param("minor", dossier.minor())
        .param("onward", dossier.onward())
        .param("urgency", dossier.danger().urgency().code())
        .param("safe", dossier.danger().safeToContact())
        .param("now", Columns.now(clock))
        .update();
    db.sql("delete from arriving_dossier where referral = :id")
        .param("id", dossier.referral())
        .update();
    events.publishEvent(new ReferralArrived(dossier, message.sender(), message.recipient()));
  }

  /**
   * Whether the recipient itself sent a referral with this identifier; an identifier has only one
   * sender.
   */
  private boolean isOwn(UUID referral, UUID recipient) {
    return db.sql("select count(*) from referral where id = :id and organisation = :recipient")
            .param("id", referral)
            .param("recipient", recipient)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Creates the key of a dossier. The key store has no transactions: if an earlier attempt was
   * interrupted by a full disk or a power cut, the key exists without the row. The intention is
   * therefore recorded first. That keeps a sender from obtaining another record's key by reusing
   * its identifier, and lets the dossier be stored when it is delivered again.
   */
  private void makeKey(UUID referral, UUID recipient) {
    if (!vault.holds(referral)) {
      beforehand.executeWithoutResult(
          status ->
              db.sql(
                      """
                      insert into arriving_dossier (referral, organisation) values (:id, :recipient)
                      on conflict do nothing
                      """)
                  .param("id", referral)
                  .param("recipient", recipient)
                  .update());
      vault.createKey(referral, recipient);
    } else if (!begun(referral, recipient)) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "referral");
    }
  }

  private boolean begun(UUID referral, UUID recipient) {
    return db.sql(
                """
                select count(*) from arriving_dossier a
                 where a.referral = :id and a.organisation = :recipient
                   and not exists (select 1 from received_referral r where r.id = a.referral)
                """)
            .param("id", referral)
            .param("recipient", recipient)
            .query(Integer.class)
            .single()
        > 0;
  }
}
