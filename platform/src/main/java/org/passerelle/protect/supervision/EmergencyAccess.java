package org.passerelle.protect.supervision;

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
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.TemporaryAccess;
import org.passerelle.storage.Identifiers;
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
    return rows.running(caseId, who);
  }

  /**
   * What a supervisor of the organisation sees: what is not judged, the most urgent first, then
   * what was, the newest first. Nobody judges their own.
   */
  @Transactional(readOnly = true)
  public List<Look> all(SignedIn who, int most) {
    return who.is(Role.SUPERVISOR) ? rows.all(who, most) : List.of();
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

  /** Writes the end of what ran out; the case was closed by the moment itself. */
  @Transactional
  public int endOver() {
    List<Look> over = rows.over(clock.instant(), access.grants());
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
