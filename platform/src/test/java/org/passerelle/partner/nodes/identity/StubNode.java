package org.passerelle.partner.nodes.identity;

import com.nimbusds.jose.jwk.KeyUse;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.CheckpointKey;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.EnvelopeText;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.envelope.Schemas;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.partner.nodes.trust.Partners;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;

/** Another node as a test plays it: keys, a description, and whatever it wants to send. */
public final class StubNode {
  private final House house;
  private final String name;
  private final String address;
  private final UUID organisation;
  private final CheckpointKey log;
  private NodeKey signing;
  private NodeKey sealing;
  private Instant issued;

  public StubNode(House house, String address) {
    this(house, address, "stub-" + house.get(Identifiers.class).next().toString().substring(0, 12));
  }

  /** One whose name a setting of the house says beforehand. */
  public StubNode(House house, String address, String name) {
    this.house = house;
    this.name = name;
    this.address = address;
    this.organisation = house.get(Identifiers.class).next();
    this.log = CheckpointKey.of(name, new byte[32]);
    this.issued = house.clock().instant();
    Instant from = issued.minus(Duration.ofDays(1));
    this.signing = NodeKey.make(KeyUse.SIGNATURE, from, new SecureRandom());
    this.sealing = NodeKey.make(KeyUse.ENCRYPTION, from, new SecureRandom());
  }

  public String name() {
    return name;
  }

  public UUID organisation() {
    return organisation;
  }

  public CheckpointKey log() {
    return log;
  }

  public NodeKey signing() {
    return signing;
  }

  /** What it says of itself now; each time a little later. */
  public String descriptor() {
    return descriptor(Map.of(organisation, "ngo"));
  }

  /** The same with these organisations and their types. */
  public String descriptor(Map<UUID, String> organisations) {
    return descriptor(organisations, house.get(Schemas.class).versions());
  }

  /** The same of a node that takes these kinds of messages only. */
  public String descriptor(Map<UUID, String> organisations, Map<String, List<Integer>> schemas) {
    issued = issued.plusSeconds(1);
    return DescriptorText.sign(
        new NodeDescriptor(
            name,
            URI.create(address),
            issued,
            organisations.entrySet().stream()
                .map(
                    e ->
                        new HostedOrganisation(
                            e.getKey(),
                            "abroad",
                            Map.of("en", "Abroad", "fr", "Ailleurs", "sr", "У иностранству"),
                            e.getValue(),
                            "GR",
                            true))
                .toList(),
            List.of(signing.open(), sealing.open()),
            log.text(),
            schemas,
            Set.of("exact")),
        signing);
  }

  /**
   * What it says of itself under the log of another node, and with keys of another beside its own.
   */
  public String descriptorOf(String otherLog, List<NodeKey> otherKeys) {
    NodeDescriptor own = DescriptorText.read(descriptor());
    List<NodeKey> keys = new ArrayList<>(own.keys());
    otherKeys.forEach(key -> keys.add(key.open()));
    return DescriptorText.sign(
        new NodeDescriptor(
            name,
            own.address(),
            own.issued(),
            own.organisations(),
            keys,
            otherLog,
            own.schemas(),
            own.tiers()),
        signing);
  }

  /** It changes its keys at once. */
  public void renew() {
    Instant from = issued.minus(Duration.ofHours(1));
    signing = NodeKey.make(KeyUse.SIGNATURE, from, new SecureRandom());
    sealing = NodeKey.make(KeyUse.ENCRYPTION, from, new SecureRandom());
  }

  /** The house trusts it, by two. */
  public UUID trusted() {
    return agree(descriptor());
  }

  /** The house agrees to a description. */
  public UUID agree(String descriptor) {
    return trust(house, descriptor);
  }

  /** A house agrees to a description, compared aloud. */
  public static UUID trust(House house, String descriptor) {
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    Partners partners = house.get(Partners.class);
    UUID id = partners.propose(descriptor, administrator);
    partners.compared(id, "Ms K., ministry", administrator);
    Staff.agree(house, partners.waiting(id).orElseThrow());
    return id;
  }

  /** The house calls it no more. */
  public void end() {
    house.get(Partners.class).all().stream()
        .filter(n -> n.name().equals(name) && n.trusted())
        .forEach(
            n -> house.get(Partners.class).suspend(n.id(), house.somebody(Role.ADMINISTRATOR)));
  }

  public PartnerNode known() {
    return house.get(Partners.class).all().stream()
        .filter(n -> n.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The key for which it seals what it sends to the house. */
  public NodeKey houseKey() {
    return house.get(NodeIdentity.class).keys().stream()
        .filter(k -> !k.signs())
        .findFirst()
        .orElseThrow();
  }

  /** An envelope that is in order. */
  public Envelope envelope(String kind, Envelope.@Nullable Parcel parcel, String body) {
    Identifiers identifiers = house.get(Identifiers.class);
    Instant now = house.clock().instant();
    return new Envelope(
        identifiers.next().toString(),
        name,
        house.get(NodeIdentity.class).node(),
        now,
        now.plus(Duration.ofMinutes(15)),
        kind,
        1,
        identifiers.next(),
        parcel,
        body);
  }

  /** Between its organisation and one of the house. */
  public Envelope.Parcel parcel(UUID recipient, UUID subject, long sequence) {
    return new Envelope.Parcel(organisation, recipient, subject, sequence, house.clock().instant());
  }

  /** A dossier for an organisation of the house. */
  public Envelope referral(UUID recipient, UUID referral, long sequence) {
    return envelope(
        "referral.sent",
        parcel(recipient, referral, sequence),
        """
        {"referral":"%s","service":"medical_care","purpose":"assistance","deadline":"2026-04-20T16:00:00Z",
         "request":"Please see her","nonPunishment":false,"minor":true,"onward":false,"basis":"consent",
         "fields":{"known_as":["Lumi"],"of_a_later_version":["kept"]},"later":{"kept":1}}
        """
            .formatted(referral));
  }

  /** The same message in another envelope, as it is sent again. */
  public Envelope again(Envelope before) {
    Envelope other = envelope(before.kind(), before.parcel(), before.body());
    return new Envelope(
        other.id(),
        other.from(),
        other.to(),
        other.issued(),
        other.expires(),
        other.kind(),
        other.version(),
        before.message(),
        other.parcel(),
        other.body());
  }

  /** Signed and sealed. */
  public String sealed(Envelope envelope) {
    return EnvelopeText.seal(envelope, signing, houseKey());
  }

  /** What the house sent it. */
  public Envelope open(String sealed) {
    return EnvelopeText.open(sealed, key -> Optional.of(sealing))
        .checked(
            key ->
                house.get(NodeIdentity.class).keys().stream()
                    .filter(k -> k.id().equals(key))
                    .findFirst());
  }

  /** Its receipt for an envelope that the house sent it: taken. */
  public String receipt(String sealed) {
    Envelope envelope = open(sealed);
    return new Receipt(
            name,
            envelope.from(),
            envelope.id(),
            Sha256.of(sealed),
            house.clock().instant(),
            Receipt.Outcome.TAKEN,
            "",
            "",
            null)
        .sign(signing);
  }
}
