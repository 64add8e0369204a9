package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.Match;

/**
 * Says where matches look like households and not like persons: one person seldom has two first
 * names, two dates of birth or two sexes.
 */
final class HouseholdAlarm {
  /** Share of the matches that may differ in what is a person's own. */
  private static final double LOUD = 0.2;

  /** Fewer matches tell nothing. */
  private static final int FEWEST = 10;

  private HouseholdAlarm() {}

  /**
   * A sentence for each attribute in which too many matches differ. Ages are none: they were told
   * on different days.
   */
  static List<String> of(Population population, List<Match> matches) {
    List<String> alarms = new ArrayList<>();
    PairLevels levels = new PairLevels(population);
    for (int t = 0; t < population.traits().size(); t++) {
      Trait trait = population.traits().get(t);
      String what = named(trait.kind());
      if (!what.isEmpty()) {
        double share = differing(levels, t, mostDiffering(trait.kind()), matches);
        if (share > LOUD) {
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
    return kind == AttributeKind.BIRTH_DATE || kind == AttributeKind.FULL_NAME ? 1 : 0;
  }

  private static double differing(PairLevels levels, int trait, int most, List<Match> matches) {
    int both = 0;
    int differ = 0;
    for (Match match : matches) {
      int level = PairLevels.level(levels.vector(match.left(), match.right()), trait);
      both += level == PairLevels.MISSING ? 0 : 1;
      differ += level <= most ? 1 : 0;
    }
    return both < FEWEST ? 0 : differ / (double) both;
  }
}
