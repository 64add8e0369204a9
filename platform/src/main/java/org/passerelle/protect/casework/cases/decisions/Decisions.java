package org.passerelle.protect.casework.cases.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.Approvals;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.CaseRecord.Written;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rule 2: a decision is a separate act by a named authority, dated, reasoned and open to appeal.
 * Only it changes a case to presumed, identified or refused; a screening never does.
 */
@Service
public class Decisions {
  /** Act of recording a decision, which may need a second person. */
  public static final String RECORD = "decision.record";

  private static final CaseRecord.Shape DECISION =
      new CaseRecord.Shape(
          "decision",
          "decision.recorded",
          "case_decision.content",
          """
          insert into case_decision (id, case_id, kind, decided_on, appeal_until, content, at, by_user)
          values (:id, :case, :kind, :on, :appeal, :sealed, :at, :user)
          """);

  private static final Map<String, CaseState> STATES =
      Map.of(
          "presumed", CaseState.PRESUMED,
          "identified", CaseState.IDENTIFIED,
          "refused", CaseState.REFUSED,
          "revoked", CaseState.SIGNAL,
          "appeal_allowed", CaseState.IDENTIFIED,
          "appeal_dismissed", CaseState.REFUSED);

  private final JdbcClient db;
  private final SealedJson sealed;
  private final Cases cases;
  private final CaseStates states;
  private final CaseRecord records;
  private final Approvals approvals;
  private final Clock clock;

  Decisions(
      JdbcClient db,
      SealedJson sealed,
      Cases cases,
      CaseStates states,
      CaseRecord records,
      Approvals approvals,
      Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.cases = cases;
    this.states = states;
    this.records = records;
    this.approvals = approvals;
    this.clock = clock;
  }

  /**
   * Records an authority's decision, or requests approval if the organisation requires a
   * supervisor's.
   *
   * @return identifier of the decision, or of the pending request
   * @throws Refused if the authority or the reasons are missing, or the date is in the future
   */
  @Transactional
  public UUID record(UUID caseId, Draft draft, SignedIn who) {
    Case found = cases.find(caseId, who);
    if (!approvals.needed(RECORD, who)) {
      return recordNow(caseId, draft, who);
    }
    check(found, draft);
    LocalDate appeal = draft.appealUntil;
    return approvals
        .request(
            RECORD,
            ActSubject.ofCase(caseId, found.organisation()),
            Map.of(
                "code",
                found.code(),
                "kind",
                draft.kind,
                "on",
                draft.decidedOn.toString(),
                "appeal",
                appeal == null ? "" : appeal.toString(),
                "authority",
                draft.content.authority(),
                "reasons",
                draft.content.reasons()),
            who)
        .id();
  }

  private void check(Case found, Draft draft) {
    if (draft.content.authority().isBlank() || draft.content.reasons().isBlank()) {
      throw new Refused("cases.refused.decision-unreasoned");
    }
    if (!Days.begun(draft.decidedOn, clock.instant())) {
      throw new Refused("cases.refused.decision-ahead");
    }
    if (!found.open()) {
      throw new Refused("cases.refused.closed");
    }
  }

  /** Records a decision that needs no further approval. */
  UUID recordNow(UUID caseId, Draft draft, SignedIn who) {
    Case found = cases.find(caseId, who);
    check(found, draft);
    CaseState state = after(draft, found.state());
    UUID id =
        records.add(
            DECISION,
            caseId,
            Map.of("kind", draft.kind),
            who,
            (at, rows) -> add(new Written(caseId, at, who), draft, rows));
    if (state != found.state()) {
      states.setState(caseId, state);
    }
    return id;
  }

  /** Builds the rows of a decision, which the caller inserts and logs. */
  public UUID add(Written written, Draft draft, Rows rows) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("kind", draft.kind);
    row.put("on", draft.decidedOn);
    row.put("appeal", draft.appealUntil);
    return records.row(DECISION, written, draft.kind, row, draft.content, rows);
  }

  /** State of a case after a decision. */
  public static CaseState after(Draft draft, CaseState before) {
    return STATES.getOrDefault(draft.kind, before);
  }

  /** Decisions of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Decision> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(
            """
            select id, kind, decided_on, appeal_until, content from case_decision
             where case_id = :case order by decided_on desc, at desc
            """)
        .param("case", caseId)
        .query(
            (row, i) ->
                new Decision(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getObject("decided_on", LocalDate.class),
                    row.getObject("appeal_until", LocalDate.class),
                    sealed.open(caseId, DECISION.place(), row.getBytes("content"), Content.class)))
        .list();
  }

  /** Data of a decision to be recorded. */
  public record Draft(
      String kind, LocalDate decidedOn, @Nullable LocalDate appealUntil, Content content) {}

  /** The name of the authority and its reasons. */
  public record Content(String authority, String reasons) {}

  public record Decision(
      UUID id,
      String kind,
      LocalDate decidedOn,
      @Nullable LocalDate appealUntil,
      Content content) {}
}
