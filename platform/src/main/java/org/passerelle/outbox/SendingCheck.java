package org.passerelle.outbox;

import java.util.Optional;
import java.util.UUID;

/** Asked at the moment of sending whether the cause of a message still holds. */
public interface SendingCheck {
  /**
   * Whether a message may leave.
   *
   * @param cause consent or legal basis that the message rests on
   * @return nothing if it may, else the code of the reason why it must not
   */
  Optional<String> objection(UUID cause, UUID message);

  /**
   * Whether what stands in the way is still being looked into, so that the message is held and not
   * ended.
   */
  default boolean underReview(UUID cause, UUID message) {
    return false;
  }
}
