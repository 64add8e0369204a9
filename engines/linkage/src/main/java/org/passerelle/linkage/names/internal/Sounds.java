package org.passerelle.linkage.names.internal;

import java.util.Arrays;

/**
 * The shared sounds and what it costs to hear one word's for another's: {@code phonemes.yaml}.
 * Threads may share it; each brings its own {@link Table}.
 */
public final class Sounds {
  /** More than any distance, in sounds. */
  static final double FAR = 1e6;

  /** Costs are counted in thousandths: whole numbers are compared faster. */
  private static final int UNIT = 1000;

  static final int FAR_UNITS = 1_000_000_000;

  /** Characters that are no sounds are told apart by so many numbers. */
  private static final int FOREIGN = 64;

  /** Room for one comparison, used again and again by one thread. */
  static final class Table {
    private int[] cells = new int[512];

    private int[] room(int size) {
      if (cells.length < size) {
        cells = new int[2 * size];
      }
      return cells;
    }
  }

  private final String all;
  private final int vowels;
  private final int size;
  private final int[] substitution;
  private final int[] omission;
  private final int[] omissionAtEnd;
  private final int[] unwritten;
  private final int[] unwrittenAtEnd;
  private final int transposition;
  private final Merges merges;

  /** From the file of sounds. */
  public Sounds(RuleFile file) {
    String vowelLetters = file.text("vowels");
    all = vowelLetters + file.text("consonants");
    vowels = vowelLetters.length();
    size = all.length() + FOREIGN;
    substitution = substitutions(file.part("substitution"));
    RuleFile left = file.part("omission");
    omission = omissions(left, "vowel", "consonant", "single");
    omissionAtEnd = omissions(left, "vowel_end", "consonant_end", "single_end");
    unwritten = omission.clone();
    unwrittenAtEnd = omissionAtEnd.clone();
    Arrays.fill(unwritten, 0, vowels, units(left.number("vowel_unwritten")));
    Arrays.fill(unwrittenAtEnd, 0, vowels, units(left.number("vowel_unwritten")));
    transposition = units(file.number("transposition"));
    merges = new Merges(this, file.parts("merge"));
  }

