package org.passerelle.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that arrived.
 *
 * @param id given by the sender
 * @param orderKey what the message is about; messages about it arrive in order
 * @param occurredAt when the sender put it
 * @param payload JSON, opened
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
