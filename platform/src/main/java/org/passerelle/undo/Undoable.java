package org.passerelle.undo;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;

/** A module's action that its author may undo for a moment. */
public interface Undoable {
  /** The action as named in the audit log, such as {@code referral.declined}. */
  String act();

  /** Its subject as named in the audit log, such as {@code referral}. */
  String about();

  /** Its outgoing messages, which are held until the offer expires. */
  default Optional<Outbox.Which> leaving(UUID subject, SignedIn who) {
    return Optional.empty();
  }

  /**
   * Restores the previous state; held messages have been ended already, and the audit log entry has
   * been written.
   *
   * @param before previous state given to {@link Undo}
   * @return where to redirect
   * @throws org.passerelle.refusal.Refused if somebody has changed it meanwhile
   */
  String putBack(UUID subject, Before before, SignedIn who);
}
