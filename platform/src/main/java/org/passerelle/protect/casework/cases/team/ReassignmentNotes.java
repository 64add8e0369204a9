package org.passerelle.protect.casework.cases.team;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes from the former lead of a case to the new one; shown on the case until confirmed. */
@Service
public class ReassignmentNotes {
  private static final String NOTE = "case_handover.note.";
  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final Cases cases;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  ReassignmentNotes(
      JdbcClient db,
      CaseSight sight,
      Vault vault,
      Cases cases,
      CaseJournal journal,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.cases = cases;
    this.journal = journal;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** The former lead of a case. */
  @Transactional(readOnly = true)
  public Optional<UUID> lastGiver(UUID caseId) {
    return db.sql(
            "select from_user from case_handover where case_id = :case order by at desc limit 1")
        .param("case", caseId)
        .query(UUID.class)
        .optional();
  }

  /**
   * A hand-over that the new lead has not confirmed yet.
   *
   * @param note note of the former lead, may be empty
   */
  public record HandOver(
      UUID id, UUID caseId, String code, UUID from, UUID to, UUID by, Instant at, String note) {}

  /** Stores the note of a hand-over in its transaction. */
  void keep(Case file, UUID to, String note, SignedIn who) {
    UUID id = identifiers.next();
    db.sql(
            """
            insert into case_handover (id, case_id, from_user, to_user, note, at, by_user)
            values (:id, :case, :from, :to, :note, :now, :by)
            """)
        .param("id", id)
        .param("case", file.id())
        .param("from", file.lead())
        .param("to", to)
        .param("note", vault.seal(file.id(), NOTE + id, note))
        .param("now", Columns.now(clock))
        .param("by", who.user())
        .update();
  }

  /** Unconfirmed hand-overs to a user, oldest first. */
  @Transactional(readOnly = true)
  public List<HandOver> unread(SignedIn who) {
    return sight
        .sql(
            """
            select h.*, c.code from case_handover h join protect_case c on c.id = h.case_id
             where h.to_user = :user and h.read_at is null and {seen c}
               and c.lead_user = h.to_user
             order by h.at
            """,
            who)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              UUID caseId = row.getObject("case_id", UUID.class);
              return new HandOver(
                  id,
                  caseId,
                  row.getString("code"),
                  row.getObject("from_user", UUID.class),
                  row.getObject("to_user", UUID.class),
                  row.getObject("by_user", UUID.class),
                  Columns.instant(row, "at"),
                  vault.open(caseId, NOTE + id, row.getBytes("note")));
            })
        .list();
  }

  /** The reader's unconfirmed hand-over of a case, if any. */
  @Transactional(readOnly = true)
  public Optional<HandOver> unread(UUID caseId, SignedIn who) {
    return unread(who).stream().filter(h -> h.caseId().equals(caseId)).findFirst();
  }

  /** Confirms that the new lead has read the note; repeating it changes nothing. */
  @Transactional
  public void confirm(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    int confirmed =
        db.sql(
                """
                update case_handover set read_at = :now
                 where case_id = :case and to_user = :user and read_at is null
                """)
            .param("now", Columns.now(clock))
            .param("case", caseId)
            .param("user", who.user())
            .update();
    if (confirmed > 0) {
      journal.add(caseId, "reassignment.confirmed", "", null, who);
      audit.write(who, "case.taken-over", "case", caseId, Map.of());
    }
  }
}
