package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.Carriage;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.EnvelopeText;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.NodeKey;
import org.passerelle.partner.nodes.identity.Reason;
import org.passerelle.partner.nodes.identity.Untrusted;
import org.passerelle.partner.nodes.trust.NodeRows;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Component;

/**
 * Sends the waiting messages of one node, one after the other, until none is due or the node does
 * not answer. No call is made within a transaction.
 */
@Component
public class Courier {
  /** Validity of an envelope. */
  static final Duration VALID = Duration.ofMinutes(15);

  private final Carriage carriage;
  private final NodeRows nodes;
  private final NodeIdentity identity;
  private final NodeCall calls;
  private final Identifiers identifiers;
  private final Clock clock;

  Courier(
      Carriage carriage,
      NodeRows nodes,
      NodeIdentity identity,
      NodeCall calls,
      Identifiers identifiers,
      Clock clock) {
    this.carriage = carriage;
    this.nodes = nodes;
    this.identity = identity;
    this.calls = calls;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A receipt with the envelope it is about.
   *
   * @param signed as received
   */
  public record Answer(Envelope about, Receipt receipt, String signed) {}

  /** Handles the receipt for a message of the outbox. */
  interface Kept {
    void keep(PartnerNode node, Carriage.Leaving message, Answer answer);
  }

  /** The node, if it may be called now. */
  Optional<PartnerNode> callable(UUID id) {
    return nodes
        .find(id)
        .filter(PartnerNode::trusted)
        .filter(node -> !node.nextAttempt().isAfter(clock.instant()));
  }

  /**
   * One round for one node; ends when the node cannot be reached.
   *
   * @param more run as soon as a message was found
   */
  void round(UUID id, Kept kept, Runnable more) {
    boolean first = true;
    while (!Thread.currentThread().isInterrupted()) {
      Optional<PartnerNode> node = callable(id);
      Optional<Carriage.Leaving> message = node.flatMap(n -> carriage.take(id));
      if (node.isEmpty() || message.isEmpty()) {
        return;
      }
      if (first) {
        more.run();
        first = false;
      }
      if (!carry(node.get(), message.get(), kept)) {
        return;
      }
    }
  }

  /** Sends a message; returns whether the node was reached. */
  private boolean carry(PartnerNode node, Carriage.Leaving message, Kept kept) {
    if (!node.agreed().takes(message.type(), message.version())) {
      carriage.stuck(message.id(), "unknown-kind:" + message.type() + ":" + message.version());
      return true;
    }
    try {
      Answer answer =
          ask(
              node,
              message.type(),
              message.version(),
              message.id(),
              new Envelope.Parcel(
                  message.sender(),
                  message.recipient(),
                  message.orderKey(),
                  message.sequence(),
                  message.occurredAt()),
              message.payload());
      kept.keep(node, message, answer);
      return !later(node, answer.receipt());
    } catch (NodeUnreachable e) {
      nodes.missed(node, e.problem());
      if (e.left()) {
        carriage.failed(message.id(), e.problem());
      } else {
        carriage.putBack(message);
      }
      return false;
    }
  }

  /** Whether the node asks to wait. */
  private boolean later(PartnerNode node, Receipt receipt) {
    boolean pause =
        receipt.reason().equals(Reason.BUSY.code())
            || receipt.reason().equals(Reason.UNAVAILABLE.code());
    if (pause) {
      nodes.missed(node, receipt.reason());
    }
    return pause;
  }

  /**
   * Sends one envelope and reads the receipt.
   *
   * @throws NodeUnreachable if the node returned no signed receipt for this envelope
   */
  Answer ask(
      PartnerNode node,
      String kind,
      int version,
      UUID message,
      Envelope.@Nullable Parcel parcel,
      String body)
      throws NodeUnreachable {
    NodeDescriptor to = node.agreed();
    Instant now = clock.instant();
    NodeKey sealing = to.sealingKey(now).orElseThrow(() -> new NodeUnreachable("no-key", false));
    Envelope envelope =
        new Envelope(
            identifiers.next().toString(),
            identity.node(),
            node.name(),
            now.truncatedTo(ChronoUnit.SECONDS),
            now.plus(VALID),
            kind,
            version,
            message,
            parcel,
            body);
    String sealed = EnvelopeText.seal(envelope, identity.signingKey(), sealing);
    String signed = calls.bring(to, sealed);
    try {
      Receipt receipt =
          Receipt.read(signed, key -> to.key(key).filter(k -> k.taken(clock.instant())));
      if (!receipt.from().equals(node.name())
          || !receipt.isFor(identity.node(), envelope.id(), Sha256.of(sealed))) {
        throw new Untrusted(Reason.AUDIENCE);
      }
      nodes.reached(node.id());
      return new Answer(envelope, receipt, signed.strip());
    } catch (Untrusted e) {
      throw new NodeUnreachable("no-receipt", true);
    }
  }
}
