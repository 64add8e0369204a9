package org.passerelle.e2e;

import java.util.Arrays;

/**
 * Decompresses <a
 * href="https://github.com/google/snappy/blob/main/format_description.txt">Snappy</a>, in which
 * Chromium's databases store blocks and long values. Stops at trailing or invalid data.
 */
final class Snappy {
  private final byte[] from;
  private byte[] to = new byte[1024];
  private int size;
  private int at;

  private Snappy(byte[] from, int at) {
    this.from = from;
    this.at = at;
  }

  /** Decompresses from a position, as far as possible. */
  static byte[] open(byte[] from, int at) {
    Snappy snappy = new Snappy(from, at);
    try {
      snappy.all();
    } catch (ArrayIndexOutOfBoundsException ended) {
      // truncated, or not Snappy
    }
    return Arrays.copyOf(snappy.to, snappy.size);
  }

  private void all() {
    long whole = length();
    while (size < whole && at < from.length) {
      int tag = next();
      switch (tag & 3) {
        case 0 -> literal(tag >> 2);
        case 1 -> copy(((tag >> 2) & 7) + 4, ((tag >> 5) << 8) | next());
        case 2 -> copy((tag >> 2) + 1, number(2));
        default -> copy((tag >> 2) + 1, number(4));
      }
    }
  }

  private long length() {
    long whole = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int part = next();
      whole |= (long) (part & 127) << shift;
      if (part < 128) {
        return whole;
      }
    }
    throw new ArrayIndexOutOfBoundsException(at);
  }

  private void literal(int said) {
    int length = (said < 60 ? said : number(said - 59)) + 1;
    if (length < 0 || length > from.length - at) {
      throw new ArrayIndexOutOfBoundsException(length);
    }
    room(length);
    System.arraycopy(from, at, to, size, length);
    size += length;
    at += length;
  }

  private void copy(int length, int back) {
    if (back <= 0 || back > size) {
      throw new ArrayIndexOutOfBoundsException(back);
    }
    room(length);
    // a copy may overlap with itself
    for (int i = 0; i < length; i++) {
      to[size] = to[size - back];
      size++;
    }
  }

  private void room(int more) {
    if (size + more > to.length) {
      to = Arrays.copyOf(to, Math.max(to.length * 2, size + more));
    }
  }

  private int number(int bytes) {
    int number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= next() << (8 * i);
    }
    return number;
  }

  private int next() {
    return from[at++] & 255;
  }
}
