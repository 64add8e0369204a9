package org.passerelle.protect.referral;

import java.util.UUID;

/**
 * Another organisation takes back what it gave, since a consent was withdrawn or a person erased.
 * Published in the transaction of the delivery, whatever it is about.
 *
 * @param about the referral or question
 * @param by who had given it
 * @param at who had received it
 */
public record TakenBack(UUID about, UUID by, UUID at) {}
