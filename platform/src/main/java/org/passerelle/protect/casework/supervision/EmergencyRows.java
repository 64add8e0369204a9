package org.passerelle.protect.casework.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores emergency accesses; texts are encrypted under the case's key. */
@Component
class EmergencyRows {
  private static final String REASON = "emergency_access.reason.";
  private static final String FINDING = "emergency_access.review.";

  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;

  EmergencyRows(JdbcClient db, CaseSight sight, Vault vault) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
  }

  void began(UUID id, UUID caseId, String reason, Instant now, SignedIn who) {
    db.sql(
            """
            insert into emergency_access
              (id, organisation, case_id, user_id, reason, began_at, until_at, review_due)
            values (:id, :organisation, :case, :user, :reason, :now, :until, :due)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("case", caseId)
        .param("user", who.user())
        .param("reason", vault.seal(caseId, REASON + id, reason))
        .param("now", Absences.at(now))
        .param("until", Absences.at(now.plus(EmergencyAccess.LASTS)))
        .param("due", Absences.at(now.plus(EmergencyAccess.REVIEW)))
        .update();
  }

  Optional<EmergencyAccess.Look> running(UUID caseId, SignedIn who) {
    return sight
        .sql(
            """
            select e.*, c.code from emergency_access e join {case c} on c.id = e.case_id
             where e.case_id = :case and e.user_id = :user and e.until_at > :seenAt and {seen c}
            """,
            who)
        .param("case", caseId)
        .query(this::look)
        .optional();
  }

  List<EmergencyAccess.Look> all(SignedIn who, int most) {
    return db.sql(
            """
            select e.*, c.code from emergency_access e join case_outline c on c.id = e.case_id
             where e.organisation = :organisation
             order by case when e.reviewed_at is null then 0 else 1 end,
                      case when e.reviewed_at is null then e.review_due end,
                      e.reviewed_at desc
             fetch first :most rows only
            """)
        .param("organisation", who.organisation())
        .param("most", most)
        .query(this::look)
        .list();
  }

  /** Records the review; false if it was already reviewed. */
  boolean judge(
      EmergencyAccess.Look look, String outcome, String finding, Instant now, SignedIn who) {
    return db.sql(
                """
                update emergency_access
                   set reviewed_by = :by, reviewed_at = :now, outcome = :outcome, review = :finding
                 where id = :id and reviewed_at is null
                """)
            .param("by", who.user())
            .param("now", Absences.at(now))
            .param("outcome", outcome)
            .param("finding", vault.seal(look.caseId(), FINDING + look.id(), finding))
            .param("id", look.id())
            .update()
        > 0;
  }

  /** What ran out, of what still stands among the teams. */
  List<EmergencyAccess.Look> over(Instant now, Collection<UUID> grants) {
    return db.sql(
            """
                select e.*, c.code from emergency_access e join case_outline c on c.id = e.case_id
                 where e.until_at <= :now and e.id = any(cast(:grants as uuid array))
                """)
        .param("grants", UuidArray.of(grants))
        .param("now", Absences.at(now))
        .query(this::look)
        .list();
  }

  void close(UUID id, Instant now) {
    db.sql("update emergency_access set until_at = :now where id = :id and until_at > :now")
        .param("now", Absences.at(now))
        .param("id", id)
        .update();
  }

  private EmergencyAccess.Look look(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID caseId = row.getObject("case_id", UUID.class);
    String outcome = row.getString("outcome");
    return new EmergencyAccess.Look(
        id,
        caseId,
        row.getString("code"),
        row.getObject("user_id", UUID.class),
        words(caseId, REASON + id, row.getBytes("reason")),
        Columns.instant(row, "began_at"),
        Columns.instant(row, "until_at"),
        Columns.instant(row, "review_due"),
        row.getObject("reviewed_by", UUID.class),
        Columns.instantOrNull(row, "reviewed_at"),
        outcome == null ? "" : outcome,
        words(caseId, FINDING + id, row.getBytes("review")));
  }

  private String words(UUID caseId, String place, byte @Nullable [] stored) {
    return stored == null || !vault.holds(caseId) ? "" : vault.open(caseId, place, stored);
  }
}
