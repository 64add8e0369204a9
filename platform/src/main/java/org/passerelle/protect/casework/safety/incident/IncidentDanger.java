package org.passerelle.protect.casework.safety.incident;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.due.DangerSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Serious incidents: urgent until somebody responsible has acknowledged them; the risk that they
 * indicate remains until the next risk assessment (decision 0083).
 */
@Component
class IncidentDanger implements DangerSource {
  private final JdbcClient db;

  IncidentDanger(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Sign> of(Collection<UUID> cases) {
    return db.sql(
            """
            select i.case_id, i.grade, i.at, i.noted_at from incident i
             where i.case_id = any(cast(:ids as uuid array)) and i.grade <> 'light'
               and (i.noted_at is null
                    or not exists (select 1 from risk_level r
                                    where r.case_id = i.case_id and r.at > i.at))
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) -> {
              Grade grade = Grade.of(row.getString("grade"));
              boolean noted = row.getObject("noted_at") != null;
              return new Sign(
                  row.getObject("case_id", UUID.class),
                  "incident." + grade.code(),
                  noted ? Urgency.ORDINARY : grade.urgency(),
                  grade.risk(),
                  Columns.instant(row, "at"));
            })
        .list();
  }
}
