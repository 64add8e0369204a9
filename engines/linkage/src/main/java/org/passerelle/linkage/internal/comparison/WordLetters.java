package org.passerelle.linkage.internal.comparison;

/** Words of names by their letters alone, as plain Latin. */
public final class WordLetters {
  private WordLetters() {}

  /** From 0 (two words) to 3 (nearly the same). */
  static int level(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    int shorter = Math.min(a.length(), b.length());
    if (shorter == 1) {
      return a.charAt(0) == b.charAt(0) ? 1 : 0;
    }
    double s = Texts.halfSimilarity(a, b);
    long d = Math.round((1 - s) * longer);
    if ((d <= 1 && longer >= 4) || s >= 0.86) {
      return 3;
    }
    if (s >= 0.7 || (shorter >= 3 && (a.startsWith(b) || b.startsWith(a)))) {
      return 2;
    }
    return s >= 0.55 ? 1 : 0;
  }

  /**
   * Whether a glance at two words tells that their {@link #level} is 0, unless one begins with the
   * other.
   */
  static boolean isApart(long a, long b) {
    int longer = Math.max(LetterSketch.length(a), LetterSketch.length(b));
    return Math.min(LetterSketch.length(a), LetterSketch.length(b)) > 1
        && 100 * LetterSketch.apart(a, b) > 45 * longer;
  }

  /**
   * The skeleton of a word: its first letter and the consonants that follow, none twice in a row.
   */
  public static String skeleton(String word) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean vowel = "aeiouyhw ".indexOf(c) >= 0;
      if ((i == 0 || !vowel) && (out.length() == 0 || out.charAt(out.length() - 1) != c)) {
        out.append(c);
      }
    }
    return out.length() < 2 ? word : out.toString();
  }
}
