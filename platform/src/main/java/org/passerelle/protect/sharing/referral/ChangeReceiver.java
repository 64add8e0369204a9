package org.passerelle.protect.sharing.referral;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.protect.sharing.referral.correction.CorrectedDossiers;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.received.ReversedAnswers;
import org.springframework.stereotype.Component;

/**
 * Receives what either side changes afterwards: the recipient its answer, the sender its dossier.
 */
@Component
class ChangeReceiver implements Receiver {
  private final Map<String, Consumer<Received>> acts;
  private final AuditLog audit;

  ChangeReceiver(
      ReversedAnswers reversed,
      CorrectedDossiers corrected,
      AnswersToReferrals answers,
      AuditLog audit) {
    this.acts =
        Map.of(
            Acceptances.TAKEN_BACK, reversed::takenBack,
            Acceptances.STANDS, reversed::stands,
            ReceivedReferrals.DECLINED, reversed::declined,
            Declines.TAKEN_BACK, reversed::declineTakenBack,
            Corrections.CORRECTED, corrected::take,
            Corrections.TAKEN, answers::correctionTaken);
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return acts.keySet();
  }

  @Override
  public void receive(Received message) {
    Consumer<Received> act = acts.get(message.type());
    if (act != null) {
      act.accept(message);
    }
    message.log(audit);
  }
}
