package org.passerelle.protect.supervision;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Absences of colleagues, and emergency accesses. */
@Component
class SupervisionHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("absence", "absences of colleagues"),
        Table.erased("emergency_access", "goes with the case"));
  }
}
