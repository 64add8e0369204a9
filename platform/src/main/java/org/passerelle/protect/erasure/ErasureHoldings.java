package org.passerelle.protect.erasure;

import java.util.List;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody was erased, and for how long files are kept. */
@Component
class ErasureHoldings implements Holdings {
  private final JdbcClient db;

  ErasureHoldings(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.remains("erasure", "that it was done, when, why and by whom"),
        Table.remains("erasure_case", "codes of the cases"),
        Table.remains("erasure_recipient", "who had received which fields, and confirmed"),
        Table.nothing("retention_rule", "periods of an organisation"),
        Table.erased("retention_review", "why a file was kept for longer"));
  }

  @Override
  public void erase(Erased erased) {
    if (!erased.all().isEmpty()) {
      db.sql("delete from retention_review where subject in (:ids)")
          .param("ids", erased.all())
          .update();
    }
  }
}
