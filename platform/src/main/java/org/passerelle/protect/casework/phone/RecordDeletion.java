package org.passerelle.protect.casework.phone;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Deletes records that are erased with what they belong to, or discarded. */
@Component
class RecordDeletion {
  private final RecordRows rows;
  private final PaperRows papers;
  private final PaperEndings endings;
  private final EndedRecords ended;
  private final ApplicationEventPublisher events;
  private final Vault vault;

  RecordDeletion(
      RecordRows rows,
      PaperRows papers,
      PaperEndings endings,
      EndedRecords ended,
      ApplicationEventPublisher events,
      Vault vault) {
    this.rows = rows;
    this.papers = papers;
    this.endings = endings;
    this.ended = ended;
    this.events = events;
    this.vault = vault;
  }

  /**
   * Deletes locked rows with their documents and keys; phones that send them again get the earlier
   * receipt. Within a transaction.
   */
  void end(Collection<RecordRows.Row> going) {
    for (RecordRows.Row row : going) {
      rows.receipt(row.id()).ifPresent(ended::remember);
      endPapers(row.id());
    }
    List<UUID> ids = going.stream().map(RecordRows.Row::id).toList();
    events.publishEvent(new PhoneRecordsRemoved(ids));
    rows.delete(ids);
    vault.destroyAtCommit(
        going.stream().filter(RecordRows.Row::isKept).map(RecordRows.Row::key).toList());
  }

  /** Ends a record that was never stored, with documents that arrived before it. */
  void endAtOnce(Receipt receipt) {
    ended.remember(receipt);
    endPapers(receipt.id());
  }

  private void endPapers(UUID record) {
    List<PaperRows.Paper> going = papers.of(record);
    going.stream()
        .filter(PaperRows.Paper::isReceipted)
        .forEach(paper -> endings.write(paper, "record-ended"));
    papers.delete(going.stream().map(PaperRows.Paper::id).toList());
  }
}
