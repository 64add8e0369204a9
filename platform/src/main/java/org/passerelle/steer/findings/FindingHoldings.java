package org.passerelle.steer.findings;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Table of answers to findings. */
@Component
class FindingHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(Table.nothing("finding_answer", "about the strategy's facts"));
  }
}
