package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.passerelle.partner.nodes.envelope.Envelope;
import org.passerelle.partner.nodes.envelope.EnvelopeText;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.envelope.Receipt.Outcome;
import org.passerelle.partner.nodes.identity.Mistrusted;
import org.passerelle.partner.nodes.identity.NodeIdentity;
import org.passerelle.partner.nodes.identity.Reason;
import org.passerelle.partner.nodes.trust.NodeRows;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.passerelle.storage.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens to an envelope that arrives. Whoever is not known gets no reason; whoever is gets a
 * signed receipt, also for what is refused.
 */
@Component
public class EnvelopeDoor {
  private static final Logger LOG = LoggerFactory.getLogger(EnvelopeDoor.class);
  private static final UUID HOUSE = new UUID(0, 0);
  private static final int OPENED_AT_ONCE = 16;
  private final NodeIdentity identity;
  private final NodeRows nodes;
  private final Intake intake;
  private final ReceiptRows receipts;
  private final Quota quota;
  private final Strangers strangers;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Semaphore opened = new Semaphore(OPENED_AT_ONCE);

  EnvelopeDoor(
      NodeIdentity identity,
      NodeRows nodes,
      Intake intake,
      ReceiptRows receipts,
      Quota quota,
      Strangers strangers,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.identity = identity;
    this.nodes = nodes;
    this.intake = intake;
    this.receipts = receipts;
    this.quota = quota;
    this.strangers = strangers;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What is answered.
   *
   * @param receipt signed, or nothing for a stranger
   */
  public record Answer(int status, Optional<String> receipt) {}

  /** Takes an envelope as it arrived. */
  public Answer bring(String compact) {
    if (!opened.tryAcquire()) {
      return new Answer(503, Optional.empty());
    }
    try {
      EnvelopeText.Claimed claimed = EnvelopeText.open(compact, identity::opening);
      PartnerNode node =
          nodes
              .byName(claimed.from())
              .filter(known -> known.descriptor() != null)
              .orElseThrow(() -> new Mistrusted(Reason.UNKNOWN_NODE));
      if (!node.trusted()) {
        throw new Mistrusted(Reason.SUSPENDED);
      }
      Envelope envelope =
          claimed.checked(key -> node.agreed().key(key).filter(k -> k.taken(clock.instant())));
      return known(node, envelope, Sha256.of(compact.strip()));
    } catch (Mistrusted stranger) {
      strangers.note(stranger.reason());
      return new Answer(400, Optional.empty());
    } finally {
      opened.release();
    }
  }

  /** From here on the sender is who it says it is. */
  private Answer known(PartnerNode node, Envelope envelope, String digest) {
    if (!quota.count(node.id())) {
      return new Answer(429, Optional.empty());
    }
    try {
      intake.checkMoment(envelope, identity.node());
      Answer answer =
          Objects.requireNonNull(
              transaction.execute(
                  status -> {
                    intake.enter(node.id(), envelope);
                    Intake.Taken taken = intake.take(node, envelope);
                    nodes.heard(node.id());
                    return keep(
                        node,
                        envelope,
                        receipt(node, envelope, digest, taken.outcome(), "", "", taken.held()),
                        200);
                  }));
      intake.heard(node.id());
      return answer;
    } catch (Mistrusted refused) {
      return refused(node, envelope, digest, refused);
    } catch (RuntimeException e) {
      LOG.warn("An envelope of node {} could not be taken in now.", node.name(), e);
      return refused(node, envelope, digest, new Mistrusted(Reason.UNAVAILABLE, e));
    }
  }

  private Answer refused(PartnerNode node, Envelope envelope, String digest, Mistrusted why) {
    Receipt receipt =
        receipt(node, envelope, digest, Outcome.REFUSED, why.reason().code(), why.name(), null);
    int status = why.reason() == Reason.UNAVAILABLE ? 503 : 422;
    return Objects.requireNonNull(
        transaction.execute(
            committed -> {
              if (why.reason().forGood()) {
                intake.enter(node.id(), envelope);
              }
              return keep(node, envelope, receipt, status);
            }));
  }

  private Answer keep(PartnerNode node, Envelope envelope, Receipt receipt, int status) {
    String signed = receipt.sign(identity.signingKey());
    Envelope.Parcel parcel = envelope.parcel();
    // what is refused may name anybody as its recipient
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
