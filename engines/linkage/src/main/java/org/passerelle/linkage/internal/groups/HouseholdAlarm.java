package org.passerelle.linkage.internal.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.comparison.DateComparison;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;
import org.passerelle.linkage.internal.weights.RelatedPairLevels;

/**
 * Says where matches look like households and not like persons: one person seldom has two first
 * names, two dates of birth or two sexes.
 */
public final class HouseholdAlarm {
  /** Share of the matches that may differ in what is a person's own. */
  private static final double LOUD = 0.2;

  /** The same of those who agree in another thing that is a person's own. */
  private static final double LOUD_ALONE = 0.5;

  /** Fewer matches tell nothing. */
  private static final int FEWEST = 10;

  private HouseholdAlarm() {}

  /**
   * A sentence for each attribute in which too many matches differ. Ages are none: they were told
   * on different days.
   *
   * @param matches the levels of each
   */
  public static List<String> of(Population population, long[] matches) {
    List<String> alarms = new ArrayList<>();
    PairLevels levels = new PairLevels(population);
    for (int t = 0; t < population.traits().size(); t++) {
      Trait trait = population.traits().get(t);
      String what = named(trait.kind());
      if (!what.isEmpty()) {
        double share = differing(population, levels, t, false, matches);
        if (share > LOUD_ALONE || differing(population, levels, t, true, matches) > LOUD) {
          alarms.add(
              String.format(
                  Locale.ROOT,
                  "Caution: in %.0f %% of the matches the %s (%s) differ; these may be families and"
                      + " not persons. Maybe add a column that tells persons apart, or look at them"
                      + " with --review.",
                  100 * share,
                  what,
                  trait.label()));
        }
      }
    }
    return alarms;
  }

  private static String named(AttributeKind kind) {
    return switch (kind) {
      case GIVEN_NAME -> "first names";
      case FULL_NAME -> "names";
      case BIRTH_DATE -> "birth dates";
      case SEX -> "sexes";
      default -> "";
    };
  }

  /** The highest level that still means that two values differ. */
  private static int mostDiffering(AttributeKind kind) {
    return kind == AttributeKind.BIRTH_DATE
        ? DateComparison.DIFFERS
        : kind == AttributeKind.FULL_NAME ? 1 : 0;
  }

  /** The lowest level that speaks for one person. */
  private static int agreeing(AttributeKind kind) {
    return kind == AttributeKind.BIRTH_DATE ? DateComparison.NEARLY : 3;
  }

  /**
   * Share of the matches that differ in a trait.
   *
   * @param wholly whether a match counts only if nothing else that is a person's own agrees
   */
  private static double differing(
      Population population, PairLevels levels, int trait, boolean wholly, long[] matches) {
    int most = mostDiffering(population.traits().get(trait).kind());
    int both = 0;
    int differ = 0;
    for (long vector : matches) {
      int level = PairLevels.level(vector, trait);
      both += level == PairLevels.MISSING ? 0 : 1;
      differ += level <= most && !(wholly && agrees(population, levels, vector)) ? 1 : 0;
    }
    return both < FEWEST ? 0 : differ / (double) both;
  }

  private static boolean agrees(Population population, PairLevels levels, long vector) {
    for (int t = 0; t < population.traits().size(); t++) {
      int level = PairLevels.level(vector, t);
      AttributeKind kind = population.traits().get(t).kind();
      if (kind != AttributeKind.SEX
          && kind != AttributeKind.AGE
          && RelatedPairLevels.isOwn(kind)
          && level != PairLevels.MISSING
          && level >= Math.min(agreeing(kind), levels.comparison(t).same())) {
        return true;
      }
    }
    return false;
  }
}
