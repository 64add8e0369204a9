package org.passerelle.linkage.internal;

import java.util.Arrays;
import org.passerelle.linkage.AttributeKind;

/** The levels of a pair in all traits, four bits each. Not for several threads. */
public final class PairLevels {
  /** Stands for a value that is missing on one side. */
  public static final int MISSING = 15;

  private final Population population;
  private final Comparison[] comparisons;
  private final int[][] codes;
  private final int given;
  private final int surname;

  public PairLevels(Population population) {
    this.population = population;
    int n = population.traits().size();
    comparisons = new Comparison[n];
    codes = new int[n][];
    for (int t = 0; t < n; t++) {
      comparisons[t] = population.traits().get(t).comparison();
      codes[t] = population.traits().get(t).codes();
    }
    given = population.indexOf(AttributeKind.GIVEN_NAME);
    surname = population.indexOf(AttributeKind.SURNAME);
  }

  /** What the levels of a trait mean. */
  public Comparison comparison(int trait) {
    return comparisons[trait];
  }

  /** How many levels each trait has. */
  int[] sizes() {
    return Arrays.stream(comparisons).mapToInt(c -> c.levels().size()).toArray();
  }

  /** The level of a trait in a packed vector. */
  public static int level(long vector, int trait) {
    return (int) (vector >>> (4 * trait)) & 15;
  }

  /** The levels of two records, packed. */
  public long vector(int i, int j) {
    long vector = 0;
    for (int t = 0; t < comparisons.length; t++) {
      vector |= (long) level(t, codes[t][i], codes[t][j]) << (4 * t);
    }
    return given >= 0 && surname >= 0 ? swapped(vector, i, j) : vector;
  }

  private int level(int trait, int a, int b) {
    return a < 0 || b < 0 ? MISSING : comparisons[trait].level(a, b);
  }

  /** Where first name and surname fit better crosswise, they count as swapped. */
  private long swapped(long vector, int i, int j) {
    int g = level(vector, given);
    int s = level(vector, surname);
    if (good(g) || good(s)) {
      return vector;
    }
    int gs = level(given, codes[given][i], codes[surname][j]);
    int sg = level(given, codes[surname][i], codes[given][j]);
    boolean one = sounds(gs) || sounds(sg);
    if (one && alike(gs) && alike(sg)) {
      // one fact, counted once
      return with(with(vector, given, NameComparison.SWAPPED), surname, MISSING);
    }
    if (one) {
      int rest = gs == MISSING || sg == MISSING ? MISSING : 0;
      return with(with(vector, given, NameComparison.ONE_SWAPPED), surname, rest);
    }
    return vector;
  }

  private static boolean good(int level) {
    return level >= 3 && level != MISSING;
  }

  private static boolean alike(int level) {
    return level >= 2 && level != MISSING;
  }

  private static boolean sounds(int level) {
    return level >= NameComparison.SOUNDS_THE_SAME && level != MISSING;
  }

  private static long with(long vector, int trait, int level) {
    return (vector & ~(15L << (4 * trait))) | ((long) level << (4 * trait));
  }

  Population population() {
    return population;
  }
}
