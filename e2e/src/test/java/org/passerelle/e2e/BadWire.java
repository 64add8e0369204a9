package org.passerelle.e2e;

/**
 * An unreliable connection between two nodes: five of ten requests do not arrive as they were sent.
 */
final class BadWire extends Wire {
  private static final int OF = 10;

  /** One of this number of other requests is delayed. */
  private static final int SLOW = 6;

  private volatile boolean straight;

  BadWire(int to, long seed) {
    super(to, seed);
  }

  /** From now on everything passes. */
  void straight() {
    straight = true;
  }

  @Override
  Fate fate(String line) {
    if (straight) {
      return Fate.STRAIGHT;
    }
    Fate drawn = draw(OF);
    return drawn == Fate.STRAIGHT && below(SLOW) == 0 ? Fate.SLOW : drawn;
  }
}
