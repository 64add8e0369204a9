package org.passerelle.prevent.watch;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of the watch list; they hold nothing about persons followed in cases. */
@Component
class WatchHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("watch_entry", "what is used to recruit people online, sealed"),
        Table.nothing("watch_sighting", "when and where that was seen, sealed"),
        Table.nothing("watch_step", "which states an entry had"),
        Table.nothing("watch_tip", "from which tip an entry came; deleted with the tip"));
  }
}