  private int[] substitutions(RuleFile file) {
    RuleFile usual = file.part("default");
    int[] costs = new int[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        int sum = (isVowel(a) ? 1 : 0) + (isVowel(b) ? 1 : 0);
        String kind =
            sum == 2 ? "vowel_vowel" : sum == 0 ? "consonant_consonant" : "vowel_consonant";
        costs[a * size + b] = a == b ? 0 : units(usual.number(kind));
      }
    }
    boolean[] named = new boolean[size * size];
    for (RuleFile pair : file.parts("near")) {
      int a = code(pair.text("pair").charAt(0));
      int b = code(pair.text("pair").charAt(1));
      int cost = units(pair.number("cost"));
      if (!named[a * size + b] || cost < costs[a * size + b]) {
        costs[a * size + b] = cost;
        costs[b * size + a] = cost;
        named[a * size + b] = true;
        named[b * size + a] = true;
      }
    }
    return costs;
  }

  private int[] omissions(RuleFile file, String vowel, String consonant, String single) {
    int[] costs = new int[size];
    Arrays.fill(costs, units(file.number(consonant)));
    Arrays.fill(costs, 0, vowels, units(file.number(vowel)));
    RuleFile named = file.part(single);
    for (String sound : named.pairs().keySet()) {
      costs[code(sound.charAt(0))] = units(named.number(sound));
    }
    return costs;
  }

  static int units(double cost) {
    return (int) Math.round(cost * UNIT);
  }

  int size() {
    return size;
  }

  /** The sounds by their codes, vowels first. */
  public String all() {
    return all;
  }

  private boolean isVowel(int code) {
    return code < vowels;
  }

  int code(char sound) {
    int at = all.indexOf(sound);
    return at >= 0 ? at : all.length() + sound % FOREIGN;
  }

  /** Sounds by their numbers. */
  SoundCodes heard(String text) {
    byte[] codes = new byte[text.length()];
    byte[] pairs = new byte[text.length()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) code(text.charAt(i));
      pairs[i] = (byte) (i == 0 ? -1 : merges.pair(codes[i - 1], codes[i]));
    }
    return new SoundCodes(text, codes, pairs);
  }

  /** Distance without Greek rules and unwritten vowels. */
  double distance(SoundCodes a, SoundCodes b, double limit, Table table) {
    return distance(a, a.length(), b, b.length(), false, false, limit, table);
  }

  /**
   * Weighted edit distance with substitutions, omissions, two sounds heard as one or as two others,
   * and neighbours swapped; O(n·m).
   *
   * @param n how many sounds of a count
   * @param m how many sounds of b count
   * @param greek one of the words is Greek, so that its ways of writing b, d, g count
   * @param hidden one of the words comes from a script that leaves vowels out
   * @param limit where the distance is larger, {@link #FAR} may be returned
   */
  double distance(
      SoundCodes a,
      int n,
      SoundCodes b,
      int m,
      boolean greek,
      boolean hidden,
      double limit,
      Table table) {
    if (n == 0 || m == 0) {
      return n == 0 ? nothing(b, m, hidden) : nothing(a, n, hidden);
    }
    int most = (int) Math.min(limit * UNIT + 0.5, FAR_UNITS);
    int w = m + 1;
    int[] d = table.room((n + 1) * w);
    int[] omit = hidden ? unwritten : omission;
    d[0] = 0;
    for (int j = 1; j <= m; j++) {
      d[j] = d[j - 1] + omit[b.codes()[j - 1]];
    }
    int[] merged = merges.one(greek);
    int before = 0;
    for (int i = 1; i < n; i++) {
      int least = row(d, i, w, a, b, omit, omit, merged);
      // no step skips more than one row
      if (least > most && before > most) {
        return FAR;
      }
      before = least;
    }
    row(d, n, w, a, b, omit, hidden ? unwrittenAtEnd : omissionAtEnd, merged);
    return (double) d[n * w + m] / UNIT;
  }

  /** Every sound of one word, where the other has none. */
  private double nothing(SoundCodes word, int length, boolean hidden) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int[] costs =
          i + 1 < length
              ? (hidden ? unwritten : omission)
              : hidden ? unwrittenAtEnd : omissionAtEnd;
      sum += costs[word.codes()[i]];
    }
    return (double) sum / UNIT;
  }

  /**
   * One row of the table; its least cell.
   *
   * @param last what leaving out costs in the last cell
   */
  private int row(
      int[] d, int i, int w, SoundCodes a, SoundCodes b, int[] omit, int[] last, int[] merged) {
    byte[] codesA = a.codes();
    byte[] codesB = b.codes();
    byte[] pairsB = b.pairs();
    int at = i * w;
    int above = at - w;
    int ca = codesA[i - 1];
    int pairA = a.pairs()[i - 1];
    int previous = i > 1 ? codesA[i - 2] : -1;
    int omitA = omit[ca];
    int substitute = ca * size;
    int left = d[above] + omitA;
    int least = left;
    d[at] = left;
    for (int j = 1; j < w; j++) {
      int cb = codesB[j - 1];
      boolean corner = j == w - 1;
      int v = d[above + j - 1] + substitution[substitute + cb];
      v = Math.min(v, d[above + j] + (corner ? last[ca] : omitA));
      v = Math.min(v, left + (corner ? last[cb] : omit[cb]));
      int pairB = pairsB[j - 1];
      if (pairA >= 0) {
        v = Math.min(v, d[above - w + j - 1] + merged[pairA * size + cb]);
        if (pairB >= 0) {
          v = Math.min(v, d[above - w + j - 2] + merges.two(pairA, pairB));
        }
      }
      if (pairB >= 0) {
        v = Math.min(v, d[above + j - 2] + merged[pairB * size + ca]);
      }
      if (previous == cb && j > 1 && ca == codesB[j - 2]) {
        v = Math.min(v, d[above - w + j - 2] + transposition);
      }
      d[at + j] = v;
      left = v;
      least = Math.min(least, v);
    }
    return least;
  }
}
