package org.passerelle.linkage.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/**
 * Numbers below keys, in order: a key of 36 bits above a number of 27. Read where they are asked
 * for, by halving. Not for several threads.
 */
final class Entries {
  /** Bits of the number of a record. */
  static final int BITS = 27;

  private static final long MASK = (1L << BITS) - 1;
  private static final int KEY_BITS = 28;
  private final CheckedFile file;

  Entries(CheckedFile file) {
    this.file = file;
  }

  /** The key of a hash of some kind. */
  static long key(int kind, long hash) {
    return ((long) kind << KEY_BITS) | (hash >>> (Long.SIZE - KEY_BITS));
  }

  /** A key of as many bits as there are, of something of one kind only. */
  static long key(long hash) {
    return hash >>> (Long.SIZE - KEY_BITS - Byte.SIZE);
  }

  static long entry(long key, int number) {
    return (key << BITS) | number;
  }

  static int kind(long entry) {
    return (int) (entry >>> (KEY_BITS + BITS));
  }

  static long keyOf(long entry) {
    return entry >>> BITS;
  }

  static int number(long entry) {
    return (int) (entry & MASK);
  }

  /** Writes numbers that stand in order. */
  static void write(long[] ascending, StoreFile into) throws IOException {
    byte[] eight = new byte[Long.BYTES];
    ByteBuffer number = ByteBuffer.wrap(eight);
    for (long entry : ascending) {
      into.write(number.putLong(0, entry).array(), 0, Long.BYTES);
    }
  }

  long size() {
    return file.size() / Long.BYTES;
  }

  long get(long place) {
    try {
      return file.number(place * Long.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many numbers a key has. */
  long count(long key) {
    return first(key + 1) - first(key);
  }

  /** The numbers of a key, ascending. */
  void each(long key, IntConsumer into) {
    for (long at = first(key); at < size(); at++) {
      long entry = get(at);
      if (keyOf(entry) != key) {
        return;
      }
      into.accept(number(entry));
    }
  }

  /** The place of the first entry of a key or of one behind it. */
  private long first(long key) {
    long sought = key << BITS;
    long from = 0;
    long to = size();
    while (from < to) {
      long middle = (from + to) >>> 1;
      if (get(middle) < sought) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
