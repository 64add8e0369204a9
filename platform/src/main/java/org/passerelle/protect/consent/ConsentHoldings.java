package org.passerelle.protect.consent;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Consents, legal bases and what was disclosed on them; all go with their case. */
@Component
class ConsentHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("consent", "goes with the case"),
        Table.erased("consent_category", "goes with the case"),
        Table.erased("consent_history", "goes with the case"),
        Table.erased("legal_ground", "goes with the case"),
        Table.erased("legal_ground_category", "goes with the case"),
        Table.erased("disclosure", "goes with the case"));
  }
}
