package org.passerelle.outbox;

import java.util.Optional;
import java.util.UUID;

/** Checks at the moment of sending whether the legal basis of a message still holds. */
public interface SendingCheck {
  /**
   * Whether a message may be sent.
   *
   * @param cause consent or legal basis of the message
   * @return empty if it may, otherwise the code of the reason why it must not
   */
  Optional<String> objection(UUID cause, UUID message);

  /** Whether the objection is still under review, so that the message is held and not ended. */
  default boolean underReview(UUID cause, UUID message) {
    return false;
  }
}
