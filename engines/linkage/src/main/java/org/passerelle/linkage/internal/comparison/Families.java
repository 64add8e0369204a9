package org.passerelle.linkage.internal.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.AttributeKind;

/**
 * How many records of a list have somebody of the same family beside them: the same surname and
 * address, or surname and telephone, another first name and no date of birth in common. Whoever
 * encodes records as a whole has to know, since nothing tells them apart there.
 */
public final class Families {
  /** Of a larger household some tell of all. */
  private static final int MOST = 30;

  private final Population population;
  private final int given;
  private final int surname;
  private final int born;

  /** Reads every date once, so it is made once for all houses; null without dates of birth. */
  private final @Nullable Comparison dates;

  private final BitSet inFamilies = new BitSet();

  private Families(Population population) {
    this.population = population;
    this.given = population.indexOf(AttributeKind.GIVEN_NAME);
    this.surname = population.indexOf(AttributeKind.SURNAME);
    this.born = population.indexOf(AttributeKind.BIRTH_DATE);
    this.dates = born < 0 ? null : population.traits().get(born).comparison();
  }

  /** Whether a list can tell: it has first names, surnames, and addresses or telephones. */
  public static boolean canBeTold(Population population) {
    return population.indexOf(AttributeKind.GIVEN_NAME) >= 0
        && population.indexOf(AttributeKind.SURNAME) >= 0
        && (population.indexOf(AttributeKind.ADDRESS) >= 0
            || population.indexOf(AttributeKind.PHONE) >= 0);
  }

  /** Their share of all records, from 0 to 1; 0 where first name and surname do not stand apart. */
  public static double share(Population population) {
    Families families = new Families(population);
    if (families.given < 0 || families.surname < 0) {
      return 0;
    }
    for (int t = 0; t < population.traits().size(); t++) {
      AttributeKind kind = population.traits().get(t).kind();
      if (kind == AttributeKind.ADDRESS || kind == AttributeKind.PHONE) {
        families.look(population.traits().get(t).codes());
      }
    }
    return families.inFamilies.cardinality() / (double) Math.max(1, population.size());
  }

  private void look(int[] shared) {
    Trait names = population.traits().get(surname);
    Map<Long, List<Integer>> houses = new HashMap<>();
    for (int i = 0; i < population.size(); i++) {
      int name = names.codes()[i];
      if (name >= 0 && shared[i] >= 0) {
        List<Integer> house =
            houses.computeIfAbsent(
                ((long) names.concept(name) << 32) | shared[i], h -> new ArrayList<>());
        if (house.size() < MOST) {
          house.add(i);
        }
      }
    }
    houses.values().forEach(this::look);
  }

  private void look(List<Integer> house) {
    for (int i : house) {
      for (int j : house) {
        if (i < j && isOtherName(i, j) && isOtherDate(i, j)) {
          inFamilies.set(i);
          inFamilies.set(j);
        }
      }
    }
  }

  private boolean isOtherName(int i, int j) {
    Trait names = population.traits().get(given);
    int a = names.codes()[i];
    int b = names.codes()[j];
    return a >= 0 && b >= 0 && a != b && names.names().level(a, b) == 0;
  }

  private boolean isOtherDate(int i, int j) {
    if (dates == null) {
      return true;
    }
    int[] codes = population.traits().get(born).codes();
    return codes[i] < 0
        || codes[j] < 0
        || dates.level(codes[i], codes[j]) <= DateComparison.DIFFERS;
  }
}
