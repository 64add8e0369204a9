package org.passerelle.linkage.encoding;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Mac;

/** The keyed pseudo-random bits of n-grams, worked out once for each. For one thread. */
final class Expansions {
  private final Mac mac;
  private final int words;
  private long[] keys = new long[1 << 12];
  private int[] places = new int[1 << 12];
  private long[] bits = new long[1 << 16];
  private int size;

  /**
   * Bits under a key.
   *
   * @param words 64-bit words of an expansion, a multiple of 4
   */
  Expansions(EncodingKey key, int words) {
    this.mac = key.mac();
    this.words = words;
  }

  /** Where in {@link #bits} the bits of an n-gram begin. */
  int at(long gram) {
    int mask = keys.length - 1;
    int slot = slot(gram, mask);
    while (keys[slot] != 0 && keys[slot] != gram) {
      slot = (slot + 1) & mask;
    }
    if (keys[slot] == 0) {
      if (size * 2 >= keys.length) {
        grow();
        return at(gram);
      }
      keys[slot] = gram;
      places[slot] = expand(gram);
    }
    return places[slot];
  }

  long[] bits() {
    return bits;
  }

  private static int slot(long gram, int mask) {
    long h = gram * 0x9E3779B97F4A7C15L;
    return (int) (h ^ (h >>> 32)) & mask;
  }

  private int expand(long gram) {
    int at = size * words;
    if (at + words > bits.length) {
      bits = Arrays.copyOf(bits, bits.length * 2);
    }
    for (int block = 0; block < words / 4; block++) {
      byte[] random = mac.doFinal(ByteBuffer.allocate(12).putLong(gram).putInt(block).array());
      ByteBuffer buffer = ByteBuffer.wrap(random);
      for (int w = 0; w < 4; w++) {
        bits[at + block * 4 + w] = buffer.getLong();
      }
    }
    size++;
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldPlaces = places;
    keys = new long[oldKeys.length * 2];
    places = new int[keys.length];
    for (int s = 0; s < oldKeys.length; s++) {
      if (oldKeys[s] != 0) {
        int slot = slot(oldKeys[s], keys.length - 1);
        while (keys[slot] != 0) {
          slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = oldKeys[s];
        places[slot] = oldPlaces[s];
      }
    }
  }
}
