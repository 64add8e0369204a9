package org.passerelle.linkage.internal.quality;

import java.util.EnumSet;
import java.util.Set;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.weights.RelatedPairLevels;

/**
 * Whether a model can know how often it is right. Two classes that nobody sees are determined only
 * where three things are independent of each other (Kruskal 1977); and one person and another of
 * the same household only where two things are a person's own, or one may be blamed for any error.
 */
public final class ModelIdentifiability {
  private static final int INDEPENDENT = 3;
  private static final int OWN = 2;

  /** Share of the matches that tell of a thing, below which it hardly helps. */
  private static final double TOLD = 0.5;

  private static final Set<AttributeKind> WHERE =
      EnumSet.of(
          AttributeKind.ADDRESS,
          AttributeKind.HOUSE_NUMBER,
          AttributeKind.POSTCODE,
          AttributeKind.PLACE,
          AttributeKind.REGION);

  private ModelIdentifiability() {}

  /**
   * Why precision and recall cannot be known; empty where they can.
   *
   * @param matches the levels of each
   * @param households whether there are pairs of two who live together
   */
  public static String doubt(Population population, long[] matches, boolean households) {
    if (population.indexOf(AttributeKind.ENCODED) >= 0) {
      return "encoded attributes are compared only where one of them is the same";
    }
    int independent = 0;
    int own = 0;
    boolean where = false;
    int[] told = told(population, matches);
    for (int t = 0; t < told.length; t++) {
      AttributeKind kind = population.traits().get(t).kind();
      if (told[t] >= TOLD * matches.length) {
        where |= WHERE.contains(kind);
        independent += things(kind);
        own += RelatedPairLevels.isOwn(kind) ? Math.min(1, things(kind)) : 0;
      }
    }
    int things = independent + (where ? 1 : 0);
    if (things < INDEPENDENT) {
      return "fewer than three columns tell independent things";
    }
    if (households && things == INDEPENDENT) {
      return "fewer than four columns tell independent things, and there are households";
    }
    return households && own < OWN
        ? "fewer than two columns tell one of a household from another"
        : "";
  }

  /** By trait, in how many matches both records tell of it. */
  private static int[] told(Population population, long[] matches) {
    int[] told = new int[population.traits().size()];
    for (long vector : matches) {
      for (int t = 0; t < told.length; t++) {
        told[t] += PairLevels.level(vector, t) == PairLevels.MISSING ? 0 : 1;
      }
    }
    return told;
  }

  /** Parts of an address are one thing; names tell the sex, and often the country. */
  private static int things(AttributeKind kind) {
    if (WHERE.contains(kind) || kind == AttributeKind.SEX || kind == AttributeKind.NATIONALITY) {
      return 0;
    }
    return kind == AttributeKind.FULL_NAME ? 2 : 1;
  }
}
