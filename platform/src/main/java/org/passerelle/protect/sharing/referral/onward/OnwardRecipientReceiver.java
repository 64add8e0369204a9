package org.passerelle.protect.sharing.referral.onward;

import java.util.Set;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.protect.sharing.referral.AnswersToReferrals;
import org.passerelle.protect.sharing.referral.ReferralReceiver;
import org.springframework.stereotype.Component;

/**
 * Receives reports about further recipients; only from the organisation to which the data were
 * sent.
 */
@Component
class OnwardRecipientReceiver implements Receiver {
  private final OnwardRecalls onward;
  private final AnswersToReferrals answers;
  private final AuditLog audit;

  OnwardRecipientReceiver(OnwardRecalls onward, AnswersToReferrals answers, AuditLog audit) {
    this.onward = onward;
    this.answers = answers;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(OnwardRecalls.PASSED_ON);
  }

  @Override
  public void receive(Received message) {
    if (answers.gaveTo(message)) {
      onward.heard(
          ReferralReceiver.referral(message),
          message.recipient(),
          OnwardRecipientMessage.read(message.payload()));
    }
    message.log(audit);
  }
}
