package org.passerelle.approval.internal;

import java.util.List;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for acts that take two persons. */
@Component
class ApprovalHoldings implements Holdings {
  private final JdbcClient db;

  ApprovalHoldings(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.remains(
            "approval_request",
            "who asked for the erasure and who decided; requests sealed under a key that goes, go"),
        Table.erased("person_taken", "whom a colleague took out within a day"),
        Table.nothing("approval_choice", "what an organisation chose"));
  }

  @Override
  public void erase(Erased erased) {
    if (!erased.persons().isEmpty()) {
      db.sql("delete from person_taken where person in (:persons)")
          .param("persons", erased.persons())
          .update();
    }
    if (!erased.all().isEmpty()) {
      db.sql("delete from approval_request where vault_key in (:ids)")
          .param("ids", erased.all())
          .update();
    }
  }
}
