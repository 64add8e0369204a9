package org.passerelle.protect.casework.placement.match;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

/** Requests and ties; deleted with either case by foreign keys. */
@Component
class MatchHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("placement_wait", "what was asked for them"),
        Table.erased("placement_tie", "with whom they belong, from whom they are kept apart"),
        Table.nothing("travel_table", "minutes between areas"));
  }

  @Override
  public String room() {
    return "placement";
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update placement_wait set organisation = :to where case_id = any(cast(:ids as uuid array)) and state = 'waiting'",
        moved.whole().cases());
  }
}
