package org.passerelle.placement.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.placement.Batch;
import org.passerelle.placement.Child;
import org.passerelle.placement.Rule;
import org.passerelle.placement.Vacancy;
import org.passerelle.placement.Zone;

/**
 * Prepares a batch for the rules: who is placed together, and which rules each place violates for
 * whom.
 */
final class Circumstances {
  final Batch batch;
  final List<Unit> units;
  private final Map<String, Set<String>> apart = new HashMap<>();
  private final Map<String, Set<String>> residents = new HashMap<>();
  private final Map<String, Set<String>> homes = new HashMap<>();
  private final Set<String> moving = new HashSet<>();

  Circumstances(Batch batch) {
    this.batch = batch;
    for (Batch.Apart pair : batch.apart()) {
      apart.computeIfAbsent(pair.one(), k -> new HashSet<>()).add(pair.other());
      apart.computeIfAbsent(pair.other(), k -> new HashSet<>()).add(pair.one());
    }
    for (Batch.Resident one : batch.residents()) {
      residents.computeIfAbsent(one.place(), k -> new HashSet<>()).add(one.child());
    }
    batch.children().forEach(child -> moving.add(child.id()));
    moving.retainAll(batch.residents().stream().map(Batch.Resident::child).toList());
    this.units = grouped();
    for (Unit unit : units) {
      for (Child child : unit.children()) {
        homes.put(child.id(), homesOfGroup(child));
      }
    }
  }

  /** A child in conflict with a member of their own group is not part of it. */
  private List<Unit> grouped() {
    Map<String, List<Child>> groups = new LinkedHashMap<>();
    for (Child child : batch.children()) {
      boolean alone =
          child.group().isEmpty()
              || batch.children().stream()
                  .anyMatch(o -> o.group().equals(child.group()) && areApart(child, o));
      groups
          .computeIfAbsent(
              alone ? "child " + child.id() : "group " + child.group(), k -> new ArrayList<>())
          .add(child);
    }
    return groups.values().stream().map(Unit::new).toList();
  }

  private boolean areApart(Child one, Child other) {
    return apart.getOrDefault(one.id(), Set.of()).contains(other.id());
  }

  /** Places where siblings live with whom the child may live, and who stay there. */
  private Set<String> homesOfGroup(Child child) {
    Set<String> found = new HashSet<>();
    Set<String> not = apart.getOrDefault(child.id(), Set.of());
    for (Batch.Resident one : batch.residents()) {
      if (!child.group().isEmpty()
          && one.group().equals(child.group())
          && !moving.contains(one.child())
          && !not.contains(one.child())) {
        found.add(one.place());
      }
    }
    return found;
  }

  /** Whether two units cannot share a house. */
  boolean apart(Unit one, Unit other) {
    return one.children().stream()
        .anyMatch(a -> other.children().stream().anyMatch(b -> areApart(a, b)));
  }

  /** Pairs of units that cannot share a house, by index. */
  List<int[]> conflicts() {
    List<int[]> pairs = new ArrayList<>();
    for (int a = 0; a < units.size(); a++) {
      for (int b = a + 1; b < units.size(); b++) {
        if (apart(units.get(a), units.get(b))) {
          pairs.add(new int[] {a, b});
        }
      }
    }
    return pairs;
  }

  /**
   * The rules that a place violates for a unit, apart from others proposed for it.
   *
   * @param free number of remaining beds
   */
  Set<Rule> broken(Unit unit, Vacancy place, int free) {
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    if (unit.size() > free) {
      broken.add(Rule.CAPACITY);
    }
    for (Child child : unit.children()) {
      if (!place.sex().equals("any") && !place.sex().equals(child.sex())) {
        broken.add(Rule.SEX);
      }
      if (child.ageFrom() < place.ageFrom() || child.ageUntil() > place.ageUntil()) {
        broken.add(Rule.AGE);
      }
      if (!place.access().containsAll(child.access())) {
        broken.add(Rule.ACCESS);
      }
      if (child.zones().stream()
          .anyMatch(z -> z.of(place.at(), place.area(), batch.travel()) != Zone.Verdict.CLEAR)) {
        broken.add(Rule.ZONE);
      }
      Set<String> there = residents.getOrDefault(place.id(), Set.of());
      if (there.contains(child.id())) {
        broken.add(Rule.MOVE);
      }
      if (apart.getOrDefault(child.id(), Set.of()).stream().anyMatch(there::contains)) {
        broken.add(Rule.APART);
      }
      Set<String> theirs = homes.getOrDefault(child.id(), Set.of());
      if (!theirs.isEmpty() && !theirs.contains(place.id())) {
        broken.add(Rule.TOGETHER);
      }
    }
    return broken;
  }

  /**
   * Number of children with whom a language is shared; children of unknown language are not
   * counted.
   */
  static int understood(Unit unit, Vacancy place) {
    return (int)
        unit.children().stream()
            .filter(c -> c.languages().stream().anyMatch(place.languages()::contains))
            .count();
  }

  /** Number of needs met there. */
  static int met(Child child, Vacancy place) {
    return (int) child.needs().stream().filter(place.offers()::contains).count();
  }
}
