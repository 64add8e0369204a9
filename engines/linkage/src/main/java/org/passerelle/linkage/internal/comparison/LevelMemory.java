package org.passerelle.linkage.internal.comparison;

/** What pairs of values were found to be; forgets the older when it is full. */
final class LevelMemory {
  /** Places for a list of any length. */
  static final int MANY = 1 << 20;

  private final long[] keys;
  private final byte[] levels;

  /**
   * With room for some.
   *
   * @param places a power of two
   */
  LevelMemory(int places) {
    keys = new long[places];
    levels = new byte[places];
  }

  /** The level of a pair, or -1 if it is not remembered. */
  int get(int a, int b) {
    long key = key(a, b);
    int at = place(key);
    return keys[at] == key ? levels[at] : -1;
  }

  void put(int a, int b, int level) {
    long key = key(a, b);
    int at = place(key);
    keys[at] = key;
    levels[at] = (byte) level;
  }

  /** The second number is above the first, hence above 0: no key is 0. */
  private static long key(int a, int b) {
    return ((long) a << 32) | b;
  }

  private int place(long key) {
    return (int) (Texts.mix(key) & (keys.length - 1));
  }
}
