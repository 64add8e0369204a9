package org.passerelle.protect.sharing.referral.received;

import java.util.UUID;

/**
 * A received referral was accepted into a case, newly opened or existing; published in the same
 * transaction.
 */
public record ReferralTakenIn(UUID referral, UUID organisation, UUID caseId) {}
