package org.passerelle.understand.network;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of networks: data of a case are erased with it. */
@Component
class NetworkHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Holdings.joined(
        List.of(
            Table.erased("network_entry", "what entered from a case"),
            Table.erased("network_element", "what entered goes with its entry"),
            Table.erased("network_note", "goes with its entry")),
        Table.each(
            Kind.NOTHING,
            "who looks and how; no case is named",
            "network",
            "network_member",
            "network_change",
            "network_view",
            "network_dismissed",
            "network_kinds",
            "network_layout",
            "network_mapping"),
        List.of(Table.nothing("network_upload", "files of investigators")));
  }
}
