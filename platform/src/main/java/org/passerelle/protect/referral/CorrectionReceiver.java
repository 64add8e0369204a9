package org.passerelle.protect.referral;

import java.util.Map;
import java.util.Set;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.springframework.stereotype.Component;

/**
 * Receives corrections of dossiers and confirmations that a recipient has corrected its own file.
 */
@Component
class CorrectionReceiver implements Receiver {
  private final CorrectedDossiers corrected;
  private final AnswersToReferrals answers;
  private final AuditLog audit;

  CorrectionReceiver(CorrectedDossiers corrected, AnswersToReferrals answers, AuditLog audit) {
    this.corrected = corrected;
    this.answers = answers;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(Corrections.CORRECTED, Corrections.TAKEN);
  }

  @Override
  public void receive(Received message) {
    if (message.type().equals(Corrections.CORRECTED)) {
      corrected.take(message);
    } else {
      answers.correctionTaken(message);
    }
    audit.writeByHouse(
        message.recipient(),
        "message.received",
        "message",
        message.id(),
        Map.of("type", message.type()));
  }
}
