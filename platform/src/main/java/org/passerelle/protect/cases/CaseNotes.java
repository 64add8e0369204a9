package org.passerelle.protect.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.CaseRecord.Written;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes of a case. What they say is sealed under the case's key. */
@Service
public class CaseNotes {
  private static final CaseRecord.Shape NOTE =
      new CaseRecord.Shape(
          "note",
          "note.added",
          "case_note.content",
          """
          insert into case_note (id, case_id, kind, content, at, by_user)
          values (:id, :case, :kind, :sealed, :at, :user)
          """);

  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseRecord records;
  private final AuditLog audit;
  private final Clock clock;

  CaseNotes(
      JdbcClient db, Vault vault, Cases cases, CaseRecord records, AuditLog audit, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.records = records;
    this.audit = audit;
    this.clock = clock;
  }

  /** Adds a note. */
  @Transactional
  public UUID note(UUID caseId, String kind, String text, SignedIn who) {
    cases.check(caseId, who);
    UUID id =
        records.add(
            NOTE,
            caseId,
            Map.of(),
            who,
            (at, rows) -> add(new Written(caseId, at, who), new Draft(kind, text), rows));
    db.sql("update protect_case set changed_at = :now where id = :case")
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("case", caseId)
        .update();
    return id;
  }

  /** Makes a note; the caller inserts the rows and writes the log. */
  UUID add(Written written, Draft draft, Rows rows) {
    return records.row(NOTE, written, draft.kind, Map.of("kind", draft.kind), draft.text, rows);
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
                    vault.open(caseId, NOTE.place(), row.getBytes("content")),
                    Columns.instant(row, "at"),
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

  /** A note to be written. */
  public record Draft(String kind, String text) {}

  /** A note as it was written. */
  public record Note(UUID id, String kind, String text, Instant at, UUID user) {}
}
