package org.passerelle.protect.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is asked of a country with a case that is handed over; the room of hand-overs knows it. */
public interface HandOverFrames {

  /** What goes with the dossier of a draft; nothing where it asks for a service. */
  Optional<Dossier.HandOver> of(UUID referral, UUID organisation);

  /**
   * Another day of the answer of a draft; by when it is in hand moves there, too, where it has
   * passed. Nothing happens where a service is asked for.
   */
  void renew(UUID referral, UUID organisation, Instant answerBy, Instant now);
}
