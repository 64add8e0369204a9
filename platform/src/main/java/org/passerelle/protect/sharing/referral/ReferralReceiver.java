package org.passerelle.protect.sharing.referral;

import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.protect.sharing.referral.message.ArrivingMessages;
import org.passerelle.protect.sharing.referral.onward.OnwardRequests;
import org.passerelle.protect.sharing.referral.received.ArrivingDossiers;
import org.passerelle.protect.sharing.referral.withdrawal.DossierRecalls;
import org.passerelle.protect.sharing.referral.withdrawal.RecallConfirmed;
import org.passerelle.protect.sharing.referral.withdrawal.RetainedRows;
import org.passerelle.protect.sharing.referral.withdrawal.RetentionLawStated;
import org.passerelle.protect.sharing.referral.withdrawal.TakenBack;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Receives messages about referrals, on either side. A change is accepted only from the
 * organisation to which it belongs.
 */
@Component
public class ReferralReceiver implements Receiver {
  private final ArrivingDossiers arriving;
  private final AnswersToReferrals answers;
  private final DossierRecalls takenBack;
  private final ArrivingMessages messages;
  private final OnwardRequests onward;
  private final ReferralParties parties;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  ReferralReceiver(
      ArrivingDossiers arriving,
      AnswersToReferrals answers,
      DossierRecalls takenBack,
      ArrivingMessages messages,
      OnwardRequests onward,
      ReferralParties parties,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.arriving = arriving;
    this.answers = answers;
    this.takenBack = takenBack;
    this.messages = messages;
    this.onward = onward;
    this.parties = parties;
    this.audit = audit;
    this.events = events;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        "referral.sent",
        Referrals.HANDED_OVER,
        "referral.revoked",
        "referral.accepted",
        "referral.done",
        "referral.message",
        "consent.withdrawn",
        WithdrawalAnswers.ACKNOWLEDGED,
        WithdrawalAnswers.FORBIDDEN,
        "person.erased",
        "onward.asked",
        "onward.urgent",
        "onward.given",
        "onward.refused");
  }

  @Override
  public void receive(Received message) {
    switch (message.type()) {
      case "referral.sent", Referrals.HANDED_OVER -> arriving.take(message);
      case "referral.revoked", "consent.withdrawn", "person.erased" -> takenBack(message);
      case "referral.accepted" -> answers.answered(message, "accepted", null);
      case "referral.done" -> answers.answered(message, "done", null);
      case "referral.message" -> messages.take(message);
      case "onward.asked", "onward.urgent", "onward.given", "onward.refused" ->
          onward.receive(message);
      case WithdrawalAnswers.FORBIDDEN -> {
        answers.forbidden(message);
        events.publishEvent(
            new RetentionLawStated(
                referral(message),
                message.sender(),
                message.recipient(),
                RetainedRows.read(message.payload())));
      }
      default -> {
        if (answers.acknowledged(message)) {
          events.publishEvent(
              new RecallConfirmed(referral(message), message.sender(), message.recipient()));
        }
      }
    }
    message.log(audit);
  }

  /**
   * A recall of a dossier that is not here, or was never from this sender, is confirmed and has no
   * other effect.
   */
  private void takenBack(Received message) {
    events.publishEvent(new TakenBack(referral(message), message.sender(), message.recipient()));
    if (!parties.gaveIt(message)) {
      takenBack.confirm(message);
      return;
    }
    switch (message.type()) {
      case "referral.revoked" -> takenBack.revoked(message);
      case "consent.withdrawn" -> takenBack.withdrawn(message);
      default -> takenBack.erased(message);
    }
  }

  /**
   * The referral's identifier is the message's order key, since messages about a referral are
   * delivered in order.
   */
  public static UUID referral(Received message) {
    return message.orderKey();
  }
}
