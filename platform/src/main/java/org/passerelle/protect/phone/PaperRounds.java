package org.passerelle.protect.phone;

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
 * Papers whose record has come since, and those of which nothing came any more. A whole paper has a
 * receipt: it waits for its record as long as what was sealed with it would open.
 */
@Component
class PaperRounds {
  /** After so long without a piece nobody goes on. */
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

  /** Takes what waited for a record that has just come; one that fails holds up no other. */
  void of(java.util.UUID record) {
    rows.of(record).stream()
        .filter(paper -> paper.state().equals(Receipt.KEPT))
        .forEach(this::settle);
  }

  /** Ends what was abandoned. */
  void endAbandoned() {
    end(rows.since(PaperRows.COMING, officers.now().minus(ABANDONED)));
    end(rows.since(Receipt.KEPT, officers.now().minus(PhoneKeys.OPENS)));
  }

  private void settle(PaperRows.Paper paper) {
    try {
      transaction.executeWithoutResult(status -> files.settle(paper.id()));
    } catch (RuntimeException e) {
      LOG.warn("A paper of a phone is put together later.", e);
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

  @Scheduled(initialDelay = 55_000, fixedDelay = 3_600_000)
  void everyHour() {
    try {
      rows.since(Receipt.KEPT, officers.now()).forEach(this::settle);
      endAbandoned();
    } catch (RuntimeException e) {
      LOG.warn("Papers of phones are looked through again in an hour.", e);
    }
  }
}
