package org.passerelle.protect.sharing.consent;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.CaseRecord.Written;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Rows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Legal bases recorded for a case. Vital interests are reported to the supervisor and reviewed
 * within 72 hours.
 */
@Service
public class LegalGrounds {
  /** Rule 3 of the design. */
  static final Duration REVIEW = Duration.ofHours(72);

  private static final CaseRecord.Shape GROUND =
      new CaseRecord.Shape(
          "ground",
          "legal-ground.recorded",
          LegalGroundRows.REASON,
          """
          insert into legal_ground
            (id, organisation, case_id, kind, purpose, recipient, instrument, transfer, reason, version, at, by_user,
             review_due)
          values
            (:id, :organisation, :case, :kind, :purpose, :recipient, :instrument, :transfer, :sealed, 1, :at, :user,
             :due)
          """);

  private final LegalGroundRows rows;
  private final Cases cases;
  private final CaseRecord records;
  private final CaseJournal journal;
  private final DisclosureRules rules;
  private final Outbox outbox;
  private final AuditLog audit;

  LegalGrounds(
      LegalGroundRows rows,
      Cases cases,
      CaseRecord records,
      CaseJournal journal,
      DisclosureRules rules,
      Outbox outbox,
      AuditLog audit) {
    this.rows = rows;
    this.cases = cases;
    this.records = records;
    this.journal = journal;
    this.rules = rules;
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * Records a legal basis.
   *
   * @throws Refused if the reason is missing, or the convention is not in force for both countries
   */
  @Transactional
  public UUID record(UUID caseId, LegalGround.Draft draft, SignedIn who) {
    return record(cases.find(caseId, who), draft, who);
  }

  /** The same without an access check; the caller has checked access. */
  UUID record(Case file, LegalGround.Draft draft, SignedIn who) {
    UUID caseId = file.id();
    if (draft.reason().isBlank() || draft.categories().isEmpty()) {
      throw new Refused("consent.refused.no-reason");
    }
    Consents.refuse(
        rules
            .againstGround(
                file, draft.recipient(), draft.purpose(), draft.kind(), draft.instrument())
            .or(() -> rules.againstTransfer(file, draft.recipient(), draft.transfer())));
    return records.add(
        GROUND,
        caseId,
        Map.of("kind", draft.kind()),
        who,
        (at, added) -> rows(new Written(caseId, at, who), draft, added));
  }

  private UUID rows(Written written, LegalGround.Draft draft, Rows added) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("organisation", written.who().organisation());
    row.put("kind", draft.kind());
    row.put("purpose", draft.purpose());
    row.put("recipient", draft.recipient());
    row.put("instrument", draft.instrument());
    row.put("transfer", draft.transfer());
    row.put("due", draft.kind().equals("vital_interests") ? written.at().plus(REVIEW) : null);
    UUID id = records.row(GROUND, written, draft.kind(), row, draft.reason(), added);
    for (String category : draft.categories()) {
      added.add(
          "insert into legal_ground_category (ground, category) values (:id, :category)",
          Map.of("id", id, "category", category));
    }
    return id;
  }

  /**
   * Records a supervisor's review of vital interests; if it is not upheld, nothing more is sent on
   * it.
   *
   * @throws Refused if it is upheld although nothing was at stake, or is not theirs to review
   */
  @Transactional
  public void review(UUID id, VitalReview review, SignedIn who) {
    LegalGround ground = toReview(id, who);
    if (review.upheld() && !review.necessary()) {
      throw new Refused("vital.refused.not-necessary").at("necessary");
    }
    boolean reviewed = rows.review(ground, review, who);
    if (!reviewed) {
      throw new Refused("consent.refused.reviewed");
    }
    if (!review.upheld()) {
      outbox.end(new Outbox.Which.OnCause(id), Ending.STOPPED, "not-upheld");
    }
    journal.add(
        ground.caseId(),
        review.upheld() ? "legal-ground.upheld" : "legal-ground.not-upheld",
        ground.kind(),
        id,
        who);
    audit.write(
        who,
        "legal-ground.reviewed",
        "case",
        ground.caseId(),
        Map.of("ground", id.toString(), "upheld", Boolean.toString(review.upheld())));
  }

  /**
   * A legal basis to be reviewed.
   *
   * @throws Refused if it is not this reader's to review
   */
  @Transactional(readOnly = true)
  public LegalGround toReview(UUID id, SignedIn who) {
    LegalGround ground = rows.find(id).orElseThrow(NotFound::new);
    cases.check(ground.caseId(), who);
    if (!who.is(Role.SUPERVISOR) || ground.by().equals(who.user())) {
      throw new Refused("consent.refused.own-review");
    }
    if (ground.reviewDue() == null || ground.upheld() != null) {
      throw new Refused("consent.refused.reviewed");
    }
    return ground;
  }

  /** Legal bases of a case, newest first. */
  @Transactional(readOnly = true)
  public List<LegalGround> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.of(caseId);
  }

  /** Legal bases that a supervisor of the organisation has to review, most urgent first. */
  @Transactional(readOnly = true)
  public List<LegalGround> toReview(SignedIn who) {
    return who.is(Role.SUPERVISOR) ? rows.toReview(who) : List.of();
  }

  /** A legal basis by identifier; without an access check. */
  @Transactional(readOnly = true)
  public Optional<LegalGround> find(UUID id) {
    return rows.find(id);
  }
}
