package org.passerelle.outbox;

import java.util.UUID;

/**
 * A message ended. Published in the transaction that ended it, so that what a room keeps about the
 * message changes with it.
 *
 * @param reason code; the ending's own where there is no other
 */
public record MessageEnded(UUID message, Ending how, String reason) {}
