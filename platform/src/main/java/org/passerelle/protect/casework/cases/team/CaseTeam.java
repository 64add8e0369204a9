package org.passerelle.protect.casework.cases.team;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
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
import org.passerelle.undo.RemovedContent;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team of a case. The lead or the supervisor adds colleagues; only users with a casework role
 * can be added.
 */
@Service
public class CaseTeam {
  static final String REMOVED = "team.removed";
  private final JdbcClient db;
  private final Cases cases;
  private final Users users;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final CaseMembers members;
  private final Undo undo;
  private final Clock clock;

  CaseTeam(
      JdbcClient db,
      Cases cases,
      Users users,
      CaseJournal journal,
      AuditLog audit,
      CaseMembers members,
      Undo undo,
      Clock clock) {
    this.db = db;
    this.cases = cases;
    this.users = users;
    this.journal = journal;
    this.audit = audit;
    this.members = members;
    this.undo = undo;
    this.clock = clock;
  }

  /** Members of the team, longest-standing first. */
  @Transactional(readOnly = true)
  public List<UUID> members(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(
            """
            select user_id from case_member
             where case_id = :case and why = 'team' order by since, user_id
            """)
        .param("case", caseId)
        .query(UUID.class)
        .list();
  }

  /** Colleagues who can be added: same organisation, a casework role, not yet in the team. */
  @Transactional(readOnly = true)
  public List<User> candidates(UUID caseId, SignedIn who) {
    List<UUID> there = members(caseId, who);
    return users.in(who.organisation()).stream()
        .filter(User::active)
        .filter(u -> !there.contains(u.id()))
        .filter(u -> u.roles().stream().anyMatch(Caseworkers.ROLES::contains))
        .toList();
  }

  /** Adds a colleague. */
  @Transactional
  public void add(UUID caseId, UUID colleague, SignedIn who) {
    mayName(cases.find(caseId, who), who);
    User user =
        candidates(caseId, who).stream()
            .filter(u -> u.id().equals(colleague))
            .findFirst()
            .orElseThrow(NotFound::new);
    members.join(caseId, user.id(), who.user());
    journal.add(caseId, "team.added", "", user.id(), who);
    audit.write(who, "team.added", "case", caseId, Map.of("user", user.id().toString()));
  }

  /**
   * Removes a colleague; the lead cannot be removed.
   *
   * @return identifier of the undo offer
   */
  @Transactional
  public UUID remove(UUID caseId, UUID colleague, SignedIn who) {
    Case found = cases.find(caseId, who);
    mayName(found, who);
    if (found.lead().equals(colleague)) {
      throw new Refused("cases.refused.lead-stays");
    }
    RemovedContent removedContent = RemovedContent.plain(caseId, members.whole(caseId, colleague));
    db.sql("delete from case_member where case_id = :case and user_id = :user")
        .param("case", caseId)
        .param("user", colleague)
        .update();
    journal.add(caseId, REMOVED, "", colleague, who);
    audit.write(who, REMOVED, "case", caseId, Map.of("user", colleague.toString()));
    return undo.offer(REMOVED, colleague, removedContent, who);
  }

  /** Restricts a case to named colleagues, or opens it to the supervisor again. */
  @Transactional
  public void closeToNamed(UUID caseId, boolean closed, SignedIn who) {
    mayName(cases.find(caseId, who), who);
    db.sql("update protect_case set closed_to_named = :closed where id = :case")
        .param("closed", closed)
        .param("case", caseId)
        .update();
    if (closed) {
      // stand-ins and emergency users were not named
      db.sql("delete from case_member where case_id = :case and why <> 'team'")
          .param("case", caseId)
          .update();
    }
    journal.add(caseId, closed ? "team.closed" : "team.opened", "", null, who);
    audit.write(
        who,
        closed ? "case.closed-to-named" : "case.opened-to-supervisor",
        "case",
        caseId,
        Map.of());
  }

  /** Users with temporary access, and until when. */
  @Transactional(readOnly = true)
  public List<Temporary> temporary(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(
            """
            select user_id, why, until_at from case_member
             where case_id = :case and why <> 'team' and until_at > :now order by until_at, user_id
            """)
        .param("case", caseId)
        .param("now", Columns.now(clock))
        .query(
            (row, i) ->
                new Temporary(
                    row.getObject("user_id", UUID.class),
                    row.getString("why"),
                    Columns.instant(row, "until_at")))
        .list();
  }

  /**
   * A user with temporary access to a case.
   *
   * @param why {@code cover} or {@code emergency}
   */
  public record Temporary(UUID user, String why, Instant until) {}

  private static void mayName(Case found, SignedIn who) {
    if (!found.lead().equals(who.user()) && !who.is(Role.SUPERVISOR)) {
      throw new Refused("cases.refused.not-lead");
    }
  }
}
