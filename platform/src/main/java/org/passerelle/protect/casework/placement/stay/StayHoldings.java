package org.passerelle.protect.casework.placement.stay;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Stays and their events; deleted with the case by foreign keys. */
@Component
class StayHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("stay", "where the person was safe, and when"),
        Table.erased("stay_event", "what happened there"),
        Table.erased("missing_alert", "that an authority looked for the person"));
  }

  @Override
  public String room() {
    return "placement";
  }
}
