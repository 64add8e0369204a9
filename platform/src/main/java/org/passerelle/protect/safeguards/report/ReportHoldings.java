package org.passerelle.protect.safeguards.report;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Saved reports of colleagues; figures are never stored. */
@Component
class ReportHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(Table.nothing("own_report", "what colleagues count by"));
  }
}
