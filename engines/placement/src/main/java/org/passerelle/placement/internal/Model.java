package org.passerelle.placement.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.placement.Child;
import org.passerelle.placement.Vacancy;
import org.passerelle.placement.Wish;

/**
 * The numeric model: feasible places and their values.
 *
 * @param sizes sizes of the units
 * @param free free beds by place
 * @param may by unit and place: whether no hard rule is violated
 * @param conflicts pairs of units that cannot share a place
 * @param worth value of a unit in a place, by preference
 */
record Model(
    int[] sizes, int[] free, boolean[][] may, List<int[]> conflicts, Map<Wish, int[][]> worth) {

  static Model of(Circumstances around) {
    int units = around.units.size();
    int places = around.batch.places().size();
    boolean[][] may = new boolean[units][places];
    Map<Wish, int[][]> worth = new EnumMap<>(Wish.class);
    for (Wish wish : Wish.values()) {
      worth.put(wish, new int[units][places]);
    }
    for (int u = 0; u < units; u++) {
      Unit unit = around.units.get(u);
      for (int p = 0; p < places; p++) {
        Vacancy place = around.batch.places().get(p);
        may[u][p] = around.broken(unit, place, place.free()).isEmpty();
        int unitAt = u;
        int placeAt = p;
        worth.forEach((wish, of) -> of[unitAt][placeAt] = worth(wish, unit, place));
      }
    }
    return new Model(
        around.units.stream().mapToInt(Unit::size).toArray(),
        around.batch.places().stream().mapToInt(Vacancy::free).toArray(),
        may,
        around.conflicts(),
        worth);
  }

  private static int worth(Wish wish, Unit unit, Vacancy place) {
    return switch (wish) {
      case TONIGHT -> unit.urgent(0);
      case ALL -> unit.size();
      case SOON -> unit.urgent(1);
      case LANGUAGE -> Circumstances.understood(unit, place);
      case NEEDS -> met(unit, place);
      case CONFIRMED -> place.confirmed() ? unit.size() : 0;
    };
  }

  private static int met(Unit unit, Vacancy place) {
    int met = 0;
    for (Child child : unit.children()) {
      met += Circumstances.met(child, place);
    }
    return met;
  }

  /** Value of a unit in a place for a preference. */
  int worth(Wish wish, int unit, int place) {
    return Objects.requireNonNull(worth.get(wish))[unit][place];
  }

  /** Value of an answer for a preference. */
  long worth(Wish wish, int[] place) {
    long sum = 0;
    for (int u = 0; u < place.length; u++) {
      sum += place[u] < 0 ? 0 : worth(wish, u, place[u]);
    }
    return sum;
  }

  /** Trivial upper bound: every unit gets its best place. */
  long most(Wish wish) {
    long most = 0;
    for (int u = 0; u < sizes.length; u++) {
      int best = 0;
      for (int p = 0; p < free.length; p++) {
        best = may[u][p] ? Math.max(best, worth(wish, u, p)) : best;
      }
      most += best;
    }
    return most;
  }
}
