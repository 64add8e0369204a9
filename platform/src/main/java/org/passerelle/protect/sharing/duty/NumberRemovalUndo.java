package org.passerelle.protect.sharing.duty;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes the accidental removal of a telephone number, in its old position. */
@Component
class NumberRemovalUndo implements Undoable {
  private final JdbcClient db;
  private final AuditLog audit;

  NumberRemovalUndo(JdbcClient db, AuditLog audit) {
    this.db = db;
    this.audit = audit;
  }

  /** A complete entry. */
  record Whole(int place, String who, String telephone, boolean shared) {}

  @Override
  public String act() {
    return DutyNumbers.REMOVED;
  }

  @Override
  public String about() {
    return "duty_number";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    Whole was = before.as(Whole.class);
    // if a colleague has added one in the meantime, it is added at the end
    int back =
        db.sql(
                """
                insert into duty_number (id, organisation, place, who, telephone, shared)
                select :id, :organisation,
                       case when exists (
                              select 1 from duty_number
                               where organisation = :organisation and place = :place)
                            then (select max(place) + 1 from duty_number where organisation = :organisation)
                            else :place end,
                       :who, :telephone, :shared
                 where (select count(*) from duty_number where organisation = :organisation) < :most
                """)
            .param("id", subject)
            .param("organisation", who.organisation())
            .param("place", was.place)
            .param("who", was.who)
            .param("telephone", was.telephone)
            .param("shared", was.shared)
            .param("most", DutyNumbers.MOST)
            .update();
    if (back == 0) {
      throw new Refused("form.undo.late");
    }
    audit.write(who, "duty.number-restored", "duty_number", subject, Map.of());
    return "/protect/duty";
  }
}
