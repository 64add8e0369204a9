package org.passerelle.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
   * Ends messages that wait: they do not leave, what they carry is gone, whoever listens for {@link
   * MessageEnded} is told, and the sender's log has a line for each. A delivery that is under way
   * finishes first, or finds the message ended.
   *
   * @param reason code, such as {@code withdrawn}
   * @return identifiers of the messages that will not leave
   */
  List<UUID> end(Which which, Ending how, String reason);

  /** What is held is tried at once: the review of this consent or legal basis is over. */
  void resume(UUID cause);

  /**
   * Keeps back until then what waits and was never tried.
   *
   * @return identifiers of the messages that are kept back
   */
  List<UUID> keep(Which which, Instant until);

  /** How many wait that rest on one of these consents or legal bases. */
  int waitingOn(Collection<UUID> causes);

  /** Whether a message of one of these types was ever put under an order key. */
  boolean wasPut(UUID orderKey, Collection<String> types);

  /** Which of the messages that wait. */
  sealed interface Which {
    /** Those that rest on a consent or a legal basis. */
    record OnCause(UUID cause) implements Which {}

    /** Those that tell of a person: of one of these cases or dossiers. */
    record About(Collection<UUID> subjects) implements Which {
      public About {
        subjects = List.copyOf(subjects);
      }
    }

    /** Those of a sender that tell of a person under one order key. */
    record OfOrder(UUID orderKey, UUID sender) implements Which {}

    /** Those of a sender and of one type under one order key. */
    record OfKind(UUID orderKey, UUID sender, String type) implements Which {}
  }

  /**
   * A message to be sent.
   *
   * @param type such as {@code referral.sent}
   * @param version of the payload's format
   * @param orderKey messages with the same key arrive in the order in which they were put
   * @param sender organisation
   * @param recipient organisation
   * @param cause the consent or legal basis it rests on, or null if it discloses nothing new
   * @param subject the case or dossier of the sender that the payload tells of, so that erasure
   *     finds it; null for a notice that carries identifiers only and must arrive
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
