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
import org.springframework.stereotype.Component;

/** What this node says of itself. */
@Component
public class OwnDescriptor {
  /** Ways of being asked whether a person is known that every node allows. */
  static final Set<String> TIERS = Set.of("exact");

  private final PlatformSettings settings;
  private final NodeIdentity identity;
  private final Organisations organisations;
  private final WitnessedLog log;
  private final Schemas schemas;
  private final Clock clock;

  OwnDescriptor(
      PlatformSettings settings,
      NodeIdentity identity,
      Organisations organisations,
      WitnessedLog log,
      Schemas schemas,
      Clock clock) {
    this.settings = settings;
    this.identity = identity;
    this.organisations = organisations;
    this.log = log;
    this.schemas = schemas;
    this.clock = clock;
  }

  /** Signed now; nothing while the house has no public address. */
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
        TIERS);
  }

  private static HostedOrganisation hosted(Organisation one) {
    return new HostedOrganisation(
        one.id(), one.handle(), one.name().byLanguage(), one.type(), one.country(), one.casework());
  }
}
