package org.passerelle.protect.casework.guardian;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.due.DangerSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A guardian who decides for the person has become a suspect. */
@Component
class GuardianDanger implements DangerSource {
  private final JdbcClient db;

  GuardianDanger(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Sign> of(Collection<UUID> cases) {
    return db.sql(
            """
            select case_id, suspended_at from guardian_mandate
             where case_id = any(cast(:ids as uuid array)) and suspended_at is not null
               and ended is null
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                new Sign(
                    row.getObject("case_id", UUID.class),
                    "guardian",
                    Urgency.RAISED,
                    Risk.HIGH,
                    Columns.instant(row, "suspended_at")))
        .list();
  }
}
