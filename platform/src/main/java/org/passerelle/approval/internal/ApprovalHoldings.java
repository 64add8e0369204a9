package org.passerelle.approval.internal;

import java.util.List;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of approval requests. */
@Component
class ApprovalHoldings implements Holdings {
  private final CascadeDelete rows;

  ApprovalHoldings(CascadeDelete rows) {
    this.rows = rows;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.remains(
                "approval_request",
                "who requested and who decided the erasure; requests sealed under a destroyed key are deleted")
            .by("subject", "vault_key"),
        Table.erased("person_taken", "which persons a user exported within the last day")
            .by("person"),
        Table.nothing("approval_choice", "choices of an organisation"));
  }

  @Override
  public void erase(Erased erased) {
    rows.delete("person_taken", "person", erased.persons());
    rows.delete("approval_request", "vault_key", erased.all());
  }
}
