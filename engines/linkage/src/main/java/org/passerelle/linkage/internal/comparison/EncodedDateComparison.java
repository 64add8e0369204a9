package org.passerelle.linkage.internal.comparison;

import java.util.Arrays;
import java.util.List;
import org.passerelle.linkage.encoding.EncodedWords;
import org.passerelle.linkage.kernel.Measure;

/**
 * Dates of birth that were encoded one by one. A year alone sets about half as many bits as a date,
 * and all of them are among those of each date in that year.
 */
final class EncodedDateComparison implements Comparison {
  /** Bits of a year alone, as a part of those of a date, at most. */
  private static final double YEAR_ALONE = 0.7;

  /** Seven n-grams of ten bits. */
  private static final int BITS_OF_A_YEAR = 70;

  private static final int DOES_NOT_CONTRADICT = 3;
  private final int[][] words;
  private final int[] bits;
  private final double mostOfYears;

  EncodedDateComparison(List<String> values) {
    words = values.stream().map(EncodedWords::decoded).toArray(int[][]::new);
    bits = Arrays.stream(words).mapToInt(word -> common(word, word)).toArray();
    mostOfYears = YEAR_ALONE * Arrays.stream(bits).max().orElse(0);
  }

  /**
   * Whether no value is more than a year. Of two years that are not near each other hardly any
   * lowest level is less than a generation; of two dates it may be any difference.
   */
  static boolean areYearsAlone(List<String> values) {
    return values.stream()
        .map(EncodedWords::decoded)
        .allMatch(word -> common(word, word) <= BITS_OF_A_YEAR);
  }

  @Override
  public List<String> levels() {
    return List.of(
        "differs", "a little alike", "alike", "does not contradict", "nearly the same", "same");
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return bits[a] < mostOfYears ? DOES_NOT_CONTRADICT : 5;
    }
    int less = Math.min(bits[a], bits[b]);
    if (less < YEAR_ALONE * Math.max(bits[a], bits[b])) {
      double within = common(words[a], words[b]) / (double) Math.max(1, less);
      return within == 1 ? DOES_NOT_CONTRADICT : within >= 0.7 ? 1 : 0;
    }
    double dice = Measure.DICE.of(words[a], words[b]);
    // of two years that share two digits and their century it is .57, a generation and more
    return dice >= 0.85 ? 4 : dice >= 0.7 ? 2 : dice >= 0.63 ? 1 : 0;
  }

  private static int common(int[] a, int[] b) {
    int common = 0;
    for (int i = 0; i < a.length; i++) {
      common += Integer.bitCount(a[i] & b[i]);
    }
    return common;
  }
}
