package org.passerelle.protect.casework.list;

import java.util.List;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** How colleagues look at lists, and what they changed at once. */
@Component
class ListHoldings implements Holdings {
  private final CascadeDelete rows;

  ListHoldings(CascadeDelete rows) {
    this.rows = rows;
  }

  @Override
  public String room() {
    return "cases";
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("case_view", "how colleagues look at lists"),
        Table.nothing("bulk_change", "what colleagues changed at once"),
        Table.erased("bulk_change_case", "what a case was before").by("case_id"));
  }

  /** Before the cases. */
  @Override
  public int order() {
    return 89;
  }

  @Override
  public void erase(Erased erased) {
    rows.delete("bulk_change_case", "case_id", erased.cases());
  }
}
