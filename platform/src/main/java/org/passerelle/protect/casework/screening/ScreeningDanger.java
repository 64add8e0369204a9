package org.passerelle.protect.casework.screening;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.due.DangerSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Urgent signs from the most recent screening of a case. */
@Component
class ScreeningDanger implements DangerSource {
  private final JdbcClient db;

  ScreeningDanger(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Sign> of(Collection<UUID> cases) {
    Map<UUID, Sign> newest = new HashMap<>();
    db.sql(
            """
            select case_id, urgency, finished_at from screening
             where case_id = any(cast(:ids as uuid array)) and finished_at is not null
             order by finished_at, id
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            row -> {
              UUID caseId = row.getObject("case_id", UUID.class);
              Urgency urgency = Urgency.valueOf(row.getString("urgency"));
              newest.put(
                  caseId,
                  new Sign(
                      caseId,
                      "screening." + urgency.code(),
                      urgency,
                      risk(urgency),
                      Columns.instant(row, "finished_at")));
            });
    return newest.values().stream().filter(one -> one.urgency() != Urgency.ORDINARY).toList();
  }

  private static Risk risk(Urgency urgency) {
    return switch (urgency) {
      case HIGH -> Risk.HIGH;
      case RAISED -> Risk.RAISED;
      case ORDINARY -> Risk.NOT_KNOWN;
    };
  }
}
