package org.passerelle.protect.casework.intake;

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

/**
 * Danger according to the most recent intake with these questions: act today, not safe to leave,
 * medical help cannot wait, or still within reach of whoever harmed the person.
 */
@Component
class IntakeDanger implements DangerSource {
  private final JdbcClient db;

  IntakeDanger(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Sign> of(Collection<UUID> cases) {
    Map<String, Said> newest = new HashMap<>();
    db.sql(
            """
            select case_id, asked, answer, at from intake_sign
             where case_id = any(cast(:ids as uuid array)) order by at, id
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            row -> {
              UUID caseId = row.getObject("case_id", UUID.class);
              IntakeSign sign = IntakeSign.of(row.getString("asked"));
              newest.put(
                  caseId + sign.stored(),
                  new Said(
                      sign.isGrave(row.getString("answer")),
                      new Sign(
                          caseId,
                          sign.code(),
                          sign.urgency(),
                          sign.risk(),
                          Columns.instant(row, "at"))));
            });
    return newest.values().stream().filter(Said::grave).map(Said::sign).toList();
  }

  private record Said(boolean grave, Sign sign) {}
}
