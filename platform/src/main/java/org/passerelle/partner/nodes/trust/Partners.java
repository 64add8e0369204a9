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
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.partner.nodes.identity.DescriptorText;
import org.passerelle.partner.nodes.identity.Mistrusted;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.NodeKey;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which nodes are trusted. One administrator enters a description and compares its words aloud, a
 * second one agrees; anybody of them suspends at once, and it takes two again to go on.
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

  /** All, by name. */
  public List<PartnerNode> all() {
    return rows.all();
  }

  /** One of them. */
  public PartnerNode find(UUID id) {
    return rows.find(id).orElseThrow(NotFound::new);
  }

  /** What waits for a second person about a node. */
  public Optional<ApprovalRequest> waiting(UUID id) {
    return approvals.waiting(NodeTrust.KIND, id);
  }

  /**
   * Enters a description: of a new node, or a changed one of a node that is known. Nothing counts
   * until it is agreed to.
   *
   * @return the node
   * @throws Refused if it is no description, or cannot be that of a partner
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
      // what a second person agrees to is what they read
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
    } catch (Mistrusted e) {
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
   * The keys that it names are its own: with the log of another node it would report that one as
   * split, with a signing key of it be taken for it.
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
   * Asks a second person to agree to what is proposed.
   *
   * @param comparedWith who read the words on the other side; empty where no key is new
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

  /** What was agreed to, by two; in the transaction of the approval. */
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

  /** Suspends at once: nothing goes to it, nothing is taken from it. */
  @Transactional
  public void suspend(UUID id, SignedIn who) {
    find(id);
    if (rows.move(id, "trusted", "suspended")) {
      said.write(who, "node.suspended", "node", id, Map.of());
    }
  }

  /** Asks a second person whether it may go on. */
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

  /** Drops what is only proposed. */
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

  /** Asks a second person whether this node gets new keys. */
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
