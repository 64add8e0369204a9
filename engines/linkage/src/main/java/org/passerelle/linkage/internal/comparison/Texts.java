package org.passerelle.linkage.internal.comparison;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Plain texts and their distances. */
public final class Texts {
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  private Texts() {}

  /** Lower-case Latin letters, digits and single blanks; other scripts by ICU's letters. */
  public static String plain(String text) {
    String lower = text.replace('İ', 'i').toLowerCase(Locale.ROOT);
    boolean ascii = true;
    for (int i = 0; i < lower.length() && ascii; i++) {
      ascii = lower.charAt(i) < 128;
    }
    if (!ascii) {
      lower = LATIN.transliterate(Normalizer.normalize(lower, Normalizer.Form.NFKC));
    }
    StringBuilder out = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out.append(c);
      } else if (c != '\'' && out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }

  /**
   * Insertions, omissions, other letters and swaps of neighbours that part two texts (optimal
   * string alignment), or {@code most + 1} if there are more than {@code most}.
   */
  public static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most || apart(letters(a), letters(b)) > most) {
      return most + 1;
    }
    String pattern = a.length() <= b.length() ? a : b;
    String text = a.length() <= b.length() ? b : a;
    int d =
        pattern.length() <= 64 ? byBits(pattern, text) : LongTexts.distance(pattern, text, most);
    return Math.min(d, most + 1);
  }

  /** The letters of a text, one bit each; some share one. */
  private static long letters(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << text.charAt(i);
    }
    return letters;
  }

  /** At least so far apart are two texts, as one step gives or takes one letter at most. */
  private static int apart(long letters, long others) {
    return Math.max(Long.bitCount(letters & ~others), Long.bitCount(others & ~letters));
  }

  /** All cells of a column at once, one bit each (Hyyrö 2003). */
  private static int byBits(String pattern, String text) {
    int m = pattern.length();
    if (m == 0) {
      return text.length();
    }
    long last = 1L << (m - 1);
    long vp = -1;
    long vn = 0;
    long d0 = 0;
    long before = 0;
    int distance = m;
    for (int j = 0; j < text.length(); j++) {
      long mask = places(pattern, text.charAt(j));
      long swap = ((~d0 & mask) << 1) & before;
      d0 = (((mask & vp) + vp) ^ vp) | mask | vn | swap;
      long hp = vn | ~(d0 | vp);
      long hn = d0 & vp;
      distance += (hp & last) != 0 ? 1 : (hn & last) != 0 ? -1 : 0;
      hp = (hp << 1) | 1;
      hn <<= 1;
      vp = hn | ~(d0 | hp);
      vn = hp & d0;
      before = mask;
    }
    return distance;
  }

  /** Where a letter stands, one bit each; names are so short that a table of letters costs more. */
  private static long places(String text, char letter) {
    long places = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      places = places << 1 | (text.charAt(i) == letter ? 1 : 0);
    }
    return places;
  }

  /** From 0 (nothing in common) to 1 (equal): distance over the longer length. */
  public static double similarity(String a, String b) {
    return similarity(a, b, Math.max(a.length(), b.length()));
  }

  /** The same, or less than half where less than half is equal. */
  static double halfSimilarity(String a, String b) {
    return similarity(a, b, Math.max(a.length(), b.length()) / 2);
  }

  private static double similarity(String a, String b, int most) {
    int longer = Math.max(a.length(), b.length());
    return longer == 0 ? 1 : 1 - distance(a, b, most) / (double) longer;
  }

  /** Words in alphabetical order, so that their order does not matter. */
  public static String sorted(String text) {
    if (text.indexOf(' ') < 0) {
      return text;
    }
    String[] words = text.split(" ", -1);
    Arrays.sort(words);
    return String.join(" ", words);
  }

  /** A well-mixed 64-bit number of a text, never 0. */
  public static long hash(String text, long seed) {
    long h = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
      h ^= h >>> 29;
    }
    h = mix(h);
    return h == 0 ? 1 : h;
  }

  /** A bijection that spreads its argument over all bits. */
  public static long mix(long h) {
    long x = h;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
