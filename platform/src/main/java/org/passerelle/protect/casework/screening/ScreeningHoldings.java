package org.passerelle.protect.casework.screening;

import java.util.List;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

@Component
class ScreeningHoldings implements Holdings {
  private final CascadeDelete rows;

  ScreeningHoldings(CascadeDelete rows) {
    this.rows = rows;
  }

  @Override
  public List<Table> tables() {
    return List.of(Table.erased("screening", "a screening and its result").by("id", "case_id"));
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void erase(Erased erased) {
    rows.delete("screening", erased.screenings());
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update screening set organisation = :to where id = any(cast(:ids as uuid array))",
        moved.whole().all());
  }
}
