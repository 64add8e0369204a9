package org.passerelle.api.internal;

import java.util.List;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of tokens and webhooks. */
@Component
class ApiHoldings implements Holdings {
  private final CascadeDelete rows;

  ApiHoldings(CascadeDelete rows) {
    this.rows = rows;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("api_token", "tokens of users"),
        Table.nothing("webhook", "addresses of programs"),
        Table.erased("webhook_delivery", "that something happened to a case").by("subject"));
  }

  @Override
  public void erase(Erased erased) {
    rows.delete("webhook_delivery", "subject", erased.all());
  }
}
