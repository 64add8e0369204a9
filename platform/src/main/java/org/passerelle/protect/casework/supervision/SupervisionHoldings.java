package org.passerelle.protect.casework.supervision;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

/** Absences of colleagues, and emergency accesses. */
@Component
class SupervisionHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(Table.erased("emergency_access", "goes with the case"));
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update emergency_access set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
  }
}
