package org.passerelle.partner.nodes.trust;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.OrganisationTypes;
import org.passerelle.accounts.Organisations;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.CheckpointKey;
import org.passerelle.gate.OutwardAddress.Verdict;
import org.passerelle.partner.nodes.identity.DescriptorText;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.NodeKey;
import org.passerelle.partner.nodes.identity.Untrusted;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages which nodes are trusted. One administrator enters a descriptor and compares its words
 * aloud, a second one approves it; any one of them can suspend a node at once, and resuming needs
 * two again.
 */
@Service
public class Partners {
  private final NodeRows rows;
  private final PartnerOrganisations organisations;
  private final Organisations own;
  private final NodeIdentity identity;
  private final NodeAddresses addresses;
  private final Approvals approvals;
  private final Identifiers identifiers;
  private final NodeActs said;

  Partners(
      NodeRows rows,
      PartnerOrganisations organisations,
      Organisations own,
      NodeIdentity identity,
      NodeAddresses addresses,
      Approvals approvals,
      Identifiers identifiers,
      NodeActs said) {
    this.rows = rows;
    this.organisations = organisations;
    this.own = own;
    this.identity = identity;
    this.addresses = addresses;
    this.approvals = approvals;
    this.identifiers = identifiers;
    this.said = said;
  }

  /** All nodes, by name. */
  public List<PartnerNode> all() {
    return rows.all();
  }

  /** A node. */
  public PartnerNode find(UUID id) {
    return rows.find(id).orElseThrow(NotFound::new);
  }

  /** The request about a node that awaits a second person. */
  public Optional<ApprovalRequest> waiting(UUID id) {
    return approvals.waiting(NodeTrust.KIND, id);
  }

  /**
   * Enters a descriptor: of a new node, or a changed one of a known node. It is not valid until it
   * is approved.
   *
   * @return the node
   * @throws Refused if it is not a descriptor, or cannot be that of a partner
   */
  @Transactional
  public UUID propose(String text, SignedIn who) {
    NodeDescriptor read = read(text);
    check(read);
    Optional<PartnerNode> known = rows.byName(read.node());
    UUID id = known.map(PartnerNode::id).orElseGet(identifiers::next);
    checkOwnKeys(id, read);
    if (organisations.taken(id, read)
        || read.organisations().stream().anyMatch(o -> own.find(o.id()).isPresent())) {
      throw new Refused("nodes.refused.organisation-taken");
    }
    if (approvals.waiting(NodeTrust.KIND, id).isPresent()) {
      // a second person approves exactly what they have read
      throw new Refused("approval.refused.waiting");
    }
    known
        .map(PartnerNode::descriptor)
        .filter(before -> !read.issued().isAfter(before.issued()))
        .ifPresent(
            before -> {
              throw new Refused("nodes.refused.older");
            });
    String kept = text.replaceAll("\\s", "");
    if (known.isEmpty()) {
      rows.insert(id, read.node(), kept);
    } else {
      rows.propose(id, kept);
    }
    said.write(who, "node.proposed", "node", id, Map.of("fingerprint", read.fingerprint().hash()));
    return id;
  }

  private static NodeDescriptor read(String text) {
    try {
      return DescriptorText.read(text);
    } catch (Untrusted e) {
      throw new Refused("nodes.refused.descriptor");
    }
  }

  private void check(NodeDescriptor read) {
    if (read.node().equals(identity.node())) {
      throw new Refused("nodes.refused.own");
    }
    if (read.issued().isAfter(said.now().plus(NodeKey.SKEW))) {
      throw new Refused("nodes.refused.future");
    }
    if (read.sealingKey(said.now()).isEmpty()) {
      throw new Refused("nodes.refused.keys");
    }
    if (read.organisations().stream().anyMatch(o -> !OrganisationTypes.ALL.contains(o.type()))) {
      throw new Refused("nodes.refused.type");
    }
    Verdict verdict = addresses.check(read.address());
    if (verdict != Verdict.FINE) {
      throw new Refused(
          verdict == Verdict.OWN_NETWORK ? "nodes.refused.own-network" : "nodes.refused.address");
    }
  }

