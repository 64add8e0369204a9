package org.passerelle.storage;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the node knows of itself. */
@Component
class NodeHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("node_mark", "which node this is"),
        Table.nothing("pulse", "when something could last be saved"),
        Table.nothing("demo_filling", "how far a demonstration is filled"),
        Table.nothing("turn", "names of limits, on which those wait who count"));
  }
}
