package org.passerelle.protect.safeguards.report;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.Refused;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes the accidental deletion of a report. */
@Component
class ReportDeletionUndo implements Undoable {
  private final JdbcClient db;

  ReportDeletionUndo(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String act() {
    return SavedReports.DELETED;
  }

  @Override
  public String about() {
    return "own-report";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    int back =
        db.sql(
                """
                update own_report set deleted_at = null
                 where id = :id and organisation = :organisation and deleted_at is not null
                """)
            .param("id", subject)
            .param("organisation", who.organisation())
            .update();
    if (back == 0) {
      throw new Refused("form.undo.late");
    }
    return "/protect/figures/own/" + subject;
  }
}
