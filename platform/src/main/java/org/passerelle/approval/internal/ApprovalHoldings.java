package org.passerelle.approval.internal;

import java.util.List;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.RowsBelow;
import org.springframework.stereotype.Component;

/** Requests for acts that take two persons. */
@Component
class ApprovalHoldings implements Holdings {
  private final RowsBelow rows;

  ApprovalHoldings(RowsBelow rows) {
    this.rows = rows;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.remains(
                "approval_request",
                "who asked for the erasure and who decided; requests sealed under a key that goes, go")
            .by("subject", "vault_key"),
        Table.erased("person_taken", "whom a colleague took out within a day").by("person"),
        Table.nothing("approval_choice", "what an organisation chose"));
  }

  @Override
  public void erase(Erased erased) {
    rows.delete("person_taken", "person", erased.persons());
    rows.delete("approval_request", "vault_key", erased.all());
  }
}
