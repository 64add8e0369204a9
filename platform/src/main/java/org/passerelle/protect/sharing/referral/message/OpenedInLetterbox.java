package org.passerelle.protect.sharing.referral.message;

import java.util.UUID;

/**
 * The recipient of a referral opened it in its letterbox. Published in the same transaction.
 *
 * @param first whether this is the first time it was opened
 */
public record OpenedInLetterbox(UUID referral, UUID sender, boolean first) {}
