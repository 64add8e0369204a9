package org.passerelle.protect.safeguards.erasure;

import java.util.Map;
import java.util.Set;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Erasing a person requires two persons: the data protection officer requests it, a supervisor
 * approves.
 */
@Component
public class PersonErasure implements TwoPersonAct {
  /** Code of the act. */
  public static final String KIND = "person.erase";

  /** The reason that there should never have been a file. */
  static final String MISTAKE = "opened_in_error";

  /** Reasons for an erasure. */
  public static final Set<String> REASONS =
      Set.of("asked_by_person", "retention_ended", MISTAKE, "court_order");

  private final Erasures erasures;
  private final Approvals approvals;

  PersonErasure(Erasures erasures, @Lazy Approvals approvals) {
    this.erasures = erasures;
    this.approvals = approvals;
  }

  /** Requests an erasure. */
  public ApprovalRequest ask(Erasures.Subject subject, String reason, SignedIn who) {
    return approvals.request(
        KIND,
        new ActSubject("person", subject.person(), who.organisation(), who.organisation()),
        Map.of("case", subject.caseId().toString(), "code", subject.code(), "reason", reason),
        who);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean demanded() {
    return true;
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return new Shown(
        page.text(
            "approval.say.person.erase",
            request.part("code"),
            page.text("erasure.reason." + request.part("reason"))),
        "/protect/cases/" + request.part("case"));
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    erasures.erase(
        request.subject().id(),
        request.subject().organisation(),
        request.part("reason"),
        request.askedBy(),
        decidedBy);
  }
}
