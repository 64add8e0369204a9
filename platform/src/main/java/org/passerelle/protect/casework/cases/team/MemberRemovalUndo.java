package org.passerelle.protect.casework.cases.team;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.Refused;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.stereotype.Component;

/** Undoes the accidental removal of a colleague. */
@Component
class MemberRemovalUndo implements Undoable {
  private final CaseMembers members;
  private final Cases cases;
  private final CaseJournal journal;
  private final AuditLog audit;

  MemberRemovalUndo(CaseMembers members, Cases cases, CaseJournal journal, AuditLog audit) {
    this.members = members;
    this.cases = cases;
    this.journal = journal;
    this.audit = audit;
  }

  /**
   * A complete membership.
   *
   * @param until far in the future, except for stand-ins and emergency users
   */
  record Whole(
      UUID caseId, Instant since, UUID by, Instant until, String why, @Nullable UUID grant) {}

  @Override
  public String act() {
    return CaseTeam.REMOVED;
  }

  @Override
  public String about() {
    return "user";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    Whole was = before.as(Whole.class);
    cases.check(was.caseId, who);
    // stand-ins and emergency users are readmitted by those entitled to, not by an undo
    if (!was.why.equals("team") || !members.putBack(subject, was)) {
      throw new Refused("form.undo.late");
    }
    journal.add(was.caseId, "team.restored", "", subject, who);
    audit.write(who, "team.restored", "case", was.caseId, Map.of("user", subject.toString()));
    return "/protect/cases/" + was.caseId + "/team";
  }
}
