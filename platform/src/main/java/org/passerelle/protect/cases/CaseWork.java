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
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes and tasks of a case. What they say is sealed under the case's key. */
@Service
public class CaseWork {
  private static final String NOTE = "case_note.content";
  private static final String TASK = "case_task.title";
  private final JdbcClient db;
  private final CaseSight sight;
  private final NamedParameterJdbcOperations named;
  private final Vault vault;
  private final Cases cases;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  CaseWork(
      JdbcClient db,
      CaseSight sight,
      NamedParameterJdbcOperations named,
      Vault vault,
      Cases cases,
      CaseJournal journal,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.named = named;
    this.vault = vault;
    this.cases = cases;
    this.journal = journal;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Adds a note. */
  @Transactional
  public UUID note(UUID caseId, String kind, String text, SignedIn who) {
    cases.check(caseId, who);
    Rows rows = new Rows();
    UUID id = add(caseId, new NoteDraft(kind, text), now(), who, rows);
    rows.insert(named);
    touched(caseId);
    audit.write(who, "note.added", "case", caseId, Map.of("note", id.toString()));
    return id;
  }

  /** Makes a note; the caller inserts the rows and writes the log. */
  UUID add(UUID caseId, NoteDraft draft, OffsetDateTime at, SignedIn who, Rows rows) {
    UUID id = identifiers.next();
    rows.add(
        """
        insert into case_note (id, case_id, kind, content, at, by_user)
        values (:id, :case, :kind, :content, :at, :user)
        """,
        Map.of(
            "id",
            id,
            "case",
            caseId,
            "kind",
            draft.kind,
            "content",
            vault.seal(caseId, NOTE, draft.text),
            "at",
            at,
            "user",
            who.user()));
    journal.add(caseId, "note.added", draft.kind, id, at, who, rows);
    return id;
  }

  /**
   * Makes a task; the caller inserts the rows, keeps the case's next deadline and writes the log.
   */
  UUID add(UUID caseId, TaskDraft draft, OffsetDateTime at, SignedIn who, Rows rows) {
    UUID id = identifiers.next();
    rows.add(
        """
        insert into case_task (id, case_id, kind, title, due, assigned, at, by_user)
        values (:id, :case, :kind, :title, :due, :assigned, :at, :user)
        """,
        Map.of(
            "id",
            id,
            "case",
            caseId,
            "kind",
            draft.kind,
            "title",
            vault.seal(caseId, TASK, draft.title),
            "due",
            OffsetDateTime.ofInstant(draft.due, ZoneOffset.UTC),
            "assigned",
            draft.assigned,
            "at",
            at,
            "user",
            who.user()));
    journal.add(caseId, "task.added", draft.kind, id, at, who, rows);
    return id;
  }

  /** Notes, newest first; reading them is logged by the page that shows the case's notes. */
  @Transactional
  public List<Note> notes(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    audit.write(who, "notes.read", "case", caseId, Map.of());
    return db.sql(
            "select id, kind, content, at, by_user from case_note where case_id = :case order by at desc, id")
        .param("case", caseId)
        .query(
            (row, i) ->
                new Note(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    vault.open(caseId, NOTE, row.getBytes("content")),
                    Persons.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  /** How many notes and files there are. */
  @Transactional(readOnly = true)
  public int written(UUID caseId) {
    return db.sql(
            """
            select (select count(*) from case_note where case_id = :case)
                 + (select count(*) from case_file where case_id = :case)
            """)
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /** Adds a task with its deadline. */
  @Transactional
  public UUID task(
      UUID caseId, String kind, String title, Instant due, UUID assigned, SignedIn who) {
    cases.check(caseId, who);
    Rows rows = new Rows();
    UUID id = add(caseId, new TaskDraft(kind, title, due, assigned), now(), who, rows);
    rows.insert(named);
    touched(caseId);
    audit.write(who, "task.added", "case", caseId, Map.of("task", id.toString()));
    return id;
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
      journal.add(caseId, "task.taken-back", "", null, who);
      audit.write(who, "task.taken-back", "case", caseId, Map.of("task", task.toString()));
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
    journal.add(caseId, "task.done", "", task, who);
    audit.write(who, "task.done", "case", caseId, Map.of("task", task.toString()));
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
                    vault.open(caseId, TASK, row.getBytes("title")),
                    Persons.instant(row, "due"),
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
                  vault.open(caseId, TASK, row.getBytes("title")),
                  Persons.instant(row, "due"),
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

  /** A note to be written. */
  public record NoteDraft(String kind, String text) {}

  /** A task to be given. */
  public record TaskDraft(String kind, String title, Instant due, UUID assigned) {}

  /** A note as it was written. */
  public record Note(UUID id, String kind, String text, Instant at, UUID user) {}

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
