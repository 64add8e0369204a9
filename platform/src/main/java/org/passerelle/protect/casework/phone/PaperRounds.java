package org.passerelle.protect.casework.phone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.passerelle.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes documents whose record has arrived since, and deletes abandoned ones. A complete
 * document has a receipt and waits for its record as long as the record could be decrypted.
 */
@Component
class PaperRounds {
  /** Time without a new piece after which an upload counts as abandoned. */
  static final Duration ABANDONED = Duration.ofDays(30);

  private static final Logger LOG = LoggerFactory.getLogger(PaperRounds.class);
  private final PaperRows rows;
  private final PaperFile files;
  private final Officers officers;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  PaperRounds(
      PaperRows rows,
      PaperFile files,
      Officers officers,
      AuditLog audit,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.files = files;
    this.officers = officers;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Processes documents that waited for a record; a failure does not block the others. */
  void of(java.util.UUID record) {
    rows.of(record).stream()
        .filter(paper -> paper.state().equals(Receipt.KEPT))
        .forEach(this::settle);
  }

  /** Deletes abandoned uploads. */
  void endAbandoned() {
    end(rows.since(PaperRows.COMING, officers.now().minus(ABANDONED)));
    end(rows.since(Receipt.KEPT, officers.now().minus(PhoneKeys.OPENS)));
  }

  private void settle(PaperRows.Paper paper) {
    try {
      transaction.executeWithoutResult(status -> files.settle(paper.id()));
    } catch (RuntimeException e) {
      LOG.warn("A document from a phone could not be assembled; retrying later.", e);
    }
  }

  private void end(List<PaperRows.Paper> papers) {
    for (PaperRows.Paper paper : papers) {
      transaction.executeWithoutResult(
          status -> {
            rows.delete(List.of(paper.id()));
            audit.writeByHouse(
                paper.organisation(),
                "phone.paper-abandoned",
                "phone",
                null,
                Map.of("record", paper.record().toString(), "paper", paper.id().toString()));
          });
    }
  }

  @Scheduled(
      initialDelayString = "${schedule.protect.phone-papers.after}",
      fixedDelayString = "${schedule.protect.phone-papers.every}")
  void runOnSchedule() {
    try {
      rows.since(Receipt.KEPT, officers.now()).forEach(this::settle);
      endAbandoned();
    } catch (RuntimeException e) {
      LOG.warn("Documents from phones could not be checked; retrying in an hour.", e);
    }
  }
}
