package org.passerelle.protect.identity.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.sharing.consent.WithdrawalMessage;
import org.springframework.stereotype.Component;

/** Sends messages to the other side of a desk. */
@Component
class DeskPost {
  private final Outbox outbox;

  DeskPost(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Sends a status of the desk, without personal data. */
  void say(Desk desk, String kind, Object message) {
    put(desk, kind, desk.id(), message, null, null);
  }

  /** Sends a status of a joint screening, without personal data. */
  void about(Desk desk, UUID joint, String kind, Object message) {
    put(desk, kind, joint, message, null, null);
  }

  /**
   * Sends personal data on a basis.
   *
   * @return identifier of the message
   */
  UUID disclose(Desk desk, UUID joint, Object message, UUID basis, UUID caseId) {
    return put(desk, DeskMessages.SCREENING, joint, message, basis, caseId);
  }

  /** Recalls disclosed data, like the withdrawal of a consent. */
  void takeBack(UUID joint, UUID sender, UUID recipient, UUID basis) {
    outbox.put(
        new Outbox.Outgoing(
            "consent.withdrawn",
            1,
            joint,
            sender,
            recipient,
            null,
            null,
            WithdrawalMessage.json(joint, basis)));
  }

  private UUID put(
      Desk desk,
      String kind,
      UUID about,
      Object message,
      @Nullable UUID cause,
      @Nullable UUID subject) {
    return outbox.put(
        new Outbox.Outgoing(
            kind,
            1,
            about,
            desk.organisation(),
            desk.other(),
            cause,
            subject,
            DeskMessages.json(message)));
  }
}
