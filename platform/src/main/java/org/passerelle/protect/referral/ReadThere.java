package org.passerelle.protect.referral;

import java.util.UUID;

/**
 * Whoever got a referral in a letterbox opened what lies there. Published in the transaction in
 * which they do.
 *
 * @param first whether nobody had opened it before
 */
public record ReadThere(UUID referral, UUID sender, boolean first) {}
