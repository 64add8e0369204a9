package org.passerelle.protect.casework.phone;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Processes records and documents that arrived before the record to which they belong. Each in a
 * transaction of its own, so that none blocks another.
 */
@Component
class DependentRecords {
  private static final Logger LOG = LoggerFactory.getLogger(DependentRecords.class);
  private final KeptRecords kept;
  private final RecordRows rows;
  private final PaperRounds papers;

  DependentRecords(KeptRecords kept, RecordRows rows, PaperRounds papers) {
    this.kept = kept;
    this.rows = rows;
    this.papers = papers;
  }

  /** Processes what waits for a record that has just arrived. */
  void of(UUID record) {
    papers.of(record);
    rows.waiting(record).forEach(this::again);
    // the record that it waits for may have arrived at the same moment
    rows.find(record)
        .map(RecordRows.Row::waitsFor)
        .flatMap(rows::find)
        .ifPresent(before -> again(record));
  }

  /** Processes all that wait, since a screening may have been finished meanwhile. */
  void all() {
    rows.waiting(null).forEach(this::again);
  }

  private void again(UUID id) {
    try {
      kept.again(id);
    } catch (RuntimeException e) {
      LOG.warn("A record that waited for another could not be processed; retrying in an hour.", e);
    }
  }
}
