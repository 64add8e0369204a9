package org.passerelle.protect.sharing.referral.dossier;

import java.util.Collection;
import java.util.UUID;
import org.passerelle.outbox.Received;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.protect.sharing.referral.received.ReceivedEnclosures;
import org.springframework.stereotype.Component;

/** Messages and enclosures that came with a dossier and after it; deleted together with it. */
@Component
public class DossierAttachments {
  private final ReferralMessages messages;
  private final ReceivedEnclosures files;

  DossierAttachments(ReferralMessages messages, ReceivedEnclosures files) {
    this.messages = messages;
    this.files = files;
  }

  /** Stores the explanation of the recall. */
  public void said(Received message, String why) {
    messages.arrived(message, why);
  }

  /** The sender recalled it; messages written here are kept. */
  public void takenBack(UUID referral, UUID recipient, UUID sender) {
    messages.forget(referral, recipient, sender);
    files.gone(referral, recipient);
  }

  /** After a restore: deletes files whose keys were destroyed; returns their number. */
  public int again(Collection<UUID> destroyed) {
    return files.again(destroyed);
  }

  /** Deletes everything that came with it. */
  public void gone(UUID referral, UUID recipient) {
    messages.forget(referral, recipient);
    files.gone(referral, recipient);
  }
}
