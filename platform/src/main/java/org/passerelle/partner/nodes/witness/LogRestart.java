package org.passerelle.partner.nodes.witness;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.AdministratorsAct;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.pages.Page;
import org.passerelle.partner.nodes.trust.NodeRows;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Starting over with the log of another node: it ends an alarm, and anyone who could do that alone
 * could conceal that a log was rewritten.
 */
@Component
class LogRestart implements AdministratorsAct {
  static final String KIND = "node.log";

  /** Digest of the reports that existed when approval was requested. */
  static final String REPORTED = "reported";

  // lazy: the witness uses approvals, which know every kind of action
  private final ObjectProvider<Witness> witness;
  private final NodeRows rows;

  LogRestart(ObjectProvider<Witness> witness, NodeRows rows) {
    this.witness = witness;
    this.rows = rows;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    UUID id = request.subject().id();
    String name = rows.find(id).map(PartnerNode::name).orElse("…");
    return new Shown(page.text("approval.say.node.log", name), "/partner/nodes/" + id);
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    witness
        .getObject()
        .beginAnew(request.subject().id(), request.part(REPORTED), decidedBy, request.askedBy());
  }
}
