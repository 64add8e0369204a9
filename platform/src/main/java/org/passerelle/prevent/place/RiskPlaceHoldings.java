package org.passerelle.prevent.place;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of places at risk; they hold nothing about persons followed in cases. */
@Component
class RiskPlaceHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("risk_place", "places at risk, without persons, sealed"),
        Table.nothing("risk_place_version", "what stood there before, sealed"),
        Table.nothing("risk_action", "what is planned against it, sealed"),
        Table.nothing("risk_action_step", "which states an action had"));
  }
}
