package org.passerelle.partner.nodes.trust;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables about other nodes: nothing about persons in messages. */
@Component
class NodeTables implements Holdings {
  @Override
  public String room() {
    return "nodes";
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("partner_node", "descriptions of other nodes"),
        Table.nothing("partner_organisation", "organisations of other nodes"),
        Table.nothing("node_envelope", "random identifiers of envelopes"),
        Table.nothing("node_refused", "counts of rejected envelopes"),
        Table.nothing("node_receipt", "digests and identifiers of messages"),
        Table.nothing("node_checkpoint", "signed roots of other nodes' logs"),
        Table.remains(
                "node_sequence",
                "identifiers of referrals: without them an older message could arrive after an erasure")
            .by("subject"));
  }
}
