package org.passerelle.intersection;

/** An invalid message of the other side, which is rejected completely. */
public final class BadExchange extends RuntimeException {
  BadExchange(String message) {
    super(message);
  }
}
