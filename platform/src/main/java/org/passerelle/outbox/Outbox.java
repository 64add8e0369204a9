package org.passerelle.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a room puts what must leave. The row is written in the caller's transaction: if that fails,
 * nothing leaves; if it commits, the message leaves, maybe later, and takes effect once.
 */
public interface Outbox {

  /**
   * Puts a message.
   *
   * @param message what is to arrive
   * @return identifier of the message, which the recipient keeps
   */
  UUID put(Outgoing message);

  /**
   * Stops all messages that wait and rest on a cause (a consent, a legal basis).
   *
   * @return identifiers of the messages that will not leave
   */
  java.util.List<UUID> stop(UUID cause, String reason);

  /**
   * A message to be sent.
   *
   * @param type such as {@code referral.sent}
   * @param version of the payload's format
   * @param orderKey messages with the same key arrive in the order in which they were put
   * @param sender organisation
   * @param recipient organisation
   * @param cause the consent or legal basis it rests on, or null if it discloses nothing new
   * @param payload JSON
   */
  record Outgoing(
      String type,
      int version,
      UUID orderKey,
      UUID sender,
      UUID recipient,
      @Nullable UUID cause,
      String payload) {}
}
