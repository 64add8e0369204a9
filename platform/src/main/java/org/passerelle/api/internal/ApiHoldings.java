package org.passerelle.api.internal;

import java.util.List;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices to other programs. */
@Component
class ApiHoldings implements Holdings {
  private final JdbcClient db;

  ApiHoldings(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("api_token", "tokens of users"),
        Table.nothing("webhook", "addresses of programs"),
        Table.erased("webhook_delivery", "that something happened to a case"));
  }

  @Override
  public void erase(Erased erased) {
    if (!erased.all().isEmpty()) {
      db.sql("delete from webhook_delivery where subject in (:ids)")
          .param("ids", erased.all())
          .update();
    }
  }
}
