package org.passerelle.house;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Table of the first page. */
@Component
class HomeHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(Table.nothing("home_look", "when colleagues last looked at their first page"));
  }
}
