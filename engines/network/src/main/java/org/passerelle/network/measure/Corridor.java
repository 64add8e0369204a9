package org.passerelle.network.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;

/**
 * The ties from one place to another.
 *
 * @param from a place; for undirected ties the alphabetically first one
 * @param to another place
 * @param ties number of ties
 * @param weight sum of their weights
 * @param actors number of different ends
 * @param period from the first known beginning to the last known end
 */
public record Corridor(String from, String to, int ties, double weight, int actors, Period period) {

  /**
   * All corridors, the heaviest first.
   *
   * @param place place of an actor; ties of an actor without a place (empty) are ignored
   */
  public static List<Corridor> of(CaseNetwork network, Function<Actor, String> place) {
    Map<String, String> where = new HashMap<>();
    network.actors().forEach(actor -> where.put(actor.id(), place.apply(actor)));
    Map<List<String>, List<Tie>> between = new LinkedHashMap<>();
    for (Tie tie : network.ties()) {
      String a = where.getOrDefault(tie.source(), "");
      String b = where.getOrDefault(tie.target(), "");
      if (!a.isEmpty() && !b.isEmpty() && !a.equals(b)) {
        boolean turned = !tie.directed() && a.compareTo(b) > 0;
        between
            .computeIfAbsent(turned ? List.of(b, a) : List.of(a, b), key -> new ArrayList<>())
            .add(tie);
      }
    }
    return between.entrySet().stream()
        .map(entry -> corridor(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
        .sorted(
            Comparator.comparingDouble((Corridor c) -> -c.weight())
                .thenComparing(Corridor::from)
                .thenComparing(Corridor::to))
        .toList();
  }

  private static Corridor corridor(String from, String to, List<Tie> ties) {
    Set<String> ends = new HashSet<>();
    double weight = 0;
    String first = "";
    String last = "";
    for (Tie tie : ties) {
      ends.add(tie.source());
      ends.add(tie.target());
      weight += tie.weight();
      Period period = tie.period();
      if (!period.from().isEmpty()
          && (first.isEmpty() || period.firstDay().isBefore(new Period(first, "").firstDay()))) {
        first = period.from();
      }
      String end = period.to().isEmpty() ? period.from() : period.to();
      if (!end.isEmpty()
          && (last.isEmpty()
              || new Period("", end).lastDay().isAfter(new Period("", last).lastDay()))) {
        last = end;
      }
    }
    return new Corridor(from, to, ties.size(), weight, ends.size(), new Period(first, last));
  }
}
