package org.passerelle.prevent.tip;

import java.util.List;
import java.util.UUID;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A tip is about a person once a screening was begun from it, and is deleted with that. */
@Component
class TipHoldings implements Holdings {
  private final JdbcClient db;
  private final CascadeDelete rows;

  TipHoldings(JdbcClient db, CascadeDelete rows) {
    this.db = db;
    this.rows = rows;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("tip", "a tip from which a screening was begun").by("screening"),
        Table.erased("tip_part", "what its writer and the team wrote, sealed"),
        Table.erased("tip_second", "which other organisation could read it"),
        Table.nothing("tip_team", "organisations that receive tips, with their keys"),
        Table.nothing("tip_tally", "counts by category and outcome"));
  }

  @Override
  public void erase(Erased erased) {
    if (!erased.screenings().isEmpty()) {
      List<UUID> tips =
          db.sql("select id from tip where screening = any(cast(:ids as uuid array))")
              .param("ids", UuidArray.of(erased.screenings()))
              .query(UUID.class)
              .list();
      rows.delete("tip", tips);
    }
  }
}
