package org.passerelle.linkage.internal.comparison;

import java.util.Arrays;

/**
 * Distances of texts of more than 64 letters. Letters are counted up to a length; beyond, words
 * are, so that no pair costs more than some microseconds.
 */
public final class LongTexts {
  /** Letters up to which each counts. */
  public static final int MOST_LETTERS = 512;

  private static final int ASCII = 128;
  private static final int WORD = 64;

  private LongTexts() {}

  /**
   * The same as of short texts, 64 cells of a column at once (Hyyrö 2003). {@code O(letters ·
   * letters / 64)}; ends when more than {@code most} cannot be avoided.
   *
   * @param pattern the shorter text
   */
  public static int distance(String pattern, String text, int most) {
    int blocks = (pattern.length() + WORD - 1) / WORD;
    long[] places = places(pattern, blocks);
    long[] vp = new long[blocks];
    Arrays.fill(vp, -1);
    long[] vn = new long[blocks];
    long[] d0 = new long[blocks];
    long[] before = new long[blocks];
    long last = 1L << (pattern.length() - 1) % WORD;
    int distance = pattern.length();
    for (int j = 0; j < text.length(); j++) {
      char letter = text.charAt(j);
      long carriedUp = 1;
      long carriedDown = 0;
      long carriedSwap = 0;
      for (int b = 0; b < blocks; b++) {
        long mask = letter < ASCII ? places[letter * blocks + b] : places(pattern, letter, b);
        long open = ~d0[b] & mask;
        long swap = ((open << 1) | carriedSwap) & before[b];
        carriedSwap = open >>> (WORD - 1);
        long x = mask | carriedDown;
        long diagonal = (((x & vp[b]) + vp[b]) ^ vp[b]) | x | vn[b] | swap;
        long up = vn[b] | ~(diagonal | vp[b]);
        long down = diagonal & vp[b];
        if (b == blocks - 1) {
          distance += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
        }
        long nextUp = up >>> (WORD - 1);
        long nextDown = down >>> (WORD - 1);
        up = (up << 1) | carriedUp;
        down = (down << 1) | carriedDown;
        carriedUp = nextUp;
        carriedDown = nextDown;
        vp[b] = down | ~(diagonal | up);
        vn[b] = up & diagonal;
        d0[b] = diagonal;
        before[b] = mask;
      }
      // each letter that is left brings the distance down by one at most
      if (distance - (text.length() - 1 - j) > most) {
        return most + 1;
      }
    }
    return distance;
  }

  /** Where each letter of ASCII stands, one bit each. */
  private static long[] places(String text, int blocks) {
    long[] places = new long[ASCII * blocks];
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ASCII) {
        places[text.charAt(i) * blocks + i / WORD] |= 1L << i % WORD;
      }
    }
    return places;
  }

  private static long places(String text, char letter, int block) {
    long places = 0;
    int end = Math.min(text.length(), (block + 1) * WORD);
    for (int i = block * WORD; i < end; i++) {
      places |= text.charAt(i) == letter ? 1L << i % WORD : 0;
    }
    return places;
  }

  /**
   * From 0 to 1 how alike two texts are by the words that both have, each counted by its letters.
   *
   * @param a words in alphabetical order
   * @param b the same
   */
  public static double byWords(String a, String b) {
    String[] x = a.split(" ", -1);
    String[] y = b.split(" ", -1);
    int shared = -1;
    int i = 0;
    int j = 0;
    while (i < x.length && j < y.length) {
      int order = x[i].compareTo(y[j]);
      if (order == 0) {
        shared += x[i].length() + 1;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return Math.max(0, shared) / (double) Math.max(1, Math.max(a.length(), b.length()));
  }
}
