package org.passerelle.outbox;

import java.util.UUID;

/**
 * A message ended. Published in the same transaction, so that the sending module updates its own
 * record with it.
 *
 * @param reason code; the ending's own where there is no other
 */
public record MessageEnded(UUID message, Ending how, String reason) {}
