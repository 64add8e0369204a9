package org.passerelle.protect.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.CaseRecord.Written;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks of a case, with their deadlines. What they say is sealed under the case's key. */
@Service
public class CaseTasks {
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
  private final CaseSight sight;
  private final Vault vault;
  private final Cases cases;
  private final CaseRecord records;
  private final Clock clock;

  CaseTasks(
      JdbcClient db, CaseSight sight, Vault vault, Cases cases, CaseRecord records, Clock clock) {
    this.db = db;
    this.sight = sight;
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

  /**
   * Makes a task; the caller inserts the rows, keeps the case's next deadline and writes the log.
   */
  UUID add(Written written, Draft draft, Rows rows) {
    return records.row(
        TASK,
        written,
        draft.kind,
        Map.of(
            "kind",
            draft.kind,
            "due",
            OffsetDateTime.ofInstant(draft.due, ZoneOffset.UTC),
            "assigned",
            draft.assigned),
        draft.title,
        rows);
  }

  /** Takes a task back that was added by mistake and is not done. */
  @Transactional
  public boolean takeBack(UUID caseId, UUID task, SignedIn who) {
    cases.check(caseId, who);
    int gone =
        db.sql("delete from case_task where id = :id and case_id = :case and done_at is null")
            .param("id", task)
            .param("case", caseId)
            .update();
    if (gone > 0) {
      touched(caseId);
      records.write(caseId, "task.taken-back", "", null, Map.of("task", task.toString()), who);
    }
    return gone > 0;
  }

  /** Marks a task as done; a second time changes nothing. */
  @Transactional
  public void done(UUID caseId, UUID task, SignedIn who) {
    cases.check(caseId, who);
    int changed =
        db.sql(
                """
                update case_task set done_at = :now, done_by = :user
                 where id = :id and case_id = :case and done_at is null
                """)
            .param("now", now())
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
      return;
    }
    touched(caseId);
    records.write(caseId, "task.done", "", task, Map.of("task", task.toString()), who);
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
                    "",
                    "",
                    row.getString("kind"),
                    vault.open(caseId, TASK.place(), row.getBytes("title")),
                    Columns.instant(row, "due"),
                    row.getObject("assigned", UUID.class)))
        .list();
  }

  /** One's own open tasks and those of whom one covers, over all cases, earliest deadline first. */
  @Transactional(readOnly = true)
  public List<Task> mine(SignedIn who, int limit) {
    return sight
        .sql(
            """
            select t.id, t.case_id, t.kind, t.title, t.due, t.assigned, c.code, c.details
              from case_task t join protect_case c on c.id = t.case_id
             where (t.assigned = :user
                    or exists (select 1 from absence a
                                where a.cover = :user and a.absent = t.assigned and a.ended_at is null
                                  and a.from_at <= :seenAt and a.until_at > :seenAt))
               and t.done_at is null and {team c}
             order by t.due, t.id limit :limit
            """,
            who)
        .param("limit", limit)
        .query(
            (row, i) -> {
              UUID caseId = row.getObject("case_id", UUID.class);
              return new Task(
                  row.getObject("id", UUID.class),
                  caseId,
                  row.getString("code"),
                  cases.pseudonym(caseId, row.getBytes("details")),
                  row.getString("kind"),
                  vault.open(caseId, TASK.place(), row.getBytes("title")),
                  Columns.instant(row, "due"),
                  row.getObject("assigned", UUID.class));
            })
        .list();
  }

  /** The case moves to the top of lists, and its earliest open deadline is kept beside it. */
  private void touched(UUID caseId) {
    db.sql(
            """
            update protect_case
               set changed_at = :now,
                   next_due = (select min(due) from case_task where case_id = :case and done_at is null)
             where id = :case
            """)
        .param("now", now())
        .param("case", caseId)
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** A task to be given. */
  public record Draft(String kind, String title, Instant due, UUID assigned) {}

  /**
   * Something to do by a moment; code and pseudonym of the case where tasks of several are listed.
   */
  public record Task(
      UUID id,
      UUID caseId,
      String code,
      String pseudonym,
      String kind,
      String title,
      Instant due,
      @Nullable UUID assigned) {}
}
