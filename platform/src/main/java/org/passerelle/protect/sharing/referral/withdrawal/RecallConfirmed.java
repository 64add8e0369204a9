package org.passerelle.protect.sharing.referral.withdrawal;

import java.util.UUID;

/**
 * Another organisation confirms that nothing of what was recalled can be read there any more.
 * Published in the transaction of the delivery, whatever it is about.
 *
 * @param about the referral, question or joint screening
 * @param by the organisation that had received it
 * @param at the organisation that had sent it
 */
public record RecallConfirmed(UUID about, UUID by, UUID at) {}
