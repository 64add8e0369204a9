package org.passerelle.protect.casework.cases.team;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a case over to a colleague within an organisation, who becomes its lead and gets the open
 * tasks of the former lead, with a note on what must not be lost.
 */
@Service
public class CaseReassignments {
  private final JdbcClient db;
  private final Cases cases;
  private final Users users;
  private final CaseMembers members;
  private final ReassignmentNotes notes;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Clock clock;

  CaseReassignments(
      JdbcClient db,
      Cases cases,
      Users users,
      CaseMembers members,
      ReassignmentNotes notes,
      CaseJournal journal,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.cases = cases;
    this.users = users;
    this.members = members;
    this.notes = notes;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /** Colleagues who can lead a case: active case managers of the same organisation. */
  @Transactional(readOnly = true)
  public List<User> candidates(Case file) {
    return canLead(file.organisation()).stream().filter(u -> !u.id().equals(file.lead())).toList();
  }

  /** Users who can lead cases of an organisation. */
  @Transactional(readOnly = true)
  public List<User> canLead(UUID organisation) {
    return users.in(organisation).stream()
        .filter(User::active)
        .filter(u -> u.roles().contains(Role.CASE_MANAGER) || u.roles().contains(Role.SUPERVISOR))
        .toList();
  }

  /** Whether a user may hand a case over: its lead, or a supervisor who sees it. */
  public static boolean mayHandOver(Case file, SignedIn who) {
    return file.lead().equals(who.user()) || who.is(Role.SUPERVISOR);
  }

  /**
   * Hands a case over.
   *
   * @param stays whether the former lead remains on the team
   * @throws Refused if the reader is neither the lead nor a supervisor
   * @throws NotFound if the colleague cannot lead a case of this organisation
   */
  @Transactional
  public void handOver(UUID caseId, UUID to, String note, boolean stays, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (!mayHandOver(file, who)) {
      throw new Refused("cases.refused.not-lead");
    }
    User next =
        candidates(file).stream()
            .filter(u -> u.id().equals(to))
            .findFirst()
            .orElseThrow(NotFound::new);
    move(file, next.id(), note, stays, who);
  }

  /** Returns a case to its former lead; for the user who has just handed it over. */
  public void giveBack(UUID caseId, UUID before, SignedIn who) {
    move(cases.find(caseId, who), before, "", true, who);
  }

  private void move(Case file, UUID next, String note, boolean stays, SignedIn who) {
    UUID caseId = file.id();
    UUID before = file.lead();
    members.join(caseId, next, who.user());
    db.sql(
            """
            update protect_case set lead_user = :to, version = version + 1, changed_at = :now
             where id = :case
            """)
        .param("to", next)
        .param("now", Columns.now(clock))
        .param("case", caseId)
        .update();
    db.sql(
            """
            update case_task set assigned = :to
             where case_id = :case and assigned = :before and done_at is null
            """)
        .param("to", next)
        .param("case", caseId)
        .param("before", before)
        .update();
    if (!stays) {
      db.sql("delete from case_member where case_id = :case and user_id = :before")
          .param("case", caseId)
          .param("before", before)
          .update();
    }
    notes.keep(file, next, note, who);
    journal.add(caseId, "reassignment.made", "", next, who);
    audit.write(
        who,
        "case.handed-over",
        "case",
        caseId,
        Map.of("from", before.toString(), "to", next.toString()));
  }
}
