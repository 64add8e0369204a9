package org.passerelle.linkage.names.internal;

import java.util.Arrays;

/**
 * The shared sounds and what it costs to hear one word's for another's: {@code phonemes.yaml}. A
 * word's sounds are given as codes, so that costs are looked up in arrays. Threads may share it;
 * each brings its own {@link Table}.
 */
public final class Sounds {
  /** More than any distance. */
  static final double FAR = 1e9;

  /** Room for one comparison, used again and again by one thread. */
  static final class Table {
    private double[] cells = new double[512];
    private double[] rowLeast = new double[64];

    private void room(int rows, int columns) {
      if (cells.length < rows * columns) {
        cells = new double[2 * rows * columns];
      }
      if (rowLeast.length < rows) {
        rowLeast = new double[2 * rows];
      }
    }
  }

  private final String all;
  private final int vowels;
  private final int size;
  private final double[] substitution;
  private final double[] omission;
  private final double[] omissionAtEnd;
  private final double[] omissionUnwritten;
  private final double transposition;
  private final double vowelVowel;
  private final double consonantConsonant;
  private final double vowelConsonant;
  private final Merges always;
  private final Merges withGreek;

  /** From the file of sounds. */
  public Sounds(RuleFile file) {
    String vowelLetters = file.text("vowels");
    all = vowelLetters + file.text("consonants");
    vowels = vowelLetters.length();
    size = all.length();
    RuleFile costs = file.part("substitution");
    RuleFile usual = costs.part("default");
    vowelVowel = usual.number("vowel_vowel");
    consonantConsonant = usual.number("consonant_consonant");
    vowelConsonant = usual.number("vowel_consonant");
    substitution = new double[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        substitution[a * size + b] = a == b ? 0 : usual(a, b);
      }
    }
    near(costs);
    RuleFile left = file.part("omission");
    omission = omissions(left, "vowel", "consonant", "single");
    omissionAtEnd = omissions(left, "vowel_end", "consonant_end", "single_end");
    omissionUnwritten = omission.clone();
    Arrays.fill(omissionUnwritten, 0, vowels, left.number("vowel_unwritten"));
    transposition = file.number("transposition");
    always = new Merges(this, file.parts("merge"), false);
    withGreek = new Merges(this, file.parts("merge"), true);
  }

  private void near(RuleFile costs) {
    boolean[] named = new boolean[size * size];
    for (RuleFile pair : costs.parts("near")) {
      int a = code(pair.text("pair").charAt(0));
      int b = code(pair.text("pair").charAt(1));
      double cost = pair.number("cost");
      if (!named[a * size + b] || cost < substitution[a * size + b]) {
        substitution[a * size + b] = cost;
        substitution[b * size + a] = cost;
        named[a * size + b] = true;
        named[b * size + a] = true;
      }
    }
  }

  private double[] omissions(RuleFile file, String vowel, String consonant, String single) {
    double[] costs = new double[size + 1];
    Arrays.fill(costs, file.number(consonant));
    Arrays.fill(costs, 0, vowels, file.number(vowel));
    RuleFile named = file.part(single);
    for (String sound : named.pairs().keySet()) {
      costs[code(sound.charAt(0))] = named.number(sound);
    }
    return costs;
  }

  int size() {
    return size;
  }

  /** The sounds by their codes, vowels first. */
  public String all() {
    return all;
  }

  boolean isVowel(int code) {
    return code < vowels;
  }

  int code(char sound) {
    int at = all.indexOf(sound);
    return at >= 0 ? at : size + sound;
  }

  /** Codes of sounds; what is no sound keeps a code of its own beyond them. */
  char[] codes(String sounds) {
    char[] codes = new char[sounds.length()];
    for (int i = 0; i < codes.length; i++) {
      int code = code(sounds.charAt(i));
      codes[i] = (char) Math.min(code, Character.MAX_VALUE);
    }
    return codes;
  }

  private double usual(int a, int b) {
    int sum = (isVowel(a) ? 1 : 0) + (isVowel(b) ? 1 : 0);
    return sum == 2 ? vowelVowel : sum == 0 ? consonantConsonant : vowelConsonant;
  }

  private double substitution(int a, int b) {
    return a == b ? 0 : a < size && b < size ? substitution[a * size + b] : usual(a, b);
  }

  /** Distance without Greek rules and unwritten vowels. */
  double distance(char[] a, char[] b, double limit, Table table) {
    return distance(a, a.length, b, b.length, false, false, limit, table);
  }

  /**
   * Weighted edit distance with substitutions, omissions, two sounds heard as one or as two others,
   * and neighbours swapped; O(n·m).
   *
   * @param greek one of the words is Greek, so that its ways of writing b, d, g count
   * @param unwritten one of the words comes from a script that leaves vowels out
   * @param limit where the distance is certainly larger, {@link #FAR} may be returned
   */
  double distance(
      char[] a,
      int n,
      char[] b,
      int m,
      boolean greek,
      boolean unwritten,
      double limit,
      Table table) {
    table.room(n + 1, m + 1);
    double[] d = table.cells;
    double[] least = table.rowLeast;
    Merges merges = greek ? withGreek : always;
    double[] omit = unwritten ? omissionUnwritten : omission;
    int w = m + 1;
    d[0] = 0;
    for (int i = 0; i <= n; i++) {
      double rowLeast = FAR;
      int row = i * w;
      int ca = i > 0 ? a[i - 1] : 0;
      double omitA = i > 0 ? omit[Math.min(ca, size)] : 0;
      for (int j = 0; j <= m; j++) {
        double v = FAR;
        if (i == 0 && j == 0) {
          v = 0;
        }
        boolean end = i == n && j == m;
        if (i > 0) {
          double c = end ? atEnd(ca, unwritten) : omitA;
          v = Math.min(v, d[row - w + j] + c);
        }
        if (j > 0) {
          int cb = b[j - 1];
          double c = end ? atEnd(cb, unwritten) : omit[Math.min(cb, size)];
          v = Math.min(v, d[row + j - 1] + c);
          if (i > 0) {
            v = Math.min(v, d[row - w + j - 1] + substitution(ca, cb));
            v = Math.min(v, twoSounds(d, a, i, b, j, row, w, merges));
          }
        }
        d[row + j] = v;
        rowLeast = Math.min(rowLeast, v);
      }
      least[i] = rowLeast;
      // no step skips more than two rows
      if (i > 0 && rowLeast > limit && least[i - 1] > limit) {
        return FAR;
      }
    }
    return d[n * w + m];
  }

  private double atEnd(int code, boolean unwritten) {
    return unwritten && code < vowels
        ? omissionUnwritten[code]
        : omissionAtEnd[Math.min(code, size)];
  }

  private double twoSounds(
      double[] d, char[] a, int i, char[] b, int j, int row, int w, Merges merges) {
    double v = FAR;
    int pairA = i > 1 ? merges.pair(a[i - 2], a[i - 1]) : -1;
    int pairB = j > 1 ? merges.pair(b[j - 2], b[j - 1]) : -1;
    if (pairA >= 0) {
      v = Math.min(v, d[row - 2 * w + j - 1] + merges.one(pairA, b[j - 1]));
    }
    if (pairB >= 0) {
      v = Math.min(v, d[row - w + j - 2] + merges.one(pairB, a[i - 1]));
    }
    if (i > 1 && j > 1) {
      double before = d[row - 2 * w + j - 2];
      if (pairA >= 0 && pairB >= 0) {
        v = Math.min(v, before + merges.two(pairA, pairB));
      }
      if (a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        v = Math.min(v, before + transposition);
      }
    }
    return v;
  }
}
