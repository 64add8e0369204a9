package org.passerelle.protect.sharing.referral;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.referral.message.MessageWithoutCase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells those who work on a referral here what the other side did: the team of its case, or, while
 * there is none, whoever may answer it.
 */
@Component
public class ReferralTeam {
  private final JdbcClient db;
  private final CaseJournal journal;
  private final ApplicationEventPublisher events;

  ReferralTeam(JdbcClient db, CaseJournal journal, ApplicationEventPublisher events) {
    this.db = db;
    this.journal = journal;
    this.events = events;
  }

  /**
   * Tells them.
   *
   * @param kind kind of the entry in the case's journal
   */
  public void tell(UUID referral, UUID organisation, String kind) {
    caseOf(referral, organisation)
        .ifPresentOrElse(
            file -> journal.addByHouse(file, kind, "", referral),
            () -> events.publishEvent(new MessageWithoutCase(organisation, referral, kind)));
  }

  /** A received referral was deleted, since its sender erased the person. */
  public void gone(ReferralGone gone) {
    events.publishEvent(gone);
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
