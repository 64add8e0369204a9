package org.passerelle.intersection;

/** A message of the other side that does not fit: it is refused whole. */
public final class BadExchange extends RuntimeException {
  BadExchange(String message) {
    super(message);
  }
}
