package org.passerelle.partner.nodes.trust;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** What is kept of other nodes: nothing of whom messages tell. */
@Component
class NodeTables implements Holdings {
  @Override
  public String room() {
    return "nodes";
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("partner_node", "what other nodes say of themselves"),
        Table.nothing("partner_organisation", "organisations of other nodes"),
        Table.nothing("node_envelope", "random identifiers of envelopes"),
        Table.nothing("node_refused", "counts of what was refused"),
        Table.nothing("node_receipt", "digests and identifiers of messages"),
        Table.nothing("node_checkpoint", "signed roots of other nodes' logs"),
        Table.remains(
                "node_sequence",
                "identifiers of referrals: without them something older could arrive after an erasure")
            .by("subject"));
  }
}
