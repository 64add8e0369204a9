package org.passerelle.protect.casework.cases;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes and reopens cases. */
@Service
public class CaseStates {
  /** Act of closing a case, which may need a second person. */
  public static final String CLOSE = "case.close";

  private final JdbcClient db;
  private final Cases cases;
  private final Approvals approvals;
  private final CaseRecord records;
  private final List<ClosingObjection> objections;
  private final Clock clock;

  CaseStates(
      JdbcClient db,
      Cases cases,
      Approvals approvals,
      CaseRecord records,
      List<ClosingObjection> objections,
      Clock clock) {
    this.db = db;
    this.cases = cases;
    this.approvals = approvals;
    this.records = records;
    this.objections = List.copyOf(objections);
    this.clock = clock;
  }

  /**
   * Closes a case without a comment on unfinished matters.
   *
   * @see #close(UUID, String, String, SignedIn)
   */
  @Transactional
  public Optional<ApprovalRequest> close(UUID id, String reason, SignedIn who) {
    return close(id, reason, "", who);
  }

  /**
   * Closes a case with the code of the reason; nothing is deleted, and the case can be reopened. If
   * the organisation requires a supervisor's approval, the approval is requested and the case stays
   * open until then.
   *
   * @param why why it is closed despite unfinished matters, stored by the caller; may be empty
   * @return the pending request, or empty if the case is closed
   * @throws Refused if it is already closed, the reason contradicts a decision on the person, or a
   *     required explanation is missing because the person is missing
   */
  @Transactional
  public Optional<ApprovalRequest> close(UUID id, String reason, String why, SignedIn who) {
    if (why.isBlank()) {
      Case open = cases.find(id, who);
      for (ClosingObjection one : objections) {
        one.unsaid(open)
            .ifPresent(
                key -> {
                  throw new Refused(key).at("why");
                });
      }
    }
    Case found = cases.find(id, who);
    if (!found.open()) {
      throw new Refused("cases.refused.closed");
    }
    object(found, reason);
    if (approvals.needed(CLOSE, who)) {
      return Optional.of(
          approvals.request(
              CLOSE,
              ActSubject.ofCase(id, found.organisation()),
              Map.of("code", found.code(), "reason", reason),
              who));
    }
    closeNow(id, reason, who);
    return Optional.empty();
  }

  /** Closes a case that needs no further approval. */
  void closeNow(UUID id, String reason, SignedIn who) {
    Case found = cases.find(id, who);
    if (!found.open()) {
      throw new Refused("cases.refused.closed");
    }
    object(found, reason);
    setState(id, CaseState.CLOSED);
    records.write(id, "case.closed", reason, null, Map.of("reason", reason), who);
  }

  private void object(Case found, String reason) {
    for (ClosingObjection one : objections) {
      one.against(found, reason)
          .ifPresent(
              key -> {
                throw new Refused(key).at("reason");
              });
    }
  }

  /** Reopens a case. */
  @Transactional
  public void reopen(UUID id, SignedIn who) {
    Case found = cases.find(id, who);
    if (found.open()) {
      throw new Refused("cases.refused.open");
    }
    setState(id, CaseState.REOPENED);
    records.write(id, "case.reopened", "", null, Map.of(), who);
  }

  /** Undoes the last change of state. */
  public void restoreState(UUID id, CaseState state, SignedIn who) {
    setState(id, state);
    records.write(id, "case.state-restored", "", null, Map.of("state", state.code()), who);
  }

  public void setState(UUID id, CaseState state) {
    db.sql(
            "update protect_case set state = :state, version = version + 1, changed_at = :now where id = :id")
        .param("state", state.code())
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
  }
}
