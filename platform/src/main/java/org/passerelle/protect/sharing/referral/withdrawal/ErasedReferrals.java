package org.passerelle.protect.sharing.referral.withdrawal;

import java.util.UUID;

/**
 * Referrals that went with the erasure of a person, of which a recipient was told to erase its own.
 * Answered by whoever erases.
 */
public interface ErasedReferrals {
  /** Whether an organisation erased what it had given to a recipient by a referral. */
  boolean gave(UUID referral, UUID organisation, UUID recipient);

  /** The recipient has answered; whether it had not before. */
  boolean acknowledged(UUID referral, UUID recipient);
}
