package org.passerelle.protect.casework.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.team.TemporaryAccess;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rule 7: emergency access to a case of the user's own organisation from outside its team. The user
 * gives a reason and confirms their second factor, sees the case for four hours, and a supervisor
 * is told at once and reviews it within 72 hours. It opens neither placements nor cases restricted
 * to named colleagues.
 */
@Service
public class EmergencyAccess {
  /** Time for which the access lasts. */
  public static final Duration LASTS = Duration.ofHours(4);

  /** Time for the supervisor's review. */
  public static final Duration REVIEW = Duration.ofHours(72);

  /** Possible results of a review. */
  public static final List<String> OUTCOMES = List.of("justified", "avoidable", "not_justified");

  private final EmergencyRows rows;
  private final Cases cases;
  private final TemporaryAccess access;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  EmergencyAccess(
      EmergencyRows rows,
      Cases cases,
      TemporaryAccess access,
      CaseJournal journal,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.access = access;
    this.journal = journal;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * An emergency access.
   *
   * @param outcome empty until reviewed
   * @param finding remarks of the supervisor, may be empty
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

    /** Whether the access is valid at this time. */
    public boolean runs(Instant now) {
      return until.isAfter(now);
    }
  }

  /**
   * Starts an emergency access. The caller has asked for the second factor.
   *
   * @param code of a case of the same organisation
   * @param reason why it cannot wait; never empty
   * @return identifier of the case
   * @throws Refused if there is no such case; the message is the same for every cause
   */
  @Transactional
  public UUID begin(String code, String reason, SignedIn who) {
    if (!who.is(Caseworkers.ROLES.toArray(Role[]::new))) {
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
    rows.began(id, caseId, reason, now, who);
    access.inEmergency(caseId, who.user(), now.plus(LASTS), id);
    journal.add(caseId, "emergency.began", "", id, who);
    audit.write(who, "emergency.began", "case", caseId, Map.of("emergency", id.toString()));
    return caseId;
  }

  /** Ends the user's access early. */
  @Transactional
  public void end(UUID caseId, SignedIn who) {
    Look look = running(caseId, who).orElseThrow(NotFound::new);
    close(look.id, clock.instant());
    journal.add(caseId, "emergency.ended", "", look.id, who);
    audit.write(who, "emergency.ended", "case", caseId, Map.of("emergency", look.id.toString()));
  }

  /** The reader's current emergency access to a case, if any. */
  @Transactional(readOnly = true)
  public Optional<Look> running(UUID caseId, SignedIn who) {
    return rows.running(caseId, who);
  }

  /**
   * Emergency accesses for a supervisor of the organisation: unreviewed ones, most urgent first,
   * then reviewed ones, newest first. Nobody reviews their own.
   */
  @Transactional(readOnly = true)
  public List<Look> all(SignedIn who, int most) {
    return who.is(Role.SUPERVISOR) ? rows.all(who, most) : List.of();
  }

  /** Emergency accesses that wait for the reader's review. */
  @Transactional(readOnly = true)
  public List<Look> toReview(SignedIn who) {
    return all(who, 200).stream()
        .filter(l -> l.reviewedAt == null && !l.user.equals(who.user()))
        .toList();
  }

  /**
   * Records a supervisor's review.
   *
   * @param outcome one of {@link #OUTCOMES}
   * @param finding consequences; required unless it was justified
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
    boolean judged = rows.judge(look, outcome, finding, clock.instant(), who);
    if (!judged) {
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

  /** Records the end of expired accesses; access itself ended by time. */
  @Transactional
  public int endOver() {
    List<Look> over = rows.over(clock.instant(), access.emergencies());
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
    rows.close(id, now);
  }
}
