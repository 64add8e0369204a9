package org.passerelle.protect.casework.cases.tasks;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes the accidental completion of a task. */
@Component
class TaskCompletionUndo implements Undoable {
  private final JdbcClient db;
  private final Cases cases;
  private final CaseJournal journal;

  TaskCompletionUndo(JdbcClient db, Cases cases, CaseJournal journal) {
    this.db = db;
    this.cases = cases;
    this.journal = journal;
  }

  @Override
  public String act() {
    return CaseTasks.DONE;
  }

  @Override
  public String about() {
    return "task";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    UUID caseId =
        cases.ofRow(
            db.sql("select case_id from case_task where id = :id and done_by = :user")
                .param("id", subject)
                .param("user", who.user()),
            who);
    db.sql("update case_task set done_at = null, done_by = null where id = :id")
        .param("id", subject)
        .update();
    journal.add(caseId, "task.reopened", "", subject, who);
    return "/protect/cases/" + caseId;
  }
}
