package org.passerelle.storage;

import java.util.List;
import org.springframework.stereotype.Component;

/** The node's own tables. */
@Component
class NodeHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("node_mark", "identity of this node"),
        Table.nothing("pulse", "time of the last successful write"),
        Table.nothing("demo_filling", "progress of filling a demonstration"),
        Table.nothing("turn", "names of limits, locked while a count is compared with one"));
  }
}
