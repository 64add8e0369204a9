package org.passerelle.protect.casework.safety.risk;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.casework.cases.due.DangerSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Result of the most recent risk assessment of a case, which replaces earlier ones. */
@Component
class RiskDanger implements DangerSource {
  private final JdbcClient db;

  RiskDanger(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Sign> of(Collection<UUID> cases) {
    Map<UUID, Sign> newest = new HashMap<>();
    db.sql(
            """
            select case_id, level, at from risk_level
             where case_id = any(cast(:ids as uuid array)) order by at, id
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            row -> {
              UUID caseId = row.getObject("case_id", UUID.class);
              RiskLevel level = RiskLevel.of(row.getString("level")).orElseThrow();
              newest.put(
                  caseId,
                  new Sign(
                      caseId,
                      "risk." + level.code(),
                      level.urgency(),
                      level.risk(),
                      Columns.instant(row, "at")));
            });
    return List.copyOf(newest.values());
  }
}
