package org.passerelle.undo;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;

/** An act of a room that its author may take back for a moment. */
public interface Undoable {
  /** The act as the log names it, such as {@code referral.declined}. */
  String act();

  /** What it is done to, as the log names it, such as {@code referral}. */
  String about();

  /** What of it would leave; it waits until the moment is over. */
  default Optional<Outbox.Which> leaving(UUID subject, SignedIn who) {
    return Optional.empty();
  }

  /**
   * Puts back what was before; what would have left has been ended already, and the log has its
   * line.
   *
   * @param before what {@link Undo} was given with its offer
   * @return where to go next
   * @throws org.passerelle.pages.Refused if somebody has changed it in between
   */
  String putBack(UUID subject, Before before, SignedIn who);
}
