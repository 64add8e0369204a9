package org.passerelle.linkage.internal.quality;

import java.util.stream.IntStream;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;

/**
 * Pairs of which no list tells how many are one person: records tell of births or papers, and
 * nothing of it is compared between the two, as where one has a date and the other an age. What is
 * left are names and what a household shares; how often two persons agree in all that depends on
 * the place. Immutable.
 */
public final class UndecidablePairs {
  /** What is stated of a pair, from which on a person should look at it. */
  private static final double LEAST = 0.2;

  /** The same from which on two records are grouped though nothing else holds them together. */
  private static final double GROUPED = 0.6;

  private final int[] telling;

  public UndecidablePairs(Population population) {
    this.telling =
        IntStream.range(0, population.traits().size())
            .filter(t -> isTelling(population.traits().get(t)))
            .toArray();
  }

  private static boolean isTelling(Trait trait) {
    return switch (trait.kind()) {
      case BIRTH_DATE, AGE, DOCUMENT -> true;
      default -> false;
    };
  }

  private boolean isOf(long vector) {
    for (int t : telling) {
      if (PairLevels.level(vector, t) != PairLevels.MISSING) {
        return false;
      }
    }
    return telling.length > 0;
  }

  /** Whether a pair that is not matched is for a person to decide. */
  public boolean isUndecided(long vector, double probability) {
    return probability >= LEAST && isOf(vector);
  }

  /** Whether two records that nothing else holds together are left apart for a person. */
  public boolean isLeftApart(long vector, double probability) {
    return probability < GROUPED && isOf(vector);
  }
}
