package org.passerelle.placement.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Rule;
import org.passerelle.placement.Vacancy;

/** Reasons for missing places, given the placement of the others. */
final class Reasons {
  private final Circumstances around;
  private final int[] place;
  private final int[] left;

  Reasons(Circumstances around, int[] place) {
    this.around = around;
    this.place = place;
    this.left = around.batch.places().stream().mapToInt(Vacancy::free).toArray();
    for (int u = 0; u < place.length; u++) {
      if (place[u] >= 0) {
        left[place[u]] -= around.units.get(u).size();
      }
    }
  }

  List<Proposal.Waits> all() {
    List<Proposal.Waits> all = new ArrayList<>();
    for (int u = 0; u < place.length; u++) {
      if (place[u] < 0) {
        Unit unit = around.units.get(u);
        Proposal.Waits one = of(unit);
        unit.children()
            .forEach(
                c -> all.add(new Proposal.Waits(c.id(), one.rule(), one.alone(), one.keeps())));
      }
    }
    return all;
  }

  private Proposal.Waits of(Unit unit) {
    Map<Rule, Integer> alone = new EnumMap<>(Rule.class);
    Map<Rule, Integer> keeps = new EnumMap<>(Rule.class);
    for (int p = 0; p < left.length; p++) {
      Set<Rule> broken = around.broken(unit, around.batch.places().get(p), left[p]);
      if (sharesWithConflict(unit, p)) {
        broken.add(Rule.APART);
      }
      broken.forEach(r -> keeps.merge(r, 1, Integer::sum));
      if (broken.size() == 1) {
        alone.merge(broken.iterator().next(), 1, Integer::sum);
      }
    }
    Map<Rule, Integer> telling = alone.isEmpty() ? keeps : alone;
    Rule rule =
        telling.entrySet().stream()
            .max(
                Comparator.<Map.Entry<Rule, Integer>>comparingInt(Map.Entry::getValue)
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            // there is no place at all
            .orElse(Rule.CAPACITY);
    return new Proposal.Waits("", rule, alone, keeps);
  }

  private boolean sharesWithConflict(Unit unit, int p) {
    for (int u = 0; u < place.length; u++) {
      if (place[u] == p && around.apart(unit, around.units.get(u))) {
        return true;
      }
    }
    return false;
  }
}