  /**
   * Checks that a node lists only keys of its own: with another node's log key it could make that
   * log appear split, with another node's signing key its envelopes would be taken for that node's.
   */
  private void checkOwnKeys(UUID id, NodeDescriptor read) {
    if (!isLogOf(read)) {
      throw new Refused("nodes.refused.log-key");
    }
    Stream<NodeDescriptor> others =
        rows.all().stream()
            .filter(n -> !n.id().equals(id))
            .flatMap(
                n ->
                    Stream.of(
                        Optional.ofNullable(n.descriptor()), Optional.ofNullable(n.proposed())))
            .flatMap(Optional::stream);
    Set<String> theirs =
        Stream.concat(
                others.flatMap(o -> o.keys().stream()).map(NodeKey::id),
                identity.keys().stream().map(NodeKey::id))
            .collect(Collectors.toSet());
    if (read.keys().stream().map(NodeKey::id).anyMatch(theirs::contains)) {
      throw new Refused("nodes.refused.keys-taken");
    }
  }

  private static boolean isLogOf(NodeDescriptor read) {
    try {
      return CheckpointKey.of(read.log()).isOf(read.node());
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /**
   * Asks a second person to approve the proposed descriptor.
   *
   * @param comparedWith who read the words on the other side; empty if no key is new
   */
  @Transactional
  public void compared(UUID id, String comparedWith, SignedIn who) {
    PartnerNode node = find(id);
    NodeDescriptor proposed = node.proposed();
    if (proposed == null) {
      throw new Refused("nodes.refused.meanwhile");
    }
    if (node.bringsKeys() && comparedWith.isBlank()) {
      throw new Refused("nodes.refused.not-compared").at("with");
    }
    approvals.request(
        NodeTrust.KIND,
        subject(id, who),
        Map.of(
            "what",
            "trust",
            "text",
            Sha256.of(rows.proposedText(id).orElseThrow(NotFound::new)),
            "with",
            comparedWith),
        who);
  }

  /** Applies the descriptor approved by two persons, in the transaction of the approval. */
  void agreed(UUID id, String text, SignedIn who, UUID askedBy) {
    PartnerNode node = rows.find(id).orElseThrow(() -> new Refused("approval.refused.ended"));
    NodeDescriptor proposed = node.proposed();
    if (proposed == null || !rows.proposedText(id).map(Sha256::of).equals(Optional.of(text))) {
      throw new Refused("nodes.refused.meanwhile");
    }
    check(proposed);
    checkOwnKeys(id, proposed);
    if (!rows.agree(id)) {
      throw new Refused("nodes.refused.meanwhile");
    }
    organisations.replace(id, proposed);
    said.write(
        who,
        "node.trusted",
        "node",
        id,
        Map.of("asked-by", askedBy.toString(), "fingerprint", proposed.fingerprint().hash()));
  }

  /** Suspends a node at once: nothing is sent to it or accepted from it. */
  @Transactional
  public void suspend(UUID id, SignedIn who) {
    find(id);
    if (rows.move(id, "trusted", "suspended")) {
      said.write(who, "node.suspended", "node", id, Map.of());
    }
  }

  /** Asks a second person to approve resuming. */
  @Transactional
  public void askToResume(UUID id, SignedIn who) {
    if (!find(id).state().equals("suspended")) {
      throw new Refused("nodes.refused.meanwhile");
    }
    approvals.request(NodeTrust.KIND, subject(id, who), Map.of("what", "resume"), who);
  }

  void resumed(UUID id, SignedIn who, UUID askedBy) {
    if (!rows.move(id, "suspended", "trusted")) {
      throw new Refused("approval.refused.ended");
    }
    said.write(who, "node.resumed", "node", id, Map.of("asked-by", askedBy.toString()));
  }

  /** Discards a proposed descriptor. */
  @Transactional
  public void discard(UUID id, SignedIn who) {
    PartnerNode node = find(id);
    if (node.proposed() == null || waiting(id).isPresent()) {
      throw new Refused("nodes.refused.meanwhile");
    }
    if (node.descriptor() == null) {
      rows.discard(id);
    } else {
      rows.propose(id, null);
    }
    said.write(who, "node.discarded", "node", id, Map.of());
  }

  /** Asks a second person to approve new keys for this node. */
  @Transactional
  public void askForNewKeys(boolean atOnce, SignedIn who) {
    approvals.request(
        KeyRenewal.KIND,
        subject(KeyRenewal.OWN, who),
        Map.of("when", atOnce ? "now" : "later"),
        who);
  }

  private static ActSubject subject(UUID id, SignedIn who) {
    return new ActSubject("node", id, who.organisation(), who.organisation());
  }
}
