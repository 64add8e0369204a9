package org.passerelle.protect.referral;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.outbox.Received;
import org.passerelle.protect.cases.CaseJournal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores messages from the other side of a referral with the time at which they were written, and
 * notifies those who work on it here.
 */
@Component
class ArrivingMessages {
  private static final String ARRIVED = "referral.message";
  private final JdbcClient db;
  private final ReferralMessages messages;
  private final ReferralParties parties;
  private final CaseJournal journal;
  private final ApplicationEventPublisher events;

  ArrivingMessages(
      JdbcClient db,
      ReferralMessages messages,
      ReferralParties parties,
      CaseJournal journal,
      ApplicationEventPublisher events) {
    this.db = db;
    this.messages = messages;
    this.parties = parties;
    this.journal = journal;
    this.events = events;
  }

  /** Stores a message from the other side; one from anybody else is ignored. */
  void take(Received message) {
    if (parties.between(message)) {
      UUID id = ReferralReceiver.referral(message);
      messages.arrived(message);
      caseOf(id, message.recipient())
          .ifPresentOrElse(
              file -> journal.addByHouse(file, ARRIVED, "", id),
              () -> events.publishEvent(new MessageWithoutCase(message.recipient(), id, ARRIVED)));
    }
  }

  private Optional<UUID> caseOf(UUID referral, UUID organisation) {
    return db
        .sql(
            """
            select case_id from referral where id = :id and organisation = :organisation
            union all
            select case_id from received_referral
             where id = :id and organisation = :organisation and case_id is not null
            """)
        .param("id", referral)
        .param("organisation", organisation)
        .query(UUID.class)
        .list()
        .stream()
        .findFirst();
  }
}
