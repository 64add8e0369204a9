package org.passerelle.steer.cycle;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Report and programme. */
@Component
class CycleHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("cycle_document", "report and programme of the strategy"),
        Table.nothing("cycle_decision", "report and programme of the strategy"),
        Table.nothing("cycle_comment", "report and programme of the strategy"),
        Table.nothing("cycle_seat", "report and programme of the strategy"));
  }
}
