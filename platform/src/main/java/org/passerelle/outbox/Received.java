package org.passerelle.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A received message.
 *
 * @param id identifier given by the sender
 * @param orderKey messages with the same key arrive in order
 * @param occurredAt when the sender queued it
 * @param payload JSON, decrypted
 */
public record Received(
    UUID id,
    String type,
    int version,
    UUID sender,
    UUID recipient,
    UUID orderKey,
    Instant occurredAt,
    String payload) {}
