package org.passerelle.partner.nodes.trust;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.AdministratorsAct;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.pages.Page;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.springframework.stereotype.Component;

/** Renewal of this node's keys: every partner has to compare them, so it needs two persons. */
@Component
class KeyRenewal implements AdministratorsAct {
  static final String KIND = "node.keys";

  /** Represents this node among the subjects of approvals. */
  static final UUID OWN = new UUID(0, 0);

  private final NodeIdentity identity;
  private final NodeActs acts;

  KeyRenewal(NodeIdentity identity, NodeActs acts) {
    this.identity = identity;
    this.acts = acts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return new Shown(
        page.text(atOnce(request) ? "approval.say.node.keys-now" : "approval.say.node.keys"),
        "/partner/nodes");
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    identity.renew(atOnce(request));
    acts.write(
        decidedBy,
        "node.keys-renewed",
        "node",
        OWN,
        Map.of(
            "asked-by", request.askedBy().toString(),
            "fingerprint", identity.fingerprint().hash(),
            "when", request.part("when")));
  }

  private static boolean atOnce(ApprovalRequest request) {
    return request.part("when").equals("now");
  }
}
