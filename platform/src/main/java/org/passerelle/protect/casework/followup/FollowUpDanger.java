package org.passerelle.protect.casework.followup;

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

/** Danger reported by a visit or call, until somebody responsible has acknowledged it. */
@Component
class FollowUpDanger implements DangerSource {
  private final JdbcClient db;

  FollowUpDanger(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Sign> of(Collection<UUID> cases) {
    return db.sql(
            """
            select case_id, concern, ended_at from follow_up
             where case_id = any(cast(:ids as uuid array)) and state = 'done' and concern <> ''
               and seen_at is null and ended_at is not null
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) -> {
              boolean signs = row.getString("concern").equals("signs");
              return new Sign(
                  row.getObject("case_id", UUID.class),
                  "follow_up." + row.getString("concern"),
                  signs ? Urgency.HIGH : Urgency.RAISED,
                  signs ? Risk.HIGH : Risk.RAISED,
                  Columns.instant(row, "ended_at"));
            })
        .list();
  }
}
