package org.passerelle.protect.sharing.referral.message;

import java.util.UUID;

/**
 * The other side wrote about a referral, corrected it or took it back, and its recipient has made
 * no case of it, so that no journal has a line for this.
 *
 * @param organisation the recipient
 * @param kind as the journal would call it
 */
public record MessageWithoutCase(UUID organisation, UUID referral, String kind) {}
