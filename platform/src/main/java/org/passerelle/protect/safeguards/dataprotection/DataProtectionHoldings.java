package org.passerelle.protect.safeguards.dataprotection;

import java.util.List;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests of data subjects are kept after an erasure, without their texts. */
@Component
class DataProtectionHoldings implements Holdings {
  private final JdbcClient db;

  DataProtectionHoldings(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.remains("person_request", "that it was asked and answered, without its words")
            .by("case_id"),
        Table.nothing("breach", "what happened to whom in kinds and numbers, sealed"),
        Table.nothing("processing_register", "who answers for the organisation"));
  }

  /** The key of the texts was destroyed with the case's. */
  @Override
  public void erase(Erased erased) {
    if (!erased.cases().isEmpty()) {
      db.sql(
              """
              update person_request set words = null
               where case_id = any(cast(:cases as uuid array)) and organisation = :organisation
              """)
          .param("cases", UuidArray.of(erased.cases()))
          .param("organisation", erased.organisation())
          .update();
    }
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update person_request set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
  }
}
