package org.passerelle.linkage.names.internal;

/**
 * Letters by which a way of writing is recognised.
 *
 * @param weight in nats
 * @param letters what {@link #letterBits} says of the text
 */
record Sign(String text, String where, double weight, long letters) {
  /** Most signs are ruled out by a letter that the word does not have. */
  boolean found(String lower, long lettersOfWord) {
    return (letters & ~lettersOfWord) == 0 && found(lower);
  }

  private boolean found(String lower) {
    return switch (where) {
      case "start" -> lower.startsWith(text);
      case "end" -> lower.endsWith(text);
      case "whole" -> lower.equals(text);
      default -> lower.contains(text);
    };
  }

  /** Which letters a text has, a few of them sharing a bit. */
  static long letterBits(String text) {
    long bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= 1L << (text.charAt(i) & 63);
    }
    return bits;
  }
}
