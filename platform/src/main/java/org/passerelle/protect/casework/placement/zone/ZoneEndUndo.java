package org.passerelle.protect.casework.placement.zone;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes the accidental end of a zone. */
@Component
class ZoneEndUndo implements Undoable {
  private final JdbcClient db;
  private final Cases cases;
  private final CaseRecord records;

  ZoneEndUndo(JdbcClient db, Cases cases, CaseRecord records) {
    this.db = db;
    this.cases = cases;
    this.records = records;
  }

  @Override
  public String act() {
    return Zones.ENDED;
  }

  @Override
  public String about() {
    return "zone";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    UUID caseId =
        cases.ofRow(
            db.sql("select case_id from exclusion_zone where id = :id and ended_by = :user")
                .param("id", subject)
                .param("user", who.user()),
            who);
    int again =
        db.sql(
                """
                update exclusion_zone set ended_at = null, ended_by = null
                 where id = :id and ended_by = :user
                """)
            .param("id", subject)
            .param("user", who.user())
            .update();
    if (again == 0) {
      throw new NotFound();
    }
    records.write(caseId, "zone.restored", "", subject, Map.of("zone", subject.toString()), who);
    return "/protect/cases/" + caseId + "/zones";
  }
}
