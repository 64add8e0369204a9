package org.passerelle.protect.phone;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records and papers that came before the record that they belong to: taken over as soon as it is
 * here. Each in a change of its own, so that none holds up another.
 */
@Component
class Followers {
  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
  private final KeptRecords kept;
  private final RecordRows rows;
  private final PaperRounds papers;

  Followers(KeptRecords kept, RecordRows rows, PaperRounds papers) {
    this.kept = kept;
    this.rows = rows;
    this.papers = papers;
  }

  /** Of a record that has just come. */
  void of(UUID record) {
    papers.of(record);
    rows.waiting(record).forEach(this::again);
    // what it waits for itself may have come at the same moment
    rows.find(record)
        .map(RecordRows.Row::waitsFor)
        .flatMap(rows::find)
        .ifPresent(before -> again(record));
  }

  /** All that wait: a screening may have been finished meanwhile. */
  void all() {
    rows.waiting(null).forEach(this::again);
  }

  private void again(UUID id) {
    try {
      kept.again(id);
    } catch (RuntimeException e) {
      LOG.warn("A record that waited for another is tried again in an hour.", e);
    }
  }
}
