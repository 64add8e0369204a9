package org.passerelle.protect.sharing.referral.message;

import java.util.UUID;
import org.passerelle.outbox.Received;
import org.passerelle.protect.sharing.referral.ReferralParties;
import org.passerelle.protect.sharing.referral.ReferralReceiver;
import org.passerelle.protect.sharing.referral.ReferralTeam;
import org.springframework.stereotype.Component;

/**
 * Stores messages from the other side of a referral with the time at which they were written, and
 * notifies those who work on it here.
 */
@Component
public class ArrivingMessages {
  private final ReferralMessages messages;
  private final ReferralParties parties;
  private final ReferralTeam team;

  ArrivingMessages(ReferralMessages messages, ReferralParties parties, ReferralTeam team) {
    this.messages = messages;
    this.parties = parties;
    this.team = team;
  }

  /** Stores a message from the other side; one from anybody else is ignored. */
  public void take(Received message) {
    if (parties.between(message)) {
      UUID id = ReferralReceiver.referral(message);
      messages.arrived(message);
      team.tell(id, message.recipient(), "referral.message");
    }
  }
}
