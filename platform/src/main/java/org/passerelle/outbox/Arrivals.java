package org.passerelle.outbox;

/** Where messages of other nodes take effect, in the transaction of whoever took them in. */
public interface Arrivals {

  /** Whether a message came before; nothing takes effect. */
  Entered before(Received message);

  /**
   * Enters a message among those received and gives it to the room that takes its kind.
   *
   * @return whether it is new, came before, or came before with other words
   * @throws NotTaken if the room does not take it as it is
   */
  Entered take(Received message);

  /** What became of it. */
  enum Entered {
    NEW,
    BEFORE,
    CHANGED
  }
}
