package org.passerelle.protect.sharing.referral;

import java.util.UUID;

/**
 * A received referral without a case was deleted, since its sender erased the person. Published in
 * the transaction that deletes it.
 *
 * @param waited whether nobody had answered it, even if it had been taken back before
 * @param handOver whether it was a hand-over to another country
 */
public record ReferralGone(
    UUID referral, UUID organisation, UUID sender, boolean waited, boolean handOver) {}
