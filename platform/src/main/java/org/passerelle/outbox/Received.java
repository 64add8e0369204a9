package org.passerelle.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditLog;

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
    String payload) {

  /** Logs for the recipient that it came and of which kind it is, not what it says. */
  public void log(AuditLog audit) {
    audit.writeByHouse(recipient, "message.received", "message", id, Map.of("type", type));
  }
}
