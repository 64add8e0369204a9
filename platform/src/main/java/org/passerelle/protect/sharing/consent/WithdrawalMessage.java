package org.passerelle.protect.sharing.consent;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Message that a consent was withdrawn. Contains only identifiers, since it must arrive even after
 * the person was erased.
 *
 * @param referral referral, question or joint screening that rested on it
 * @param consent the consent or legal basis
 */
public record WithdrawalMessage(UUID referral, UUID consent) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Serialises the message. */
  public static String json(UUID referral, UUID consent) {
    return JSON.writeValueAsString(new WithdrawalMessage(referral, consent));
  }
}
