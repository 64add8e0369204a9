package org.passerelle.placement.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.placement.Batch;
import org.passerelle.placement.Child;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Rule;
import org.passerelle.placement.Vacancy;

/** Computes a proposal from a batch. */
public final class Placing {
  private Placing() {}

  /** Computes the proposal. */
  public static Proposal of(Batch batch, Duration limit, int workers) {
    Circumstances around = new Circumstances(batch);
    Solution solution = CpSat.solve(Model.of(around), limit, workers);
    Map<String, Proposal.Fit> fits = new HashMap<>();
    Map<String, String> placed = placed(around, batch, solution.place(), fits);
    return new Proposal(
        placed, fits, new Reasons(around, solution.place()).all(), solution.proofs());
  }

  /** The starting point of the search. */
  public static Map<String, String> atOnce(Batch batch) {
    Circumstances around = new Circumstances(batch);
    return placed(around, batch, FirstAnswer.of(Model.of(around)), new HashMap<>());
  }

  private static Map<String, String> placed(
      Circumstances around, Batch batch, int[] answer, Map<String, Proposal.Fit> fits) {
    Map<String, String> placed = new HashMap<>();
    for (int u = 0; u < answer.length; u++) {
      if (answer[u] >= 0) {
        Vacancy place = batch.places().get(answer[u]);
        for (Child child : around.units.get(u).children()) {
          placed.put(child.id(), place.id());
          fits.put(child.id(), fit(child, place));
        }
      }
    }
    return placed;
  }

  /** How well a child fits a place. */
  public static Proposal.Fit fit(Child child, Vacancy place) {
    return new Proposal.Fit(
        child.languages().stream().anyMatch(place.languages()::contains),
        Circumstances.met(child, place),
        child.needs().size(),
        place.confirmed());
  }

  /** The rules that a place currently violates for a child. */
  public static Set<Rule> broken(Batch batch, Child child, Vacancy place) {
    Circumstances around = new Circumstances(batch);
    Set<Rule> broken = around.broken(new Unit(List.of(child)), place, place.free());
    for (Unit unit : around.units) {
      if (unit.size() > 1
          && unit.children().contains(child)
          && !broken.containsAll(around.broken(unit, place, place.free()))) {
        broken.add(Rule.TOGETHER);
      }
    }
    return broken;
  }
}
