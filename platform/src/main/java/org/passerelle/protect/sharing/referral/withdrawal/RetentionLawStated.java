package org.passerelle.protect.sharing.referral.withdrawal;

import java.util.UUID;

/**
 * Another organisation states that a law forbids it to erase its own file, opened from data that
 * was recalled. Published in the transaction of the delivery, whatever it is about.
 *
 * @param about the referral
 * @param by the organisation that had received it
 * @param at the organisation that had sent it
 */
public record RetentionLawStated(UUID about, UUID by, UUID at, WithdrawalAnswers.Draft law) {}
