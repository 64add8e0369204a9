package org.passerelle.linkage.internal.comparison;

import java.util.Arrays;
import org.passerelle.linkage.AttributeKind;

/** The levels of a pair in all traits, four bits each. Not for several threads. */
public final class PairLevels {
  /** Stands for a value that is missing on one side. */
  public static final int MISSING = 15;

  private static final int NEARLY_THE_SAME = 3;

  private final Population population;
  private final Comparison[] comparisons;

  /**
   * The codes of each record side by side: a pair is met in two places of memory, not in twenty.
   */
  private final int[] codes;

  private final int traits;
  private final int given;
  private final int surname;

  public PairLevels(Population population) {
    this(
        population,
        population.traits().stream().map(Trait::comparison).toArray(Comparison[]::new),
        new int[population.size() * population.traits().size()]);
    for (int t = 0; t < traits; t++) {
      int[] of = population.traits().get(t).codes();
      for (int i = 0; i < of.length; i++) {
        codes[i * traits + t] = of[i];
      }
    }
  }

  private PairLevels(Population population, Comparison[] comparisons, int[] codes) {
    this.population = population;
    this.comparisons = comparisons;
    this.codes = codes;
    this.traits = comparisons.length;
    this.given = told(AttributeKind.GIVEN_NAME);
    this.surname = told(AttributeKind.SURNAME);
  }

  private int told(AttributeKind kind) {
    for (int t = 0; t < traits; t++) {
      if (population.traits().get(t).told() == kind) {
        return t;
      }
    }
    return -1;
  }

  /** The same for another thread. */
  public PairLevels another() {
    return new PairLevels(
        population,
        Arrays.stream(comparisons).map(Comparison::another).toArray(Comparison[]::new),
        codes);
  }

  /** What the levels of a trait mean. */
  public Comparison comparison(int trait) {
    return comparisons[trait];
  }

  /** How many levels each trait has. */
  public int[] sizes() {
    return Arrays.stream(comparisons).mapToInt(c -> c.levels().size()).toArray();
  }

  /** The level of a trait in a packed vector. */
  public static int level(long vector, int trait) {
    return (int) (vector >>> (4 * trait)) & 15;
  }

  /** The levels of two records, packed. */
  public long vector(int i, int j) {
    long vector = 0;
    for (int t = 0; t < traits; t++) {
      vector |= (long) level(t, code(t, i), code(t, j)) << (4 * t);
    }
    return given >= 0 && surname >= 0 ? swapped(besideSurname(vector, i, j), i, j) : vector;
  }

  /**
   * Where one record has both names in the column of the surname, the first name of the other is
   * compared with that: it stands there, or is another.
   */
  private long besideSurname(long vector, int i, int j) {
    if (level(vector, given) != MISSING || level(vector, surname) != NEARLY_THE_SAME) {
      return vector;
    }
    int whole = code(given, i) < 0 ? i : j;
    int apart = whole == i ? j : i;
    int first = code(given, apart);
    if (first < 0 || !hasSeveralWords(code(surname, whole))) {
      return vector;
    }
    boolean found = level(given, first, code(surname, whole)) >= NEARLY_THE_SAME;
    // not the same, as one side has no value of which a frequency could be asked
    return with(vector, given, found ? NEARLY_THE_SAME : 0);
  }

  private boolean hasSeveralWords(int code) {
    return population.traits().get(surname).values().get(code).strip().indexOf(' ') > 0;
  }

  /** The value of a record in a trait, or -1. */
  public int code(int trait, int record) {
    return codes[record * traits + trait];
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
    int gs = level(given, code(given, i), code(surname, j));
    int sg = level(given, code(surname, i), code(given, j));
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

  public Population population() {
    return population;
  }
}
