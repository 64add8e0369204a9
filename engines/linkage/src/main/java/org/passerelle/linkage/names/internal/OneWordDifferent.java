package org.passerelle.linkage.names.internal;

import java.util.List;

/**
 * Two names of two words that are written alike but for one. Who copies all else letter by letter
 * did not hear that word otherwise, so that what is equal beside it says nothing of it: Lazar Vasić
 * and Lazar Vesić are two, as Vasić and Vesić are.
 */
final class OneWordDifferent {
  /** In a shorter word a letter more or less makes another name. */
  private static final int LONG = 6;

  private static final int SHORTEST = 4;

  private static final Keyboards KEYBOARDS =
      new Keyboards(RuleFile.read("persons/errors.yaml").part("keyboards"));

  /** What is not written for another by ear. */
  private static final String OPEN = "aeiouаеиоу";

  /** Where each of them stands on the way from i over a to u, on which neighbours sound alike. */
  private static final int[] IN_ORDER = {2, 1, 0, 3, 4};

  private static final String VOWELS = "aeiouyаеиоуыαεηιουω";

  private OneWordDifferent() {}

  /**
   * The only word in which two names of one script differ; -1 where there is none, where no list
   * knows it, or where a slip of the pen explains it.
   *
   * @param to by word of the one name, which of the other stands for it
   */
  static int onlyOther(List<Word> a, List<Word> b, int[] to) {
    int only = -1;
    for (int i = 0; i < to.length; i++) {
      Word one = a.get(i);
      Word other = b.get(to[i]);
      if (one.script != other.script || one.letter || other.letter) {
        return -1;
      }
      if (!one.folded.equals(other.folded)) {
        if (only >= 0) {
          return -1;
        }
        only = i;
      }
    }
    return only >= 0
            && a.size() == 2
            && b.size() == 2
            && tells(a, b, only, to[only])
            && (isFarVowel(a.get(only).folded, b.get(to[only]).folded)
                || !(isOutOfPlace(a, only, b.get(to[only]).kinds)
                    || isOutOfPlace(b, to[only], a.get(only).kinds)))
        ? only
        : -1;
  }

  /**
   * Whether both words of two names of one script differ, each by one vowel, and lists can tell:
   * nobody who heard both otherwise wrote all else letter by letter.
   *
   * @param to by word of the one name, which of the other stands for it
   */
  static boolean isOtherInBoth(List<Word> a, List<Word> b, int[] to) {
    if (a.size() != 2 || b.size() != 2) {
      return false;
    }
    for (int i = 0; i < to.length; i++) {
      Word one = a.get(i);
      Word other = b.get(to[i]);
      if (one.script != other.script
          || one.letter
          || other.letter
          || !isOtherVowel(one.folded, other.folded)
          || !tells(a, b, i, to[i])) {
        return false;
      }
    }
    return true;
  }

  /** A list that knows a word as a first name does not know it where another is the first name. */
  private static boolean isOutOfPlace(List<Word> names, int only, int other) {
    if (((names.get(only).kinds | other) & KnownNames.SURNAME) != 0) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      if (i != only && names.get(i).kinds != KnownNames.FIRST_NAME) {
        return false;
      }
    }
    return true;
  }

  /** Whether lists, or letters that one language alone has, can tell such words apart. */
  private static boolean tells(List<Word> left, List<Word> right, int at, int there) {
    Word a = left.get(at);
    Word b = right.get(there);
    boolean one = a.known.length > 0;
    boolean other = b.known.length > 0;
    if (one && other) {
      return true;
    }
    long common = a.languages & b.languages;
    boolean told =
        one
            || other
            || isOfOne(left, common)
            || isOfOne(right, common)
            || isFarVowel(a.folded, b.folded);
    return told && (one || !isSlip(a.folded, b.folded)) && (other || !isSlip(b.folded, a.folded));
  }

  /** Whether a word is surely of one language, and it is one of these. */
  private static boolean isOfOne(List<Word> names, long languages) {
    for (Word name : names) {
      if (Long.bitCount(name.languages) == 1 && (name.languages & languages) != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * A letter left out, a vowel put between, two letters swapped, or a key beside the one that was
   * meant.
   */
  private static boolean isSlip(String written, String meant) {
    int n = written.length();
    int m = meant.length();
    if (Math.max(n, m) < SHORTEST || Math.abs(n - m) > 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(n, m) && written.charAt(same) == meant.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < Math.min(n, m) - same
        && written.charAt(n - 1 - end) == meant.charAt(m - 1 - end)) {
      end++;
    }
    int more = n - same - end;
    int less = m - same - end;
    if (more == 0) {
      // an ending less makes another name: Ivan, Ivana
      return end > 0 || VOWELS.indexOf(meant.charAt(same)) < 0;
    }
    boolean inside = same > 0 && end > 0 && n > LONG;
    char struck = written.charAt(same);
    if (less == 0) {
      return inside && VOWELS.indexOf(struck) >= 0;
    }
    boolean beside =
        more == 1 && less == 1 && KEYBOARDS.beside(meant.charAt(same)).contains(struck);
    return beside || isSwap(written, meant, same, more, less);
  }

  /** Whether two words have the same last letter. */
  static boolean endAlike(String a, String b) {
    return !a.isEmpty() && !b.isEmpty() && a.charAt(a.length() - 1) == b.charAt(b.length() - 1);
  }

  /** Whether they differ in one letter, and it is one vowel for another. */
  static boolean isOtherVowel(String a, String b) {
    int vowels = 0;
    for (int i = 0; i < a.length() && a.length() == b.length(); i++) {
      if (a.charAt(i) != b.charAt(i)) {
        boolean both = OPEN.indexOf(a.charAt(i)) >= 0 && OPEN.indexOf(b.charAt(i)) >= 0;
        vowels += both ? 1 : 2;
      }
    }
    return vowels == 1;
  }

  /**
   * Whether they differ in one vowel by another that no ear and no transcription takes for it,
   * whatever the language: neighbours are a and e, e and i, a and o, o and u.
   */
  static boolean isFarVowel(String a, String b) {
    if (!isOtherVowel(a, b)) {
      return false;
    }
    int at = 0;
    while (a.charAt(at) == b.charAt(at)) {
      at++;
    }
    int one = OPEN.indexOf(a.charAt(at)) % IN_ORDER.length;
    int other = OPEN.indexOf(b.charAt(at)) % IN_ORDER.length;
    return Math.abs(IN_ORDER[one] - IN_ORDER[other]) > 1;
  }

  private static boolean isSwap(String a, String b, int at, int left, int right) {
    return left == 2
        && right == 2
        && a.charAt(at) == b.charAt(at + 1)
        && a.charAt(at + 1) == b.charAt(at);
  }
}
