package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.EnvelopeText;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.envelope.Receipt.Outcome;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.NodeKey;
import org.passerelle.partner.nodes.identity.Reason;
import org.passerelle.partner.nodes.identity.Untrusted;
import org.passerelle.partner.nodes.trust.NodeRows;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.storage.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives envelopes. An unknown sender gets no reason; a known one gets a signed receipt, also for
 * a rejected envelope. Expensive steps come last: a repetition of rejected bytes is answered
 * without opening it, the signature is verified before the content is parsed, and then each node
 * has slots of its own.
 */
@Component
public class EnvelopeDoor {
  private static final Logger LOG = LoggerFactory.getLogger(EnvelopeDoor.class);
  private static final UUID HOUSE = new UUID(0, 0);
  private final NodeIdentity identity;
  private final NodeRows nodes;
  private final Intake intake;
  private final ReceiptRows receipts;
  private final EnvelopeAdmission envelopeAdmission;
  private final Clock clock;
  private final TransactionTemplate transaction;

  EnvelopeDoor(
      NodeIdentity identity,
      NodeRows nodes,
      Intake intake,
      ReceiptRows receipts,
      EnvelopeAdmission envelopeAdmission,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.identity = identity;
    this.nodes = nodes;
    this.intake = intake;
    this.receipts = receipts;
    this.envelopeAdmission = envelopeAdmission;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * The answer.
   *
   * @param receipt signed receipt, or empty for an unknown sender
   */
  public record Answer(int status, Optional<String> receipt) {}

  /**
   * Whether a client may send an envelope at all, checked before reading it: an address from which
   * no partner has come must not exceed its rate.
   *
   * @param network network of the client
   */
  public boolean admits(String network) {
    if (envelopeAdmission.places().isKnown(network) || envelopeAdmission.pace().take(network)) {
      return true;
    }
    envelopeAdmission.strangers().note(Reason.BUSY);
    return false;
  }

  /**
   * Processes an envelope as received.
   *
   * @param address network from which it came
   */
  public Answer bring(String compact, String address) {
    return bring(compact, address, Optional.empty());
  }

  /**
   * The same over a connection with a client certificate.
   *
   * @param shown SHA-256 of the certificate in hexadecimal digits, if there was one
   */
  public Answer bring(String compact, String address, Optional<String> shown) {
    String octets = compact.strip();
    String digest = Sha256.of(octets);
    if (!envelopeAdmission.refused().begin(digest)) {
      envelopeAdmission.strangers().note(Reason.BUSY);
      return new Answer(503, Optional.empty());
    }
    try {
      return envelopeAdmission
          .refused()
          .before(digest)
          .orElseGet(() -> open(octets, digest, address, shown));
    } finally {
      envelopeAdmission.refused().end(digest);
    }
  }

  private Answer open(String octets, String digest, String address, Optional<String> shown) {
    Recognised recognised;
    try {
      Optional<DoorPlaces.Place> opening = envelopeAdmission.places().open(address);
      if (opening.isEmpty()) {
        envelopeAdmission.strangers().note(Reason.BUSY);
        return new Answer(503, Optional.empty());
      }
      try {
        recognised = recognised(octets);
      } finally {
        opening.get().giveBack();
      }
    } catch (Untrusted stranger) {
      envelopeAdmission.strangers().note(stranger.reason());
      return envelopeAdmission.refused().remember(digest, new Answer(400, Optional.empty()));
    }
    UUID node = recognised.node.id();
    if (!envelopeAdmission.certificates().fit(recognised.node.name(), shown)) {
      // the bytes are not remembered: otherwise a copy of them would lock out the node itself
      envelopeAdmission.refusals().note(node, Reason.CERTIFICATE);
      return new Answer(403, Optional.empty());
    }
    Optional<DoorPlaces.Place> place = envelopeAdmission.places().takeIn(node.toString());
    if (place.isEmpty()) {
      envelopeAdmission.refusals().note(node, Reason.BUSY);
      return new Answer(503, Optional.empty());
    }
    try {
      return known(recognised.node, recognised.envelope, digest, address);
    } finally {
      place.get().giveBack();
    }
  }

  /** The node that signed an envelope, and the envelope. */
  private record Recognised(PartnerNode node, Envelope envelope) {}

  private Recognised recognised(String octets) {
    EnvelopeText.Claimed claimed = EnvelopeText.open(octets, identity::opening);
    // several nodes could claim the same key; the sender named in the envelope must be one of them
    List<PartnerNode> named = nodes.withKey(claimed.key());
    if (named.isEmpty()) {
      throw new Untrusted(Reason.UNKNOWN_NODE);
    }
    Envelope envelope =
        claimed.checked(key -> named.stream().flatMap(n -> taken(n, key).stream()).findFirst());
    PartnerNode node =
        named.stream()
            .filter(n -> n.name().equals(envelope.from()))
            .findFirst()
            .orElseThrow(() -> new Untrusted(Reason.UNKNOWN_NODE));
    if (!node.trusted()) {
      throw new Untrusted(Reason.SUSPENDED);
    }
    if (taken(node, claimed.key()).isEmpty()) {
      throw new Untrusted(Reason.SIGNATURE);
    }
    return new Recognised(node, envelope);
  }

  private Optional<NodeKey> taken(PartnerNode node, String key) {
    return node.agreed().key(key).filter(k -> k.taken(clock.instant()));
  }

  /** From here on the sender is authenticated. */
  private Answer known(PartnerNode node, Envelope envelope, String digest, String address) {
    if (!envelopeAdmission.quota().has(node.id())) {
      envelopeAdmission.refusals().note(node.id(), Reason.BUSY);
      return new Answer(429, Optional.empty());
    }
    try {
      intake.checkMoment(envelope, identity.node());
      Answer answer =
          Objects.requireNonNull(
              transaction.execute(
                  status -> {
                    intake.enter(node.id(), envelope);
                    envelopeAdmission.quota().count(node.id());
                    Intake.Taken taken = intake.take(node, envelope);
                    nodes.heard(node.id());
                    return keep(
                        node,
                        envelope,
                        receipt(node, envelope, digest, taken.outcome(), "", "", taken.held()),
                        200);
                  }));
      envelopeAdmission.places().knows(address);
      intake.heard(node.id());
      return answer;
    } catch (Untrusted refused) {
      return refused(node, envelope, digest, refused);
    } catch (RuntimeException e) {
      LOG.warn("An envelope of node {} could not be taken in now.", node.name(), e);
      return refused(node, envelope, digest, new Untrusted(Reason.UNAVAILABLE, e));
    }
  }

  private Answer refused(PartnerNode node, Envelope envelope, String digest, Untrusted why) {
    envelopeAdmission.refusals().note(node.id(), why.reason());
    Receipt receipt =
        receipt(node, envelope, digest, Outcome.REFUSED, why.reason().code(), why.name(), null);
    boolean later = why.reason() == Reason.UNAVAILABLE;
    int status = later ? 503 : 422;
    if (!envelopeAdmission.refusals().keeps(node.id())) {
      Answer answer = new Answer(status, Optional.of(receipt.sign(identity.signingKey())));
      return later ? answer : envelopeAdmission.refused().remember(digest, answer);
    }
    Answer answer =
        Objects.requireNonNull(
            transaction.execute(
                committed -> {
                  if (why.reason().forGood()) {
                    intake.enter(node.id(), envelope);
                  }
                  return keep(node, envelope, receipt, status);
                }));
    return later ? answer : envelopeAdmission.refused().remember(digest, answer);
  }

  private Answer keep(PartnerNode node, Envelope envelope, Receipt receipt, int status) {
    String signed = receipt.sign(identity.signingKey());
    Envelope.Parcel parcel = envelope.parcel();
    // a rejected envelope may name any recipient
    UUID organisation =
        parcel == null || receipt.outcome() == Outcome.REFUSED ? HOUSE : parcel.recipient();
    receipts.keep(organisation, node.id(), true, envelope, receipt, signed);
    return new Answer(status, Optional.of(signed));
  }

  private Receipt receipt(
      PartnerNode node,
      Envelope envelope,
      String digest,
      Outcome outcome,
      String reason,
      String name,
      Receipt.@Nullable Held held) {
    return new Receipt(
        identity.node(),
        node.name(),
        envelope.id(),
        digest,
        clock.instant(),
        outcome,
        reason,
        name,
        held);
  }
}
