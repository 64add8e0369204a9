package org.passerelle.intersection.curve;

/** Bytes that do not encode a point of the curve, or encode the point at infinity. */
public final class BadPoint extends IllegalArgumentException {
  BadPoint(int number, String what) {
    super(
        """
        Point %d %s.
        Maybe the message was cut or made by another version."""
            .formatted(number, what));
  }
}
