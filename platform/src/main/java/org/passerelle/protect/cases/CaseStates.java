package org.passerelle.protect.cases;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which state a case is: closing it, taking it up again. */
@Service
public class CaseStates {
  /** Closing a case as an act that may need a second person. */
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
   * Ends the work without a word on what stands open.
   *
   * @see #close(UUID, String, String, SignedIn)
   */
  @Transactional
  public Optional<ApprovalRequest> close(UUID id, String reason, SignedIn who) {
    return close(id, reason, "", who);
  }

  /**
   * Ends the work, with the reason's code; nothing is deleted, and the case can be reopened. Where
   * the organisation wants a supervisor's yes, it asks for it and the case stays open until then.
   *
   * @param why it is closed although something stands open, which the caller keeps; may be empty
   * @return the request that now waits, or nothing if the case is closed
   * @throws Refused if it is closed, the reason contradicts what was decided for the person, or
   *     nothing is said although it must be: the person is missing
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

  /** Closes a case that nobody else needs to agree to any longer. */
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

  /** Takes the work up again. */
  @Transactional
  public void reopen(UUID id, SignedIn who) {
    Case found = cases.find(id, who);
    if (found.open()) {
      throw new Refused("cases.refused.open");
    }
    setState(id, CaseState.REOPENED);
    records.write(id, "case.reopened", "", null, Map.of(), who);
  }

  /** Takes the last change of state back. */
  public void restoreState(UUID id, CaseState state, SignedIn who) {
    setState(id, state);
    records.write(id, "case.state-restored", "", null, Map.of("state", state.code()), who);
  }

  void setState(UUID id, CaseState state) {
    db.sql(
            "update protect_case set state = :state, version = version + 1, changed_at = :now where id = :id")
        .param("state", state.code())
        .param("now", now())
        .param("id", id)
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
