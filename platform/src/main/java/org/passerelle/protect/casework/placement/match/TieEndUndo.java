package org.passerelle.protect.casework.placement.match;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.Refused;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes the accidental end of a tie, unless another was added since. */
@Component
class TieEndUndo implements Undoable {
  private final JdbcClient db;
  private final Cases cases;
  private final CaseRecord records;

  TieEndUndo(JdbcClient db, Cases cases, CaseRecord records) {
    this.db = db;
    this.cases = cases;
    this.records = records;
  }

  @Override
  public String act() {
    return Ties.ENDED;
  }

  @Override
  public String about() {
    return "tie";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    UUID caseId = UUID.fromString(before.text());
    cases.check(caseId, who);
    int again =
        db.sql(
                """
                update placement_tie set ended_at = null
                 where id = :id and ended_at is not null
                   and not exists (
                     select 1 from placement_tie o
                      where o.ended_at is null
                        and (o.case_id = placement_tie.case_id and o.other_case = placement_tie.other_case
                             or o.case_id = placement_tie.other_case and o.other_case = placement_tie.case_id))
                """)
            .param("id", subject)
            .update();
    if (again == 0) {
      throw new Refused("form.undo.late");
    }
    records.write(caseId, "tie.restored", "", subject, Map.of("tie", subject.toString()), who);
    return "/protect/cases/" + caseId + "/placement";
  }
}
