package org.passerelle.protect.sharing.consent;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

/** Consents, legal bases and disclosures; erased with their case. */
@Component
class ConsentHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Table.each(
        Kind.ERASED,
        "goes with the case",
        "consent",
        "consent_category",
        "consent_history",
        "consent_signature",
        "legal_ground",
        "legal_ground_category",
        "disclosure");
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update consent set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
    moved.rows(
        "update legal_ground set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
  }
}
