package org.passerelle.partner.nodes.trust;

import com.nimbusds.jose.JOSEException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.partner.SigningKeys;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.NodeKey;
import org.passerelle.partner.nodes.identity.Signed;
import org.springframework.stereotype.Component;

/** The keys of nodes for signing other texts than envelopes. */
@Component
class NodeSigningKeys implements SigningKeys {
  private final NodeIdentity identity;
  private final NodeRows nodes;
  private final PartnerOrganisations organisations;
  private final OwnDescriptor own;
  private final Clock clock;

  NodeSigningKeys(
      NodeIdentity identity,
      NodeRows nodes,
      PartnerOrganisations organisations,
      OwnDescriptor own,
      Clock clock) {
    this.identity = identity;
    this.nodes = nodes;
    this.organisations = organisations;
    this.own = own;
    this.clock = clock;
  }

  @Override
  public PrivateKey own() {
    try {
      return identity.signingKey().jwk().toECPrivateKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String sign(String text, String type) {
    return Signed.sign(text, type, identity.signingKey());
  }

  @Override
  public List<Map<String, Object>> announced() {
    return identity.keys().stream()
        .filter(NodeKey::signs)
        .filter(key -> !key.ended(clock.instant()))
        .map(key -> key.jwk().toPublicJWK().toJSONObject())
        .toList();
  }

  @Override
  public List<PublicKey> of(UUID organisation) {
    Optional<UUID> node = organisations.node(organisation);
    List<NodeKey> keys =
        node.isEmpty()
            ? identity.keys()
            : nodes
                .find(node.get())
                .filter(PartnerNode::trusted)
                .map(n -> n.agreed().keys())
                .orElse(List.of());
    return keys.stream()
        .filter(k -> k.signs() && k.taken(clock.instant()))
        .map(NodeSigningKeys::open)
        .toList();
  }

  @Override
  public boolean nearAllowed(UUID organisation) {
    Optional<UUID> node = organisations.node(organisation);
    return own.tiers().contains(NodeDescriptor.ENCODED)
        && (node.isEmpty()
            || nodes
                .find(node.get())
                .filter(PartnerNode::trusted)
                .map(n -> n.agreed().tiers().contains(NodeDescriptor.ENCODED))
                .orElse(false));
  }

  @Override
  public List<UUID> besides(UUID organisation) {
    return organisations
        .node(organisation)
        .map(organisations::of)
        .orElseGet(() -> List.of(organisation));
  }

  private static PublicKey open(NodeKey key) {
    try {
      return key.jwk().toECPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String address(UUID organisation) {
    String node =
        organisations
            .node(organisation)
            .flatMap(nodes::find)
            .map(PartnerNode::name)
            .orElseGet(identity::node);
    return organisation + "@" + node;
  }
}
