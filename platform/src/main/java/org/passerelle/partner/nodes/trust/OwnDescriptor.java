package org.passerelle.partner.nodes.trust;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.PlatformSettings;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.audit.WitnessedLog;
import org.passerelle.partner.nodes.envelope.Schemas;
import org.passerelle.partner.nodes.identity.HostedOrganisation;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** This node's own descriptor. */
@Component
public class OwnDescriptor {
  private final PlatformSettings settings;
  private final NodeIdentity identity;
  private final Organisations organisations;
  private final WitnessedLog log;
  private final Schemas schemas;
  private final boolean near;
  private final Clock clock;

  OwnDescriptor(
      PlatformSettings settings,
      NodeIdentity identity,
      Organisations organisations,
      WitnessedLog log,
      Schemas schemas,
      @Value("${passerelle.near-matches:false}") boolean near,
      Clock clock) {
    this.settings = settings;
    this.identity = identity;
    this.organisations = organisations;
    this.log = log;
    this.schemas = schemas;
    this.near = near;
    this.clock = clock;
  }

  /**
   * Ways in which this node may be asked whether a person is known: exactly, which every node
   * allows, and by near matches if the operator allows it ({@code passerelle.near-matches}).
   */
  Set<String> tiers() {
    return near
        ? Set.of(NodeDescriptor.EXACT, NodeDescriptor.ENCODED)
        : Set.of(NodeDescriptor.EXACT);
  }

  /** The descriptor, signed now; empty while no public address is configured. */
  public Optional<String> signed() {
    String address = settings.address();
    return address == null
        ? Optional.empty()
        : Optional.of(identity.describe(describe(URI.create(address))));
  }

  private NodeDescriptor describe(URI address) {
    List<HostedOrganisation> hosted =
        organisations.active(null, null).stream().map(OwnDescriptor::hosted).toList();
    return new NodeDescriptor(
        identity.node(),
        address,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        hosted,
        identity.keys(),
        log.publicKey(),
        schemas.versions(),
        tiers());
  }

  private static HostedOrganisation hosted(Organisation one) {
    return new HostedOrganisation(
        one.id(), one.handle(), one.name().byLanguage(), one.type(), one.country(), one.casework());
  }
}
