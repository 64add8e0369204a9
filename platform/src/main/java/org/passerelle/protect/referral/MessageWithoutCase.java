package org.passerelle.protect.referral;

import java.util.UUID;

/**
 * The other side wrote about a referral of which its recipient has made no case, so that no journal
 * has a line for it.
 *
 * @param organisation to whom it was written
 * @param kind as the journal would call it
 */
public record MessageWithoutCase(UUID organisation, UUID referral, String kind) {}
