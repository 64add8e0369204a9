package org.passerelle.steer.cycle;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of reports and programmes. */
@Component
class CycleHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Table.each(
        Kind.NOTHING,
        "report and programme of the strategy",
        "cycle_document",
        "cycle_decision",
        "cycle_comment",
        "cycle_seat");
  }
}
