package org.passerelle.e2e;

/** A bad way between two nodes: of ten requests five do not pass as they are. */
final class BadWire extends Wire {
  private static final int OF = 10;

  /** Of so many others one is delayed. */
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
