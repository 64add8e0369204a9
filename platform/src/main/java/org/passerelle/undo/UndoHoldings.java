package org.passerelle.undo;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** What can be taken back at this moment. */
@Component
class UndoHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(Table.nothing("undo_offer", "identifiers of acts of the last ten seconds"));
  }
}
