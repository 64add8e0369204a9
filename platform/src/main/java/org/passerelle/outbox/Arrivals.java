package org.passerelle.outbox;

/** Processes messages from other nodes, in the transaction of the code that received them. */
public interface Arrivals {

  /** Whether a message was received before; changes nothing. */
  Entered before(Received message);

  /**
   * Records a message as received and passes it to the module that handles its type.
   *
   * @return whether it is new, was received before, or was received before with a different content
   * @throws RejectedMessage if the module rejects it
   */
  Entered take(Received message);

  /** Whether no later message depends on one of this type ({@link Receiver#alone}). */
  boolean standsAlone(String type);

  /** The result of processing a message. */
  enum Entered {
    NEW,
    BEFORE,
    CHANGED
  }
}
