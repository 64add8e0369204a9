package org.passerelle.understand.network;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Networks: what entered from a case goes with it. */
@Component
class NetworkHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("network_entry", "what entered from a case"),
        Table.erased("network_element", "what entered goes with its entry"),
        Table.erased("network_note", "goes with its entry"),
        Table.nothing("network", "who looks and how; no case is named"),
        Table.nothing("network_member", "who looks and how; no case is named"),
        Table.nothing("network_change", "who looks and how; no case is named"),
        Table.nothing("network_view", "who looks and how; no case is named"),
        Table.nothing("network_dismissed", "who looks and how; no case is named"),
        Table.nothing("network_layout", "who looks and how; no case is named"),
        Table.nothing("network_mapping", "who looks and how; no case is named"),
        Table.nothing("network_upload", "files of investigators"));
  }
}
