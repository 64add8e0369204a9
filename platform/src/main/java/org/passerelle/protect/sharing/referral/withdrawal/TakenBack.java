package org.passerelle.protect.sharing.referral.withdrawal;

import java.util.UUID;

/**
 * Another organisation recalls what it gave because a consent was withdrawn or a person erased.
 * Published in the transaction of the delivery, whatever it is about.
 *
 * @param about the referral or question
 * @param by the organisation that had sent it
 * @param at the organisation that had received it
 */
public record TakenBack(UUID about, UUID by, UUID at) {}
