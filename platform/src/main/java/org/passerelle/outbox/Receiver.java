package org.passerelle.outbox;

import java.util.Set;

/**
 * What a room does with messages of its types. Runs in the transaction that marks the message as
 * received.
 */
public interface Receiver {
  /** Types that it takes. */
  Set<String> types();

  /** Takes a message; an exception leaves it in the outbox for another attempt. */
  void receive(Received message);
}
