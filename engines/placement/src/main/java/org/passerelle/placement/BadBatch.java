package org.passerelle.placement;

/** The input is contradictory; the message says where. */
public final class BadBatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public BadBatch(String message) {
    super(message);
  }
}
