package org.passerelle.protect.casework.cases.notes;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects notes; earlier texts are kept. */
@Service
public class NoteCorrections {
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseNotes notes;
  private final CaseRecord records;

  NoteCorrections(JdbcClient db, Vault vault, Cases cases, CaseNotes notes, CaseRecord records) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.notes = notes;
    this.records = records;
  }

  /**
   * Whether a user who sees the case may correct a note: its author and the lead of the case may.
   */
  public static boolean may(Case file, CaseNotes.Note note, SignedIn who) {
    return note.user().equals(who.user()) || file.lead().equals(who.user());
  }

  /**
   * Opens a note for correction; the access is logged.
   *
   * @throws Refused if the user is neither the author nor the lead
   */
  @Transactional
  public CaseNotes.Note open(UUID caseId, UUID note, SignedIn who) {
    CaseNotes.Note found = found(caseId, note, who);
    records.look(caseId, "notes.read", Map.of("note", note.toString()), who);
    return found;
  }

  /**
   * Corrects a note.
   *
   * @param opened version to which the correction applies
   * @throws Refused if the user is neither the author nor the lead, or the text is unchanged
   * @throws ChangedMeanwhile if a colleague corrected it in between
   */
  @Transactional
  public void correct(UUID caseId, UUID note, int opened, String text, SignedIn who) {
    CaseNotes.Note before = found(caseId, note, who);
    if (before.version() != opened) {
      throw new ChangedMeanwhile(opened, before.version());
    }
    if (before.text().equals(text)) {
      throw new Refused("note.refused.same").at("text");
    }
    // journal entry first: it locks the case against erasure until the end
    records.write(
        caseId,
        "note.corrected",
        before.kind(),
        note,
        Map.of("note", note.toString(), "version", String.valueOf(opened + 1)),
        who);
    int corrected =
        db.sql(
                """
                update case_note
                   set version = version + 1, content = :content, corrected_at = :now, corrected_by = :user
                 where id = :note and version = :opened
                """)
            .param("content", vault.seal(caseId, CaseNotes.CONTENT, text))
            .param("now", records.now())
            .param("user", who.user())
            .param("note", note)
            .param("opened", opened)
            .update();
    if (corrected == 0) {
      throw new ChangedMeanwhile(opened, notes.one(caseId, note).version());
    }
    CaseNotes.Correction last = before.corrected();
    db.sql(
            """
            insert into case_note_before (note, version, content, at, by_user)
            values (:note, :version, :content, :at, :user)
            """)
        .param("note", note)
        .param("version", opened)
        .param("content", vault.seal(caseId, CaseNotes.BEFORE, before.text()))
        .param("at", Columns.at(last == null ? before.at() : last.at()))
        .param("user", last == null ? before.user() : last.by())
        .update();
    notes.touched(caseId);
  }

  private CaseNotes.Note found(UUID caseId, UUID note, SignedIn who) {
    Case file = cases.find(caseId, who);
    CaseNotes.Note found = notes.one(caseId, note);
    if (!may(file, found, who)) {
      throw new Refused("note.refused.others").at("text");
    }
    return found;
  }
}
