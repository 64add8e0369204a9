package org.passerelle.partner.nodes.trust;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.AdministratorsAct;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.pages.Page;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Trusting another node with these keys and organisations, or resuming after a suspension: nobody
 * decides that alone, because the other node can read whatever is sent there.
 */
@Component
class NodeTrust implements AdministratorsAct {
  static final String KIND = "node.trust";

  // lazy: partners use approvals, which know every kind of action
  private final ObjectProvider<Partners> partners;
  private final NodeRows rows;

  NodeTrust(ObjectProvider<Partners> partners, NodeRows rows) {
    this.partners = partners;
    this.rows = rows;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    UUID id = request.subject().id();
    Optional<PartnerNode> node = rows.find(id);
    String name = node.map(PartnerNode::name).orElse("…");
    NodeDescriptor proposed = node.map(PartnerNode::proposed).orElse(null);
    String sentence =
        proposed == null || request.part("what").equals("resume")
            ? page.text("approval.say.node.resume", name)
            : page.text(
                "approval.say.node.trust",
                name,
                String.join(" ", proposed.fingerprint().words()),
                request.part("with").isEmpty() ? "…" : request.part("with"),
                proposed.organisations().stream()
                    .map(o -> o.wording().in(page.language()))
                    .collect(Collectors.joining(", ")));
    return new Shown(sentence, "/partner/nodes/" + id);
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    UUID id = request.subject().id();
    if (request.part("what").equals("resume")) {
      partners.getObject().resumed(id, decidedBy, request.askedBy());
    } else {
      partners.getObject().agreed(id, request.part("text"), decidedBy, request.askedBy());
    }
  }
}
