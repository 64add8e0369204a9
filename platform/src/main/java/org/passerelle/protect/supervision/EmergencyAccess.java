package org.passerelle.protect.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseSight;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.TemporaryAccess;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rule 7: somebody who is not on the team opens a case of their own organisation because it cannot
 * wait. They give a reason and their second factor once more, see the case for four hours, and a
 * supervisor is told at once and judges it within 72 hours. It opens no placement and no case that
 * is closed to named colleagues.
 */
@Service
public class EmergencyAccess {
  /** How long the case stays open. */
  public static final Duration LASTS = Duration.ofHours(4);

  /** How long a supervisor has to judge it. */
  public static final Duration REVIEW = Duration.ofHours(72);

  /** What a supervisor can find. */
  public static final List<String> OUTCOMES = List.of("justified", "avoidable", "not_justified");

  private static final String REASON = "emergency_access.reason.";
  private static final String FINDING = "emergency_access.review.";
  private static final Role[] CASEWORK = {
    Role.CASE_MANAGER,
    Role.SUPERVISOR,
    Role.PLACEMENT_OFFICER,
    Role.FOCAL_POINT,
    Role.FIRST_RESPONDER
  };
  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final Cases cases;
  private final TemporaryAccess access;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  EmergencyAccess(
      JdbcClient db,
      CaseSight sight,
      Vault vault,
      Cases cases,
      TemporaryAccess access,
      CaseJournal journal,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.cases = cases;
    this.access = access;
    this.journal = journal;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A case that somebody opened in an emergency.
   *
   * @param outcome empty until it is judged
   * @param finding what the supervisor wrote, may be empty
   */
  public record Look(
      UUID id,
      UUID caseId,
      String code,
      UUID user,
      String reason,
      Instant began,
      Instant until,
      Instant reviewDue,
      @Nullable UUID reviewedBy,
      @Nullable Instant reviewedAt,
      String outcome,
      String finding) {

    /** Whether the case is open to them at a moment. */
    public boolean runs(Instant now) {
      return until.isAfter(now);
    }
  }

  /**
   * Opens a case. The caller has asked for the second factor anew.
   *
   * @param code of a case of the same organisation
   * @param reason why it cannot wait; never empty
   * @return identifier of the case
   * @throws Refused if there is no such case, in the same words whatever the cause
   */
  @Transactional
  public UUID begin(String code, String reason, SignedIn who) {
    if (!who.is(CASEWORK)) {
      throw new NotFound();
    }
    if (reason.isBlank()) {
      throw new Refused("emergency.refused.reason");
    }
    UUID caseId =
        cases.inOrganisation(code, who).orElseThrow(() -> new Refused("emergency.refused.no-case"));
    if (cases.sees(caseId, who)) {
      throw new Refused("emergency.refused.seen");
    }
    UUID id = identifiers.next();
    Instant now = clock.instant();
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
        .param("until", Absences.at(now.plus(LASTS)))
        .param("due", Absences.at(now.plus(REVIEW)))
        .update();
    access.inEmergency(caseId, who.user(), now.plus(LASTS), id);
    journal.add(caseId, "emergency.began", "", id, who);
    audit.write(who, "emergency.began", "case", caseId, Map.of("emergency", id.toString()));
    return caseId;
  }

  /** Whoever opened it is done before the four hours are over. */
  @Transactional
  public void end(UUID caseId, SignedIn who) {
    Look look = running(caseId, who).orElseThrow(NotFound::new);
    close(look.id, clock.instant());
    journal.add(caseId, "emergency.ended", "", look.id, who);
    audit.write(who, "emergency.ended", "case", caseId, Map.of("emergency", look.id.toString()));
  }

  /** The reader's own emergency that keeps a case open, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Look> running(UUID caseId, SignedIn who) {
    return sight
        .sql(
            """
            select e.*, c.code from emergency_access e join protect_case c on c.id = e.case_id
             where e.case_id = :case and e.user_id = :user and e.until_at > :seenAt and {seen c}
            """,
            who)
        .param("case", caseId)
        .query(this::look)
        .optional();
  }

  /**
   * What a supervisor of the organisation sees: what is not judged, the most urgent first, then
   * what was, the newest first. Nobody judges their own.
   */
  @Transactional(readOnly = true)
  public List<Look> all(SignedIn who, int most) {
    if (!who.is(Role.SUPERVISOR)) {
      return List.of();
    }
    return db.sql(
            """
            select e.*, c.code from emergency_access e join protect_case c on c.id = e.case_id
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

  /** What waits for the reader's judgement. */
  @Transactional(readOnly = true)
  public List<Look> toReview(SignedIn who) {
    return all(who, 200).stream()
        .filter(l -> l.reviewedAt == null && !l.user.equals(who.user()))
        .toList();
  }

  /**
   * A supervisor judges.
   *
   * @param outcome one of {@link #OUTCOMES}
   * @param finding what follows from it; needed unless it was justified
   */
  @Transactional
  public void review(UUID id, String outcome, String finding, SignedIn who) {
    Look look =
        toReview(who).stream().filter(l -> l.id.equals(id)).findFirst().orElseThrow(NotFound::new);
    if (!OUTCOMES.contains(outcome) || (finding.isBlank() && !outcome.equals("justified"))) {
      throw new Refused("emergency.refused.finding");
    }
    if (outcome.equals("not_justified")) {
      close(id, clock.instant());
    }
    int judged =
        db.sql(
                """
                update emergency_access
                   set reviewed_by = :by, reviewed_at = :now, outcome = :outcome, review = :finding
                 where id = :id and reviewed_at is null
                """)
            .param("by", who.user())
            .param("now", Absences.at(clock.instant()))
            .param("outcome", outcome)
            .param("finding", vault.seal(look.caseId, FINDING + id, finding))
            .param("id", id)
            .update();
    if (judged == 0) {
      throw new Refused("emergency.refused.judged");
    }
    journal.add(look.caseId, "emergency.reviewed", outcome, id, who);
    audit.write(
        who,
        "emergency.reviewed",
        "case",
        look.caseId,
        Map.of("emergency", id.toString(), "outcome", outcome));
  }

  /** Writes the end of what ran out; the case was closed by the moment itself. */
  @Transactional
  public int endOver() {
    List<Look> over =
        db.sql(
                """
                select e.*, c.code from emergency_access e join protect_case c on c.id = e.case_id
                 where e.until_at <= :now
                   and exists (select 1 from case_member m where m.grant_id = e.id)
                """)
            .param("now", Absences.at(clock.instant()))
            .query(this::look)
            .list();
    for (Look look : over) {
      access.end(look.id);
      journal.addByHouse(look.caseId, "emergency.ended", "", look.id);
      UUID organisation = cases.forHouse(look.caseId).organisation();
      audit.writeByHouse(
          organisation,
          "emergency.ended",
          "case",
          look.caseId,
          Map.of("emergency", look.id.toString(), "user", look.user.toString()));
    }
    return over.size();
  }

  private void close(UUID id, Instant now) {
    access.end(id);
    db.sql("update emergency_access set until_at = :now where id = :id and until_at > :now")
        .param("now", Absences.at(now))
        .param("id", id)
        .update();
  }

  private Look look(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID caseId = row.getObject("case_id", UUID.class);
    OffsetDateTime reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
    String outcome = row.getString("outcome");
    return new Look(
        id,
        caseId,
        row.getString("code"),
        row.getObject("user_id", UUID.class),
        words(caseId, REASON + id, row.getBytes("reason")),
        row.getObject("began_at", OffsetDateTime.class).toInstant(),
        row.getObject("until_at", OffsetDateTime.class).toInstant(),
        row.getObject("review_due", OffsetDateTime.class).toInstant(),
        row.getObject("reviewed_by", UUID.class),
        reviewed == null ? null : reviewed.toInstant(),
        outcome == null ? "" : outcome,
        words(caseId, FINDING + id, row.getBytes("review")));
  }

  private String words(UUID caseId, String place, byte @Nullable [] stored) {
    return stored == null || !vault.holds(caseId) ? "" : vault.open(caseId, place, stored);
  }
}
