package org.passerelle.protect.casework.cases.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.CaseRecord.Written;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks of a case with their deadlines, encrypted under the case's key. */
@Service
public class CaseTasks {
  /** Journal and log action of a completed task. */
  public static final String DONE = "task.done";

  private static final CaseRecord.Shape TASK =
      new CaseRecord.Shape(
          "task",
          "task.added",
          "case_task.title",
          """
          insert into case_task (id, case_id, kind, title, due, assigned, at, by_user)
          values (:id, :case, :kind, :sealed, :due, :assigned, :at, :user)
          """);

  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseRecord records;
  private final Clock clock;

  CaseTasks(JdbcClient db, Vault vault, Cases cases, CaseRecord records, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.records = records;
    this.clock = clock;
  }

  /** Adds a task with its deadline. */
  @Transactional
  public UUID task(
      UUID caseId, String kind, String title, Instant due, UUID assigned, SignedIn who) {
    cases.check(caseId, who);
    Draft draft = new Draft(kind, title, due, assigned);
    UUID id =
        records.add(
            TASK,
            caseId,
            Map.of(),
            who,
            (at, rows) -> add(new Written(caseId, at, who), draft, rows));
    touched(caseId);
    return id;
  }

  /** Builds the rows of a task, which the caller inserts and logs. */
  public UUID add(Written written, Draft draft, Rows rows) {
    return records.row(
        TASK,
        written,
        draft.kind,
        Map.of("kind", draft.kind, "due", Columns.at(draft.due), "assigned", draft.assigned),
        draft.title,
        rows);
  }

  /** Removes a task that was added by mistake and is not done. */
  @Transactional
  public boolean takeBack(UUID caseId, UUID task, SignedIn who) {
    boolean gone = withdraw(caseId, task, who);
    if (gone) {
      records.write(caseId, "task.taken-back", "", null, Map.of("task", task.toString()), who);
    }
    return gone;
  }

  /**
   * Removes an open task that is no longer needed; the caller writes journal and log.
   *
   * @return false if it is done or does not exist
   */
  @Transactional
  public boolean withdraw(UUID caseId, UUID task, SignedIn who) {
    cases.check(caseId, who);
    int gone =
        db.sql("delete from case_task where id = :id and case_id = :case and done_at is null")
            .param("id", task)
            .param("case", caseId)
            .update();
    if (gone > 0) {
      touched(caseId);
    }
    return gone > 0;
  }

  /**
   * Changes the deadline or the assignee of an open task.
   *
   * @return false if it is done or does not exist
   */
  @Transactional
  public boolean move(UUID caseId, UUID task, Instant due, UUID assigned, SignedIn who) {
    cases.check(caseId, who);
    int moved =
        db.sql(
                """
                update case_task set due = :due, assigned = :assigned
                 where id = :id and case_id = :case and done_at is null
                """)
            .param("due", Columns.at(due))
            .param("assigned", assigned)
            .param("id", task)
            .param("case", caseId)
            .update();
    if (moved > 0) {
      touched(caseId);
      records.write(caseId, "task.moved", "", task, Map.of("task", task.toString()), who);
    }
    return moved > 0;
  }

  /**
   * Marks a task as done; repeating it changes nothing.
   *
   * @return false if it was already done
   */
  @Transactional
  public boolean done(UUID caseId, UUID task, SignedIn who) {
    cases.check(caseId, who);
    int changed =
        db.sql(
                """
                update case_task set done_at = :now, done_by = :user
                 where id = :id and case_id = :case and done_at is null
                """)
            .param("now", Columns.now(clock))
            .param("user", who.user())
            .param("id", task)
            .param("case", caseId)
            .update();
    if (changed == 0) {
      int there =
          db.sql("select count(*) from case_task where id = :id and case_id = :case")
              .param("id", task)
              .param("case", caseId)
              .query(Integer.class)
              .single();
      if (there == 0) {
        throw new NotFound();
      }
      return false;
    }
    touched(caseId);
    records.write(caseId, DONE, "", task, Map.of("task", task.toString()), who);
    return true;
  }

  /** Open tasks of a case, earliest deadline first. */
  @Transactional(readOnly = true)
  public List<Task> openTasks(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(
            """
            select id, case_id, kind, title, due, assigned from case_task
             where case_id = :case and done_at is null order by due, id
            """)
        .param("case", caseId)
        .query(
            (row, i) ->
                new Task(
                    row.getObject("id", UUID.class),
                    caseId,
                    row.getString("kind"),
                    vault.open(caseId, TASK.place(), row.getBytes("title")),
                    Columns.instant(row, "due"),
                    row.getObject("assigned", UUID.class)))
        .list();
  }

  /** Titles of open tasks for their assignees; the caller has checked access. */
  Map<UUID, String> titles(List<UUID> tasks) {
    Map<UUID, String> titles = new HashMap<>();
    db.sql("select id, case_id, title from case_task where id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(tasks))
        .query(
            row -> {
              titles.put(
                  row.getObject("id", UUID.class),
                  vault.open(
                      row.getObject("case_id", UUID.class), TASK.place(), row.getBytes("title")));
            });
    return titles;
  }

  /** Moves the case to the top of lists. */
  private void touched(UUID caseId) {
    db.sql("update protect_case set changed_at = :now where id = :case")
        .param("now", Columns.now(clock))
        .param("case", caseId)
        .update();
  }

  /** A step of the care plan is completed in the plan, all other tasks on the case. */
  static String path(UUID caseId, String kind) {
    return "/protect/cases/" + caseId + (kind.startsWith("care_") ? "/care" : "");
  }

  /** A task to be assigned. */
  public record Draft(String kind, String title, Instant due, UUID assigned) {}

  /** Something to be done by a given time. */
  public record Task(
      UUID id, UUID caseId, String kind, String title, Instant due, @Nullable UUID assigned) {}
}
