package org.passerelle.understand.estimation;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of estimation studies. */
@Component
class EstimationHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("estimation_study", "counts under the rule for small cells"),
        Table.nothing("estimation_repeat", "counts under the rule for small cells"));
  }
}
