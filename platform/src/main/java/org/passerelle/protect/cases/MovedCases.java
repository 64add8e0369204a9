package org.passerelle.protect.cases;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.person.SearchMarks;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves cases to another organisation. A user of that organisation becomes the lead and gets the
 * open tasks; former members leave the team.
 */
@Component
public class MovedCases {
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final SealedJson sealed;
  private final SearchMarks marks;
  private final CaseMembers members;
  private final Clock clock;

  MovedCases(
      JdbcClient db,
      NamedParameterJdbcOperations named,
      SealedJson sealed,
      SearchMarks marks,
      CaseMembers members,
      Clock clock) {
    this.db = db;
    this.named = named;
    this.sealed = sealed;
    this.marks = marks;
    this.members = members;
    this.clock = clock;
  }

  /** Current team of a case, including temporary members. */
  @Transactional(readOnly = true)
  public List<UUID> team(UUID caseId) {
    return db.sql("select distinct user_id from case_member where case_id = :case")
        .param("case", caseId)
        .query(UUID.class)
        .list();
  }

  /** Moves cases within the caller's transaction; the caller writes journal and log. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(Collection<UUID> cases, UUID to, UUID lead, SignedIn who) {
    for (UUID caseId : cases) {
      move(caseId, to, lead, who);
    }
  }

  private void move(UUID caseId, UUID to, UUID lead, SignedIn who) {
    byte[] details =
        db.sql("select details from protect_case where id = :case")
            .param("case", caseId)
            .query(byte[].class)
            .single();
    db.sql(
            """
            update protect_case
               set organisation = :to, lead_user = :lead, version = version + 1, changed_at = :now
             where id = :case
            """)
        .param("to", to)
        .param("lead", lead)
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("case", caseId)
        .update();
    db.sql("delete from case_member where case_id = :case").param("case", caseId).update();
    members.join(caseId, lead, who.user());
    db.sql("update case_task set assigned = :lead where case_id = :case and done_at is null")
        .param("lead", lead)
        .param("case", caseId)
        .update();
    // recomputed for the new organisation with the journal entry
    db.sql("delete from case_due where case_id = :case").param("case", caseId).update();
    db.sql("delete from case_word where case_id = :case").param("case", caseId).update();
    Rows rows = new Rows();
    marks.addPseudonym(
        to,
        caseId,
        sealed.open(caseId, Cases.DETAILS, details, CaseDetails.class).pseudonym(),
        rows);
    rows.insert(named);
  }
}
