package org.passerelle.protect.sharing.htcds;

import java.util.List;
import java.util.UUID;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.passerelle.work.BackgroundWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imported and exported records. */
@Component
class RecordHoldings implements Holdings {
  private final JdbcClient db;
  private final CascadeDelete rows;
  private final BackgroundWork work;

  RecordHoldings(JdbcClient db, CascadeDelete rows, BackgroundWork work) {
    this.db = db;
    this.rows = rows;
    this.work = work;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("htcds_record", "which record a case came from").by("case_id"),
        Table.remains("import_columns", "how own lists name their columns; nothing of a person"),
        Table.remains("case_export", "how many persons were taken out, when and why"),
        Table.erased("case_export_case", "which cases a file holds; the file goes too")
            .by("case_id"));
  }

  @Override
  public void erase(Erased erased) {
    if (erased.cases().isEmpty()) {
      return;
    }
    // a created but not yet fetched file contains other persons as well; it can be requested again
    work.end(
        db.sql(
                """
                select e.work from case_export e join case_export_case x on x.export = e.id
                 where x.case_id in (:ids)
                """)
            .param("ids", erased.cases())
            .query(UUID.class)
            .list());
    rows.delete("case_export_case", "case_id", erased.cases());
    rows.delete("htcds_record", "case_id", erased.cases());
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update htcds_record set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
  }
}
