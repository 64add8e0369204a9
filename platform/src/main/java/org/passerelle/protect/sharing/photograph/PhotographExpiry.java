package org.passerelle.protect.sharing.photograph;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.storage.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes a photograph with its key when its consent ends: in the transaction of a withdrawal, or
 * the day after expiry.
 */
@Component
class PhotographExpiry {
  private static final Logger LOG = LoggerFactory.getLogger(PhotographExpiry.class);
  private final JdbcClient db;
  private final Vault vault;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  PhotographExpiry(
      JdbcClient db,
      Vault vault,
      CaseJournal journal,
      AuditLog audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.vault = vault;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Gone(UUID id, UUID caseId, UUID organisation) {}

  @EventListener
  void on(CaseJournal.Happened event) {
    if (event.kind().equals("consent.withdrawn")) {
      end(
          db.sql(
                  """
                  select id, case_id, organisation from photograph where consent = :consent
                  """)
              .param("consent", event.subject())
              .query(Gone.class)
              .list());
    }
  }

  /** Deletes photographs whose consent has expired. */
  void endOver() {
    transaction.executeWithoutResult(
        status ->
            end(
                db.sql(
                        """
                        select id, case_id, organisation from photograph where until_day < :oldest
                        """)
                    .param("oldest", Days.oldest(clock.instant()))
                    .query(Gone.class)
                    .list()));
  }

  private void end(List<Gone> all) {
    for (Gone one : all) {
      if (db.sql("delete from photograph where id = :id").param("id", one.id).update() == 0) {
        // withdrawn at the same moment
        continue;
      }
      journal.addByHouse(one.caseId, "photograph.gone", "", one.id);
      audit.writeByHouse(
          one.organisation,
          "photograph.gone",
          "case",
          one.caseId,
          Map.of("photograph", one.id.toString()));
    }
    vault.destroyAtCommit(all.stream().map(Gone::id).toList());
  }

  @Scheduled(
      initialDelayString = "${schedule.protect.photographs.after}",
      fixedDelayString = "${schedule.protect.photographs.every}")
  void runOnSchedule() {
    try {
      endOver();
    } catch (RuntimeException e) {
      LOG.warn("Photographs with expired consent could not be checked; retrying in an hour.", e);
    }
  }
}
