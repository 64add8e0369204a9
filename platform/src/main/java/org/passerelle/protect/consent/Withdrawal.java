package org.passerelle.protect.consent;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The message that a consent was withdrawn. Identifiers only: it must arrive even after the person
 * was erased.
 *
 * @param referral the referral, question or joint screening that rested on it
 * @param consent the consent or legal basis
 */
public record Withdrawal(UUID referral, UUID consent) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** As it travels. */
  public static String json(UUID referral, UUID consent) {
    return JSON.writeValueAsString(new Withdrawal(referral, consent));
  }
}
