package org.passerelle.outbox.internal;

import java.util.List;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Outgoing messages about a person. */
@Component
class OutboxHoldings implements Holdings {
  private final Outbox outbox;

  OutboxHoldings(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.remains("outbox_message", "identifiers and states; the payload is gone when it ends")
            .by("subject", "order_key"),
        Table.remains("moved_order", "former organisation of moved cases: identifiers alone")
            .by("order_key"),
        Table.nothing("inbox_message", "identifiers of received messages"),
        Table.nothing("delivery_hold", "organisations with held deliveries"));
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public void erase(Erased erased) {
    outbox.end(new Outbox.Which.About(erased.all()), Ending.ERASED, Ending.ERASED.code());
  }
}
