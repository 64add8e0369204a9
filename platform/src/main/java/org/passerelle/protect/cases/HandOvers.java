package org.passerelle.protect.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case changes hands inside an organisation: a colleague leads it from now on, the open tasks of
 * whoever led it go along, and a note tells what must not be lost.
 */
@Service
public class HandOvers {
  private static final String NOTE = "case_handover.note.";
  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final Cases cases;
  private final Users users;
  private final CaseMembers members;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  HandOvers(
      JdbcClient db,
      CaseSight sight,
      Vault vault,
      Cases cases,
      Users users,
      CaseMembers members,
      CaseJournal journal,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.cases = cases;
    this.users = users;
    this.members = members;
    this.journal = journal;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A hand-over that its recipient has not confirmed yet.
   *
   * @param note what whoever led the case wrote, may be empty
   */
  public record HandOver(
      UUID id, UUID caseId, String code, UUID from, UUID to, UUID by, Instant at, String note) {}

  /** Colleagues who can lead a case: of the same organisation, active, case managers. */
  @Transactional(readOnly = true)
  public List<User> candidates(Case file) {
    return users.in(file.organisation()).stream()
        .filter(User::active)
        .filter(u -> !u.id().equals(file.lead()))
        .filter(u -> u.roles().contains(Role.CASE_MANAGER) || u.roles().contains(Role.SUPERVISOR))
        .toList();
  }

  /** Whether somebody may hand a case over: whoever leads it, or a supervisor who sees it. */
  public static boolean mayHandOver(Case file, SignedIn who) {
    return file.lead().equals(who.user()) || who.is(Role.SUPERVISOR);
  }

  /**
   * Hands a case over.
   *
   * @param stays whether whoever led it stays on the team
   * @throws Refused if the reader neither leads the case nor supervises
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

  /** Gives a case back to whoever led it before, by the one who has just handed it over. */
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
        .param("now", now())
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
    store(file, next, note, who);
    journal.add(caseId, "handover.made", "", next, who);
    audit.write(
        who,
        "case.handed-over",
        "case",
        caseId,
        Map.of("from", before.toString(), "to", next.toString()));
  }

  private void store(Case file, UUID to, String note, SignedIn who) {
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
        .param("now", now())
        .param("by", who.user())
        .update();
  }

  /** What was handed to somebody and not confirmed yet, the oldest first. */
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

  /** The one that the reader has not confirmed for a case, if there is one. */
  @Transactional(readOnly = true)
  public Optional<HandOver> unread(UUID caseId, SignedIn who) {
    return unread(who).stream().filter(h -> h.caseId().equals(caseId)).findFirst();
  }

  /** The new lead has read the note; a second time changes nothing. */
  @Transactional
  public void confirm(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    int confirmed =
        db.sql(
                """
                update case_handover set read_at = :now
                 where case_id = :case and to_user = :user and read_at is null
                """)
            .param("now", now())
            .param("case", caseId)
            .param("user", who.user())
            .update();
    if (confirmed > 0) {
      journal.add(caseId, "handover.confirmed", "", null, who);
      audit.write(who, "case.taken-over", "case", caseId, Map.of());
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
