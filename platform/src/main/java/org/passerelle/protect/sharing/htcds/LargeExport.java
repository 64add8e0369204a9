package org.passerelle.protect.sharing.htcds;

import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.ManyPersons;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Approval of an export of more than fifty persons, by a supervisor or the data protection officer.
 */
@Component
class LargeExport implements TwoPersonAct {
  private final ObjectProvider<Exports> exports;
  private final ObjectProvider<ExportFiles> files;
  private final ObjectProvider<Approvals> approvals;

  LargeExport(
      ObjectProvider<Exports> exports,
      ObjectProvider<ExportFiles> files,
      ObjectProvider<Approvals> approvals) {
    this.exports = exports;
    this.files = files;
    this.approvals = approvals;
  }

  @Override
  public String kind() {
    return ManyPersons.EXPORT;
  }

  @Override
  public boolean demanded() {
    return true;
  }

  @Override
  public Set<Role> deciders() {
    return ManyPersons.DECIDERS;
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    String reason =
        exports.getObject().find(request.subject().id()).map(Exports.Made::reason).orElse("");
    return new Shown(
        page.text(
            "export.approval",
            Integer.valueOf(request.part("persons")),
            page.text("export.purpose." + request.part("purpose")),
            reason),
        "");
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    files
        .getObject()
        .begin(request.subject().id(), approvals.getObject().asker(request), decidedBy.user());
  }
}
