package org.passerelle.steer.release.estimate;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Table of published estimates. */
@Component
class EstimateHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(Table.nothing("estimate_release", "rounded estimates, published"));
  }
}
