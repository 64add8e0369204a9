package org.passerelle.protect.sharing.letterbox;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Carriage;
import org.passerelle.outbox.MessagePut;
import org.passerelle.outbox.Received;
import org.passerelle.protect.sharing.enclosure.EnclosedPiece;
import org.passerelle.protect.sharing.referral.AnswersToReferrals;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.storage.Identifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers messages to letterboxes in order, encrypted anew. The basis is checked again, as for
 * every outgoing message; a recall empties the letterbox.
 */
@Component
class LetterboxCarrier {
  private static final Logger LOG = LoggerFactory.getLogger(LetterboxCarrier.class);
  private static final Set<String> DOSSIERS = Set.of("referral.sent", "handover.sent");
  private static final Set<String> LIE =
      Set.of("referral.message", "handover.step", Corrections.CORRECTED);
  private final Carriage carriage;
  private final Letterboxes letterboxes;
  private final DepositedDossierRows rows;
  private final DepositedFiles files;
  private final Arrivals arrivals;
  private final Identifiers identifiers;
  private final TransactionTemplate transaction;

  LetterboxCarrier(
      Carriage carriage,
      Letterboxes letterboxes,
      DepositedDossierRows rows,
      DepositedFiles files,
      Arrivals arrivals,
      Identifiers identifiers,
      PlatformTransactionManager transactions) {
    this.carriage = carriage;
    this.letterboxes = letterboxes;
    this.rows = rows;
    this.files = files;
    this.arrivals = arrivals;
    this.identifiers = identifiers;
    this.transaction = new TransactionTemplate(transactions);
    // needed because the completed transaction is still bound after a commit
    this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(MessagePut put) {
    UUID node = put.node();
    if (node != null) {
      carrySafely(node);
    }
  }

  @Scheduled(
      initialDelayString = "${schedule.protect.letterbox-deliveries.after}",
      fixedDelayString = "${schedule.protect.letterbox-deliveries.every}")
  void whenDue() {
    carriage.nodesWithMail().forEach(this::carrySafely);
  }

  private void carrySafely(UUID node) {
    try {
      if (letterboxes.one(node).isPresent()) {
        carry(node);
      }
    } catch (RuntimeException e) {
      LOG.warn("Messages to letterboxes could not be delivered; retrying in the next run.", e);
    }
  }

  /** Delivers all due messages. */
  void carry(UUID letterbox) {
    while (true) {
      Optional<Carriage.Leaving> next = transaction.execute(status -> carriage.take(letterbox));
      if (next == null || next.isEmpty()) {
        return;
      }
      transaction.executeWithoutResult(status -> put(next.get()));
    }
  }

  private void put(Carriage.Leaving message) {
    UUID referral = message.orderKey();
    if (DOSSIERS.contains(message.type()) && rows.find(referral).isEmpty()) {
      rows.open(referral, message.recipient(), message.sender());
    }
    rows.hold(referral);
    Optional<DepositedDossier> dossier =
        rows.find(referral).filter(d -> d.letterbox().equals(message.recipient()));
    if (AnswersToReferrals.TAKING_BACK.contains(message.type())) {
      takeBack(message, dossier);
    } else if (message.type().equals(EnclosedPiece.KIND)) {
      dossier.filter(d -> d.takenBackAt() == null).ifPresent(d -> files.put(d, message.payload()));
    } else if (DOSSIERS.contains(message.type()) || LIE.contains(message.type())) {
      dossier
          .filter(d -> d.takenBackAt() == null)
          .ifPresent(
              d -> {
                rows.put(d, message.id(), false, message.type(), message.payload());
                if (LIE.contains(message.type())) {
                  rows.renewed(referral);
                }
              });
    }
    carriage.arrived(message.id());
  }

  /**
   * A dossier that nobody has read is deleted and confirmed at once; a guest who has read it is
   * asked to confirm.
   */
  private void takeBack(Carriage.Leaving message, Optional<DepositedDossier> dossier) {
    dossier.ifPresent(d -> rows.takenBack(d, ReferralMessages.words(message.payload())));
    dossier.ifPresent(files::forget);
    if (dossier.map(DepositedDossier::firstReadAt).isEmpty()) {
      dossier.ifPresent(d -> rows.confirmed(d.referral()));
      arrivals.take(
          new Received(
              identifiers.next(),
              WithdrawalAnswers.ACKNOWLEDGED,
              1,
              /* sender= */ message.recipient(),
              /* recipient= */ message.sender(),
              message.orderKey(),
              message.occurredAt(),
              "{}"));
    }
  }
}
