package org.passerelle.outbox;

import java.util.Set;

/** Handles a module's message types. Runs in the transaction that marks the message as received. */
public interface Receiver {
  /** The message types it handles. */
  Set<String> types();

  /**
   * Of these types, those on which no later message depends: one whose content the recipient
   * refuses is ended, its sender is told, and the messages behind it go on.
   */
  default Set<String> alone() {
    return Set.of();
  }

  /** Handles a message; after an exception the message stays in the outbox for another attempt. */
  void receive(Received message);
}
