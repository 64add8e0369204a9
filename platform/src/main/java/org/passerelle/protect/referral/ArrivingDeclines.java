package org.passerelle.protect.referral;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Handles a refusal by the recipient, and its reversal, on the sender's side. */
@Component
class ArrivingDeclines implements Receiver {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final AnswersToReferrals answers;
  private final Acceptances acceptances;
  private final Outbox outbox;
  private final AuditLog audit;

  ArrivingDeclines(
      AnswersToReferrals answers, Acceptances acceptances, Outbox outbox, AuditLog audit) {
    this.outbox = outbox;
    this.answers = answers;
    this.acceptances = acceptances;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(ReceivedReferrals.DECLINED, Declines.TAKEN_BACK);
  }

  @Override
  public void receive(Received message) {
    if (message.type().equals(Declines.TAKEN_BACK)) {
      answers.declineTakenBack(message);
    } else {
      declined(message);
    }
    audit.writeByHouse(
        message.recipient(),
        "message.received",
        "message",
        message.id(),
        Map.of("type", message.type()));
  }

  /**
   * A recipient cannot decline what it accepted once the sender has acted on that: the person may
   * be on the way, and a refused hand-over records no arrival. The decline has no effect then, and
   * the recipient is told so; refusing the message would hold back all that follow it.
   */
  private void declined(Received message) {
    UUID id = ReferralReceiver.referral(message);
    if (acceptances.stands(
        id, /* sender= */ message.recipient(), /* recipient= */ message.sender())) {
      outbox.put(ReversedAcceptances.standing(message));
      return;
    }
    answers.answered(
        message, "declined", JSON.readTree(message.payload()).path("reason").asString("other"));
  }
}
