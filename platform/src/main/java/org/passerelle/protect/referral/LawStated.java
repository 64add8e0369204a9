package org.passerelle.protect.referral;

import java.util.UUID;

/**
 * Another organisation says that a law forbids it to erase a file of its own that was opened from
 * what was taken back. Published in the transaction of the delivery, whatever it is about.
 *
 * @param about the referral
 * @param by who had received it
 * @param at who had given it
 */
public record LawStated(UUID about, UUID by, UUID at, WithdrawalAnswers.Draft law) {}
