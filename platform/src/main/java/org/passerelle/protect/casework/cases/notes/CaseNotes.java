package org.passerelle.protect.casework.cases.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.CaseRecord.Written;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes of a case, encrypted under the case's key. */
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

  /** Encryption context of earlier texts of a note. */
  static final String BEFORE = "case_note_before.content";

  /** Encryption context of a note. */
  static final String CONTENT = NOTE.place();

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
    touched(caseId);
    return id;
  }

  /** Updates the time of the last work on a case; the caller has checked access. */
  void touched(UUID caseId) {
    db.sql("update protect_case set changed_at = :now where id = :case")
        .param("now", Columns.now(clock))
        .param("case", caseId)
        .update();
  }

  /** Builds the rows of a note, which the caller inserts and logs. */
  public UUID add(Written written, Draft draft, Rows rows) {
    return records.row(NOTE, written, draft.kind, Map.of("kind", draft.kind), draft.text, rows);
  }

  /** Notes, newest first; the page that shows them logs the access. */
  @Transactional
  public List<Note> notes(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    audit.write(who, "notes.read", "case", caseId, Map.of());
    return db.sql(
            """
            select id, kind, content, at, by_user, version, corrected_at, corrected_by from case_note
             where case_id = :case order by at desc, id
            """)
        .param("case", caseId)
        .query((row, i) -> note(caseId, row))
        .list();
  }

  /**
   * Earlier texts of corrected notes by note, newest first. The caller has read the notes, which is
   * logged.
   */
  @Transactional(readOnly = true)
  public Map<UUID, List<Earlier>> earlier(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db
        .sql(
            """
            select b.note, b.content, b.at, b.by_user
              from case_note_before b join case_note n on n.id = b.note
             where n.case_id = :case order by b.note, b.version desc
            """)
        .param("case", caseId)
        .query(
            (row, i) ->
                new Earlier(
                    row.getObject("note", UUID.class),
                    vault.open(caseId, BEFORE, row.getBytes("content")),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Earlier::note));
  }

  /**
   * A note of a case; the caller has checked access to the case.
   *
   * @throws NotFound if the note belongs to another case
   */
  Note one(UUID caseId, UUID note) {
    return db.sql(
            """
            select id, kind, content, at, by_user, version, corrected_at, corrected_by from case_note
             where case_id = :case and id = :note
            """)
        .param("case", caseId)
        .param("note", note)
        .query((row, i) -> note(caseId, row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  private Note note(UUID caseId, ResultSet row) throws SQLException {
    Instant corrected = Columns.instantOrNull(row, "corrected_at");
    return new Note(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        vault.open(caseId, NOTE.place(), row.getBytes("content")),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        row.getInt("version"),
        corrected == null
            ? null
            : new Correction(corrected, row.getObject("corrected_by", UUID.class)));
  }

  /** Number of notes and files. */
  @Transactional(readOnly = true)
  public int written(UUID caseId) {
    return db.sql(
            """
            select (select count(*) from case_note where case_id = :case)
                 + (select count(*) from case_file where case_id = :case and number = 1)
            """)
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /** A note to be written. */
  public record Draft(String kind, String text) {}

  /**
   * A note in its current version.
   *
   * @param text current text
   * @param user first author
   * @param version 1 when written, incremented by each correction
   * @param corrected last correction, or null
   */
  public record Note(
      UUID id,
      String kind,
      String text,
      Instant at,
      UUID user,
      int version,
      @Nullable Correction corrected) {}

  /** Time and author of a correction. */
  public record Correction(Instant at, UUID by) {}

  /**
   * An earlier text of a note.
   *
   * @param at when this text was written, and by whom
   */
  public record Earlier(UUID note, String text, Instant at, UUID by) {}
}
