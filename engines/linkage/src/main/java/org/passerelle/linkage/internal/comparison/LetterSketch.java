package org.passerelle.linkage.internal.comparison;

import java.util.List;

/**
 * What tells of a text at one glance, without reading it, that it is far from another: which
 * letters it has, in the lower 48 bits, and its length above them. Values of a million records lie
 * far apart in memory; glances of them lie side by side.
 */
final class LetterSketch {
  private static final int LETTERS = 48;
  private static final long MASK = (1L << LETTERS) - 1;
  private static final int LONGEST = (1 << 16) - 1;

  private LetterSketch() {}

  /** Of one text; letters and digits of plain texts have a bit each, others may share one. */
  static long of(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int bit = c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26 + c - '0' : 36 + c % 12;
      letters |= 1L << bit;
    }
    return (long) Math.min(LONGEST, text.length()) << LETTERS | letters;
  }

  /** Of some texts, in their order. */
  static long[] of(List<String> texts) {
    long[] all = new long[texts.size()];
    for (int t = 0; t < all.length; t++) {
      all[t] = of(texts.get(t));
    }
    return all;
  }

  /** How long a text is. */
  static int length(long glance) {
    return (int) (glance >>> LETTERS);
  }

  /** The steps of {@link Texts#distance} are at least so many. */
  static int apart(long a, long b) {
    return Math.max(
        Math.max(Long.bitCount(a & ~b & MASK), Long.bitCount(b & ~a & MASK)),
        Math.abs(length(a) - length(b)));
  }

  /** Whether one of them may be the beginning of the other. */
  static boolean mayBegin(long a, long b) {
    return length(a) <= length(b) ? (a & ~b & MASK) == 0 : (b & ~a & MASK) == 0;
  }
}
