package org.passerelle.work.internal;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Work in the background; a room that made files about cases ends them. */
@Component
class WorkHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("work", "what was asked for; arguments are sealed under a key of its own"),
        Table.erased("work_file", "names of files, which the room that made them ends"),
        Table.erased("work_piece", "files, sealed under the work, for a day"));
  }
}
