package org.passerelle.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The transactional outbox: a module stores each outgoing message here. The row is written in the
 * caller's transaction: if that rolls back, nothing is sent; if it commits, the message is sent,
 * maybe later, and takes effect once.
 */
public interface Outbox {

  /**
   * Queues a message.
   *
   * @param message the message to send
   * @return identifier of the message, which the recipient keeps
   */
  UUID put(Outgoing message);

  /**
   * Ends waiting messages: they are not sent, their payload is deleted, listeners of {@link
   * MessageEnded} are informed, and the sender's audit log gets an entry for each. A delivery under
   * way either finishes first or finds the message ended.
   *
   * @param reason code, such as {@code withdrawn}
   * @return identifiers of the messages that will not be sent
   */
  List<UUID> end(Which which, Ending how, String reason);

  /** Retries held messages at once: the review of this consent or legal basis has ended. */
  void resume(UUID cause);

  /**
   * Delays waiting messages that were never tried.
   *
   * @return identifiers of the delayed messages
   */
  List<UUID> keep(Which which, Instant until);

  /** How many wait that rest on one of these consents or legal bases. */
  int waitingOn(Collection<UUID> causes);

  /** When a message of one of these types was last put, for each order key that ever had one. */
  Map<UUID, Instant> lastPut(Collection<String> types, Collection<UUID> orderKeys);

  /** Those of some order keys under which a message of one of these types was ever put. */
  default Set<UUID> keysOf(Collection<String> types, Collection<UUID> orderKeys) {
    return lastPut(types, orderKeys).keySet();
  }

  /** Whether a message of one of these types was ever put under an order key. */
  default boolean wasPut(UUID orderKey, Collection<String> types) {
    return !keysOf(types, List.of(orderKey)).isEmpty();
  }

  /** Which of the messages that wait. */
  sealed interface Which {
    /** Messages based on this consent or legal basis. */
    record OnCause(UUID cause) implements Which {}

    /** Messages about a person: about one of these cases or dossiers. */
    record About(Collection<UUID> subjects) implements Which {
      public About {
        subjects = List.copyOf(subjects);
      }
    }

    /** Messages from a sender about persons, with this order key. */
    record OfOrder(UUID orderKey, UUID sender) implements Which {}

    /** Messages from a sender, with this order key and type. */
    record OfKind(UUID orderKey, UUID sender, String type) implements Which {}
  }

  /**
   * A message to be sent.
   *
   * @param type such as {@code referral.sent}
   * @param version version of the payload's format
   * @param orderKey messages with the same key arrive in the order in which they were queued
   * @param sender organisation
   * @param recipient organisation
   * @param cause the consent or legal basis, or null if the message discloses nothing new
   * @param subject the sender's case or dossier that the payload is about, so that erasure finds
   *     it; null for a notice that carries identifiers only and must arrive
   * @param payload JSON
   */
  record Outgoing(
      String type,
      int version,
      UUID orderKey,
      UUID sender,
      UUID recipient,
      @Nullable UUID cause,
      @Nullable UUID subject,
      String payload) {}
}
