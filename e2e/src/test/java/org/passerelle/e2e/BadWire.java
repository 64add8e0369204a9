package org.passerelle.e2e;

/** A bad way between two nodes: of ten requests four do not pass as they are. */
final class BadWire extends Wire {
  private static final int OF = 10;
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
    return straight ? Fate.STRAIGHT : draw(OF);
  }
}
