package org.passerelle.protect.sharing.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was recorded of a hand-over that a referral began, as one side has it. Answered by whoever
 * keeps the steps.
 */
public interface StepsOfReferral {
  /** Locks a side's copy until the transaction ends; recording a step waits. */
  void hold(UUID referral, UUID organisation);

  /** Whether somebody has recorded a step at a moment or since. */
  boolean recordedSince(UUID referral, UUID organisation, UUID author, Instant moment);

  /** Whether anybody has recorded a step after a moment. */
  boolean recordedAfter(UUID referral, UUID organisation, Instant moment);

  /** Whether it is closed. */
  boolean closed(UUID referral, UUID organisation);

  /** When somebody recorded the last step. */
  Optional<Instant> last(UUID referral, UUID organisation, UUID author);
}
