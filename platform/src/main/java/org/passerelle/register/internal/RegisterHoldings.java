package org.passerelle.register.internal;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of the strategy's facts. */
@Component
class RegisterHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("register_entry", "public facts of the strategy"),
        Table.nothing("register_revision", "public facts of the strategy"),
        Table.nothing("register_import", "tables of public facts of the strategy"));
  }
}
