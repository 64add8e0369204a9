package org.passerelle.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Actors and ties: of several kinds, dated, graded, possibly several between the same two actors.
 * Immutable; each change creates a new network. The ends of every tie are actors of the network.
 */
public final class CaseNetwork {
  private final List<Actor> actors;
  private final List<Tie> ties;

  /**
   * Creates a network.
   *
   * @throws BadNetwork if two actors or ties share an id, or an end of a tie is missing
   */
  public CaseNetwork(Collection<Actor> actors, Collection<Tie> ties) {
    this.actors = List.copyOf(actors);
    this.ties = List.copyOf(ties);
    Set<String> known = new HashSet<>();
    for (Actor actor : this.actors) {
      if (!known.add(actor.id())) {
        throw new BadNetwork(Wording.TWO_ACTORS, actor.id());
      }
    }
    Set<String> ids = new HashSet<>();
    for (Tie tie : this.ties) {
      check(tie, known, ids);
    }
  }

  private static void check(Tie tie, Set<String> known, Set<String> ids) {
    if (!ids.add(tie.id())) {
      throw new BadNetwork(Wording.TWO_TIES, tie.id());
    }
    for (String end : List.of(tie.source(), tie.target())) {
      if (!known.contains(end)) {
        throw new BadNetwork(Wording.NO_SUCH_END, tie.id(), tie.source(), tie.target(), end);
      }
    }
  }

  /** The network of ties whose ends are known by name only, in order of appearance. */
  public static CaseNetwork ofTies(Collection<Tie> ties) {
    Map<String, Actor> actors = new LinkedHashMap<>();
    for (Tie tie : ties) {
      actors.computeIfAbsent(tie.source(), Actor::named);
      actors.computeIfAbsent(tie.target(), Actor::named);
    }
    return new CaseNetwork(actors.values(), ties);
  }

  /** All actors, in their order. */
  public List<Actor> actors() {
    return actors;
  }

  /** All ties, in their order. */
  public List<Tie> ties() {
    return ties;
  }

  /** The network at a given time: ties whose period overlaps with it, and undated ones. */
  public CaseNetwork during(Period window) {
    return withTies(tie -> tie.period().touches(window));
  }

  /** One or more layers: the ties of some kinds. All actors are kept, even without ties. */
  public CaseNetwork layers(Set<String> kinds) {
    return withTies(tie -> kinds.contains(tie.kind()));
  }

  /** Ties that can be used in court. */
  public CaseNetwork inEvidence() {
    return withTies(Tie::inEvidence);
  }

  /** Ties with at least this grading; ungraded ones are left out. */
  public CaseNetwork gradedAtLeast(Grading least) {
    return withTies(
        tie -> {
          Grading grading = tie.grading();
          return grading != null && grading.atLeast(least);
        });
  }

  /** The ties that match a condition, with all actors. */
  public CaseNetwork withTies(Predicate<Tie> wanted) {
    return new CaseNetwork(actors, ties.stream().filter(wanted).toList());
  }

  /** The actors that match a condition, with the ties between them. */
  public CaseNetwork withActors(Predicate<Actor> wanted) {
    List<Actor> kept = actors.stream().filter(wanted).toList();
    Set<String> ids = new HashSet<>();
    kept.forEach(actor -> ids.add(actor.id()));
    return new CaseNetwork(
        kept,
        ties.stream().filter(t -> ids.contains(t.source()) && ids.contains(t.target())).toList());
  }

  /** Excludes presumed and identified victims and their ties. */
  public CaseNetwork withoutVictims() {
    return withActors(actor -> !actor.victim());
  }

  /**
   * The graph for computing measures; vertex {@code v} is {@code actors().get(v)}.
   *
   * @param directed whether ties are directed; an undirected tie then becomes two arcs
   */
  public Graph graph(boolean directed, GraphBuilder.Parallel parallel) {
    Map<String, Integer> number = numbers();
    GraphBuilder builder = new GraphBuilder(actors.stream().map(Actor::id).toList(), ties.size());
    for (Tie tie : ties) {
      int source = number.getOrDefault(tie.source(), -1);
      int target = number.getOrDefault(tie.target(), -1);
      builder.add(source, target, tie.weight());
      if (directed && !tie.directed() && source != target) {
        builder.add(target, source, tie.weight());
      }
    }
    return builder.build(directed, parallel);
  }

  /** The index of each actor by id. */
  public Map<String, Integer> numbers() {
    Map<String, Integer> number = new HashMap<>();
    for (int v = 0; v < actors.size(); v++) {
      number.put(actors.get(v).id(), v);
    }
    return number;
  }
}
