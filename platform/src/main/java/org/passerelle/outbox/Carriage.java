package org.passerelle.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages for organisations on other nodes, for the courier that transports them. No lock is held
 * while a message is under way: the courier claims it for a limited time and reports the outcome.
 * If the process is killed, the claim expires and the message is sent again; the other node
 * recognises it by its identifier.
 */
public interface Carriage {

  /** Nodes for which a message is due. */
  List<UUID> nodesWithMail();

  /**
   * Claims the next due message for a node: the oldest of each order key, unless deliveries to its
   * recipient are held. Its legal basis is checked once more, and from now on it counts as sent: a
   * later withdrawal is announced to any recipient that may have it.
   *
   * @return empty if no message is due
   */
  Optional<Leaving> take(UUID node);

  /**
   * The message was delivered; called in the transaction that stores the receipt. Does nothing if
   * the message has ended since.
   */
  void arrived(UUID message);

  /** The delivery failed and is retried later, with a longer delay after each failure. */
  void failed(UUID message, String problem);

  /**
   * The message cannot be delivered as it is. It and all later messages of the same order key wait
   * until an administrator acts.
   */
  void stuck(UUID message, String problem);

  /** The claim is returned: nothing was sent, because the node could not be reached at all. */
  void putBack(Leaving message);

  /** An administrator requests an immediate retry of a message that is stuck or has waited long. */
  boolean tryAgain(UUID message);

  /**
   * An administrator gives up a message that is stuck, so that the messages behind it continue.
   * Listeners of {@link MessageEnded} inform its sender.
   *
   * @return how it ended, or empty if it is not stuck
   */
  Optional<Ending> giveUp(UUID message);

  /**
   * The node is reachable again: messages that failed in transit are retried at once, except those
   * for which it asked to wait.
   */
  void heard(UUID node);

  /** How many messages wait for a node, and how many of them are stuck. */
  Waiting waiting(UUID node);

  /** Counts for one node. */
  record Waiting(int all, int stuck) {}

  /**
   * A message under way.
   *
   * @param first whether this is the first attempt, so that nothing of it can have arrived
   * @param sequence grows with each message of the same order key from the same sender
   * @param payload JSON, decrypted
   */
  record Leaving(
      UUID id,
      String type,
      int version,
      UUID sender,
      UUID recipient,
      UUID orderKey,
      long sequence,
      Instant occurredAt,
      String payload,
      boolean first) {}
}
