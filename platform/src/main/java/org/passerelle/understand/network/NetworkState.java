package org.passerelle.understand.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;
import org.passerelle.network.exchange.Roles;

/**
 * All actors and ties of a network at one moment. Immutable.
 *
 * @param version number of the newest change
 */
public record NetworkState(int version, List<StoredActor> actors, List<StoredTie> ties) {
  /** Drops ties without both ends: an actor may have been erased with its case. */
  public NetworkState {
    actors = List.copyOf(actors);
    Set<UUID> known = new HashSet<>();
    actors.forEach(actor -> known.add(actor.id()));
    ties =
        ties.stream()
            .filter(t -> known.contains(t.state().source()) && known.contains(t.state().target()))
            .toList();
  }

  /** An actor, including merged ones. */
  public Optional<StoredActor> actor(UUID id) {
    return actors.stream().filter(actor -> actor.id().equals(id)).findFirst();
  }

  /** A tie. */
  public Optional<StoredTie> tie(UUID id) {
    return ties.stream().filter(tie -> tie.id().equals(id)).findFirst();
  }

  /** Actors merged with this one. */
  public List<StoredActor> mergedInto(UUID id) {
    return actors.stream().filter(actor -> id.equals(actor.state().mergedInto())).toList();
  }

  /** Maps every actor to the one with which it was merged; itself if not merged. */
  public UnaryOperator<UUID> roots() {
    Map<UUID, UUID> into = new HashMap<>();
    actors.forEach(actor -> into.put(actor.id(), actor.id()));
    for (StoredActor actor : actors) {
      UUID other = actor.state().mergedInto();
      // the merge target may have been erased with its case
      if (other != null && into.containsKey(other)) {
        into.put(actor.id(), other);
      }
    }
    return id -> {
      UUID at = id;
      // bounded, so that a cycle cannot cause an endless loop
      for (int step = 0; step < into.size(); step++) {
        UUID next = into.getOrDefault(at, at);
        if (next.equals(at)) {
          break;
        }
        at = next;
      }
      return at;
    };
  }

  /**
   * The network for measuring: merged actors are one, with the attributes of all; ties within a
   * merged actor are dropped. Who is a victim or a minor by the words of their role is one, ticked
   * or not.
   */
  public CaseNetwork network() {
    UnaryOperator<UUID> roots = roots();
    Map<UUID, Map<String, List<String>>> more = new LinkedHashMap<>();
    Set<UUID> victims = new HashSet<>();
    for (StoredActor actor : actors) {
      UUID root = roots.apply(actor.id());
      if (!root.equals(actor.id())) {
        add(more.computeIfAbsent(root, r -> new LinkedHashMap<>()), actor.state().attributes());
        if (actor.state().victim()) {
          victims.add(root);
        }
      }
    }
    List<Actor> standing = new ArrayList<>();
    for (StoredActor held : actors) {
      if (roots.apply(held.id()).equals(held.id())) {
        Actor actor = held.state().actor(held.id());
        if (more.containsKey(held.id())) {
          Map<String, List<String>> all = new LinkedHashMap<>(actor.attributes());
          add(all, more.get(held.id()));
          actor = new Actor(actor.id(), actor.kind(), actor.label(), actor.victim(), all);
        }
        boolean victim = victims.contains(held.id()) || Roles.describeVictim(actor.attributes());
        standing.add(
            victim
                ? new Actor(actor.id(), actor.kind(), actor.label(), true, actor.attributes())
                : actor);
      }
    }
    List<Tie> between = new ArrayList<>();
    for (StoredTie tie : ties) {
      UUID one = roots.apply(tie.state().source());
      UUID other = roots.apply(tie.state().target());
      if (!one.equals(other)) {
        between.add(tie.state().tie(tie.id(), one, other));
      }
    }
    return new CaseNetwork(standing, between);
  }

  /**
   * The same with names that are meaningful elsewhere: an actor's identifier in its source file,
   * otherwise its label, if that is unique.
   */
  public CaseNetwork outward(CaseNetwork seen) {
    Map<String, String> refs = new HashMap<>();
    actors.forEach(actor -> refs.put(actor.id().toString(), actor.state().ref()));
    Map<String, Integer> uses = new HashMap<>();
    seen.actors().forEach(actor -> uses.merge(outward(actor, refs), 1, Integer::sum));
    Map<String, String> names = new HashMap<>();
    for (Actor actor : seen.actors()) {
      String name = outward(actor, refs);
      names.put(actor.id(), uses.getOrDefault(name, 0) == 1 ? name : actor.id());
    }
    return new CaseNetwork(
        seen.actors().stream()
            .map(
                actor ->
                    new Actor(
                        names.getOrDefault(actor.id(), actor.id()),
                        actor.kind(),
                        actor.label(),
                        actor.victim(),
                        actor.attributes()))
            .toList(),
        seen.ties().stream()
            .map(
                tie ->
                    new Tie(
                        tie.id(),
                        names.getOrDefault(tie.source(), tie.source()),
                        names.getOrDefault(tie.target(), tie.target()),
                        tie.kind(),
                        tie.weight(),
                        tie.directed(),
                        tie.period(),
                        tie.provenance(),
                        tie.grading(),
                        tie.inEvidence(),
                        tie.attributes()))
            .toList());
  }

  private static String outward(Actor actor, Map<String, String> refs) {
    String ref = refs.getOrDefault(actor.id(), "");
    return ref.isEmpty() ? actor.label() : ref;
  }

  private static void add(Map<String, List<String>> to, Map<String, List<String>> more) {
    more.forEach(
        (name, values) -> {
          Set<String> all = new LinkedHashSet<>(to.getOrDefault(name, List.of()));
          all.addAll(values);
          to.put(name, List.copyOf(all));
        });
  }
}
