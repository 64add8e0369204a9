package org.passerelle.protect.safeguards.erasure;

import java.util.List;
import org.passerelle.protect.casework.phone.PhoneRecordsRemoved;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records of erasures, and retention periods. */
@Component
class ErasureHoldings implements Holdings {
  private final CascadeDelete rows;

  ErasureHoldings(CascadeDelete rows) {
    this.rows = rows;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.remains("erasure", "that it was done, when, why and by whom").by("person"),
        Table.remains("erasure_case", "codes of the cases").by("case_id"),
        Table.remains("erasure_recipient", "who had received which fields, and confirmed")
            .by("referral"),
        Table.nothing("retention_rule", "periods of an organisation"),
        Table.erased("retention_review", "why a file was kept for longer").by("subject"));
  }

  @Override
  public void erase(Erased erased) {
    rows.delete("retention_review", "subject", erased.all());
  }

  /** Whether a record is kept for longer is asked no more. */
  @EventListener
  void on(PhoneRecordsRemoved left) {
    rows.delete("retention_review", "subject", left.records());
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update retention_review set organisation = :to where subject = any(cast(:ids as uuid array))",
        moved.whole().all());
  }
}
