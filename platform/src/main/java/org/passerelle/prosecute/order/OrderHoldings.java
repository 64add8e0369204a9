package org.passerelle.prosecute.order;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Victims stand in an order by their entry, which leads nowhere when its basis has ended. */
@Component
class OrderHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Table.each(
        Kind.NOTHING,
        "what courts ordered; victims by an entry that leads nowhere without its basis",
        "court_order",
        "court_order_asset",
        "court_order_step");
  }
}
