package org.passerelle.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages for organisations on other nodes, for whoever carries them there. Nothing is locked
 * while a message is under way: it is taken for a while, and whoever took it says how it went. A
 * killed process leaves it to be taken again, and the other side knows it by its identifier.
 */
public interface Carriage {

  /** Nodes for which something is due. */
  List<UUID> nodesWithMail();

  /**
   * Takes the next message for a node that is due: of each thing the oldest, unless its recipient's
   * deliveries are held. Its basis is asked once more, and from now on it counts as left: what is
   * withdrawn later is told to whoever may have it.
   *
   * @return nothing if nothing is due
   */
  Optional<Leaving> take(UUID node);

  /** It arrived; in the transaction of whoever keeps the receipt. Nothing if it has ended since. */
  void arrived(UUID message);

  /** It did not arrive now and is tried again later, longer after each failure. */
  void failed(UUID message, String problem);

  /**
   * It will not arrive as it is. It is shown to the administrator and waits for them, and so does
   * whatever comes after it about the same thing.
   */
  void stuck(UUID message, String problem);

  /** It was taken and nothing of it left, since the node could not be reached at all. */
  void putBack(Leaving message);

  /** An administrator lets what is stuck, or waits long, be tried at once. */
  boolean tryAgain(UUID message);

  /**
   * An administrator gives up what is stuck, so that what comes after it goes on. Whoever listens
   * for {@link MessageEnded} tells its sender.
   *
   * @return how it ended, or nothing if it is not stuck
   */
  Optional<Ending> giveUp(UUID message);

  /**
   * The node was heard of: what was lost on the way to it is tried again at once. Nothing that it
   * asked to be spared for a while.
   */
  void heard(UUID node);

  /** How much waits for a node, and how much of it is stuck. */
  Waiting waiting(UUID node);

  /** Counts of one node. */
  record Waiting(int all, int stuck) {}

  /**
   * A message on its way.
   *
   * @param first whether nothing of it can have arrived before
   * @param sequence grows with each message about the same thing from the same sender
   * @param payload JSON, opened
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
