package org.passerelle.intersection.curve;

/** Octets that are no point of the curve, or the point at infinity. */
public final class BadPoint extends IllegalArgumentException {
  BadPoint(int number, String what) {
    super(
        """
        Point %d %s.
        Maybe the message was cut or made by another version."""
            .formatted(number, what));
  }
}
