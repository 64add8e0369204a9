package org.passerelle.placement;

/** What was asked contradicts itself; the message says where. */
public final class BadBatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public BadBatch(String message) {
    super(message);
  }
}
