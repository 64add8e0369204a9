package org.passerelle.protect.sharing.referral.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a hand-over asks of the other country; implemented by the hand-over package. */
public interface HandOverRequestSource {

  /** The request that accompanies the dossier of a draft; empty if it asks for a service. */
  Optional<Dossier.HandOver> of(UUID referral, UUID organisation);

  /**
   * Sets a new answer deadline of a draft, and a new acknowledgement deadline if that has passed.
   * Does nothing if the draft asks for a service.
   */
  void renew(UUID referral, UUID organisation, Instant answerBy, Instant now);
}
