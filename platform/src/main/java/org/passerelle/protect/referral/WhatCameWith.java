package org.passerelle.protect.referral;

import java.util.Collection;
import java.util.UUID;
import org.passerelle.outbox.Received;
import org.springframework.stereotype.Component;

/** What came with a dossier and after it, sentences and files: it goes when that does. */
@Component
class WhatCameWith {
  private final ReferralMessages messages;
  private final FilesOfDossiers files;

  WhatCameWith(ReferralMessages messages, FilesOfDossiers files) {
    this.messages = messages;
    this.files = files;
  }

  /** Why it is taken back, in words. */
  void said(Received message, String why) {
    messages.arrived(message, why);
  }

  /** Its sender took it back; what was written here stays. */
  void takenBack(UUID referral, UUID recipient, UUID sender) {
    messages.forget(referral, recipient, sender);
    files.gone(referral, recipient);
  }

  /** After a restore: files whose keys were destroyed are gone again; returns how many. */
  int again(Collection<UUID> destroyed) {
    return files.again(destroyed);
  }

  /** Nothing of it stays. */
  void gone(UUID referral, UUID recipient) {
    messages.forget(referral, recipient);
    files.gone(referral, recipient);
  }
}
