package org.passerelle.outbox;

import java.util.Set;

/** Handles a module's message types. Runs in the transaction that marks the message as received. */
public interface Receiver {
  /** The message types it handles. */
  Set<String> types();

  /** Handles a message; after an exception the message stays in the outbox for another attempt. */
  void receive(Received message);
}
