package org.passerelle.understand.grid;

import java.util.List;
import java.util.UUID;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables of the grids “trafficking or delinquency” of a case or a screening. */
@Component
class GridHoldings implements Holdings {
  private final JdbcClient db;
  private final CascadeDelete rows;

  GridHoldings(JdbcClient db, CascadeDelete rows) {
    this.db = db;
    this.rows = rows;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("grid", "goes with the case or the screening").by("case_id", "screening"),
        Table.erased("grid_evidence", "goes with the grid"),
        Table.erased("grid_conclusion", "goes with the grid"));
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public void erase(Erased erased) {
    if (!erased.screenings().isEmpty()) {
      rows.delete(
          "grid",
          db.sql("select id from grid where screening in (:ids)")
              .param("ids", erased.screenings())
              .query(UUID.class)
              .list());
    }
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update grid set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
    moved.rows(
        "update grid set organisation = :to where screening = any(cast(:ids as uuid array))",
        moved.whole().all());
  }
}
