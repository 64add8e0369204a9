package org.passerelle.linkage.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.Match;

/**
 * Whether a model can know how often it is right. Two classes that nobody sees are determined only
 * where three things are independent of each other, and with three nothing is left to check them by
 * (Goodman 1974): four are needed.
 */
final class Knowable {
  private static final int INDEPENDENT = 4;

  /** Share of the matches that tell of a thing, below which it hardly helps. */
  private static final double TOLD = 0.5;

  private static final Set<AttributeKind> WHERE =
      EnumSet.of(
          AttributeKind.ADDRESS,
          AttributeKind.HOUSE_NUMBER,
          AttributeKind.POSTCODE,
          AttributeKind.PLACE,
          AttributeKind.REGION);

  private Knowable() {}

  /** Why precision and recall cannot be known; empty where they can. */
  static String doubt(Population population, List<Match> matches) {
    PairLevels levels = new PairLevels(population);
    int[] told = new int[population.traits().size()];
    for (Match match : matches) {
      long vector = levels.vector(match.left(), match.right());
      for (int t = 0; t < told.length; t++) {
        told[t] += PairLevels.level(vector, t) == PairLevels.MISSING ? 0 : 1;
      }
    }
    int independent = 0;
    boolean where = false;
    for (int t = 0; t < told.length; t++) {
      AttributeKind kind = population.traits().get(t).kind();
      if (told[t] >= TOLD * Math.max(1, matches.size())) {
        where |= WHERE.contains(kind);
        independent += things(kind);
      }
    }
    return independent + (where ? 1 : 0) < INDEPENDENT
        ? "fewer than four columns tell independent things"
        : "";
  }

  /** Parts of an address are counted as one elsewhere; the first name tells the sex. */
  private static int things(AttributeKind kind) {
    if (WHERE.contains(kind) || kind == AttributeKind.SEX) {
      return 0;
    }
    return kind == AttributeKind.FULL_NAME ? 2 : 1;
  }
}
