package org.passerelle.partner.nodes.carriage;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Carriage;
import org.passerelle.partner.nodes.envelope.Receipt;
import org.passerelle.partner.nodes.identity.Reason;
import org.passerelle.partner.nodes.trust.PartnerNode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Updates a message according to its receipt. */
@Component
class KeptReceipts implements Courier.Kept {
  /** After this time an administrator has to decide about a message. */
  private static final Duration PATIENCE = Duration.ofDays(14);

  /** Reasons that lie in the content: it would be refused again. */
  private static final Set<String> CONTENT =
      Set.of(Reason.UNKNOWN_CODE.code(), Reason.SCHEMA.code());

  private final Carriage carriage;
  private final Arrivals arrivals;
  private final ReceiptRows receipts;
  private final Clock clock;

  KeptReceipts(Carriage carriage, Arrivals arrivals, ReceiptRows receipts, Clock clock) {
    this.carriage = carriage;
    this.arrivals = arrivals;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void keep(PartnerNode node, Carriage.Leaving message, Courier.Answer answer) {
    Receipt receipt = answer.receipt();
    receipts.keep(message.sender(), node.id(), false, answer.about(), receipt, answer.signed());
    if (receipt.outcome() != Receipt.Outcome.REFUSED) {
      carriage.arrived(message.id());
      return;
    }
    String problem =
        receipt.name().isEmpty() ? receipt.reason() : receipt.reason() + ":" + receipt.name();
    if (forGood(receipt.reason()) || isOld(message)) {
      carriage.stuck(message.id(), problem);
      if (CONTENT.contains(receipt.reason()) && arrivals.standsAlone(message.type())) {
        carriage.giveUp(message.id());
      }
    } else {
      carriage.failed(message.id(), problem);
    }
  }

  private boolean isOld(Carriage.Leaving message) {
    return message.occurredAt().plus(PATIENCE).isBefore(clock.instant());
  }

  /** A reason unknown to this version may be temporary. */
  private static boolean forGood(String reason) {
    return Arrays.stream(Reason.values())
        .anyMatch(known -> known.forGood() && known.code().equals(reason));
  }
}
