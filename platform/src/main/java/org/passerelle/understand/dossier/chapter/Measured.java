package org.passerelle.understand.dossier.chapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.Tie;

/**
 * The actors whose position is measured: persons and organisations other than victims, since
 * victims are never ranked. A telephone, an account or a vehicle connects the actors tied to it;
 * places, families and events connect nobody.
 *
 * @param people in the order of the network
 * @param graph simple and undirected, each tie counted once
 * @param through pairs connected through objects only
 * @param leftOut objects shared by more than {@link #MOST_HOLDERS}, which therefore connect nobody
 */
public record Measured(List<Actor> people, Graph graph, int through, int leftOut) {
  /** An object shared by more people says too little about each pair. */
  public static final int MOST_HOLDERS = 4;

  /** With fewer actors no measure is meaningful. */
  public static final int FEWEST = 5;

  private static final Set<ActorKind> PEOPLE =
      Set.of(ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OTHER);
  private static final Set<ActorKind> THINGS =
      Set.of(
          ActorKind.PHONE,
          ActorKind.ACCOUNT,
          ActorKind.VEHICLE,
          ActorKind.BANK_ACCOUNT,
          ActorKind.ADVERTISEMENT);

  public Measured {
    people = List.copyOf(people);
  }

  /** Over all ties. */
  public static Measured of(CaseNetwork network) {
    return of(network, tie -> true);
  }

  /** Over selected ties. */
  public static Measured of(CaseNetwork network, Predicate<Tie> counted) {
    List<Actor> people = network.actors().stream().filter(Measured::measured).toList();
    Map<String, Integer> number = new HashMap<>();
    people.forEach(actor -> number.put(actor.id(), number.size()));
    Map<String, Set<Integer>> holders = holders(network, number);
    int leftOut = (int) holders.values().stream().filter(h -> h.size() > MOST_HOLDERS).count();
    holders.values().removeIf(h -> h.size() > MOST_HOLDERS);
    Set<List<Integer>> direct = new HashSet<>();
    Set<List<Integer>> lent = new HashSet<>();
    for (Tie tie : network.ties()) {
      if (counted.test(tie)) {
        boolean plain = number.containsKey(tie.source()) && number.containsKey(tie.target());
        for (int a : ends(tie.source(), number, holders)) {
          for (int b : ends(tie.target(), number, holders)) {
            pair(a, b, plain ? direct : lent);
          }
        }
      }
    }
    lent.removeAll(direct);
    GraphBuilder builder =
        new GraphBuilder(people.stream().map(Actor::id).toList(), direct.size() + lent.size());
    List<List<Integer>> all = new ArrayList<>(direct);
    all.addAll(lent);
    all.forEach(pair -> builder.add(pair.get(0), pair.get(1), 1));
    return new Measured(
        people, builder.build(false, GraphBuilder.Parallel.LAST), lent.size(), leftOut);
  }

  /** Whether an actor's position is measured. */
  public static boolean measured(Actor actor) {
    return !actor.victim() && PEOPLE.contains(actor.kind());
  }

  /** Whether there are enough actors to measure. */
  public boolean enough() {
    return people.size() >= FEWEST && graph.ties() > 0;
  }

  /** A subset of the actors. */
  public Measured only(Predicate<Actor> wanted) {
    boolean[] removed = new boolean[people.size()];
    List<Actor> kept = new ArrayList<>();
    for (int v = 0; v < removed.length; v++) {
      removed[v] = !wanted.test(people.get(v));
      if (!removed[v]) {
        kept.add(people.get(v));
      }
    }
    return new Measured(kept, graph.without(removed), through, leftOut);
  }

  private static void pair(int a, int b, Set<List<Integer>> pairs) {
    if (a != b) {
      pairs.add(List.of(Math.min(a, b), Math.max(a, b)));
    }
  }

  private static Set<Integer> ends(
      String id, Map<String, Integer> number, Map<String, Set<Integer>> holders) {
    Integer own = number.get(id);
    return own == null ? holders.getOrDefault(id, Set.of()) : Set.of(own);
  }

  private static Map<String, Set<Integer>> holders(
      CaseNetwork network, Map<String, Integer> number) {
    Set<String> things = new HashSet<>();
    network.actors().stream()
        .filter(actor -> THINGS.contains(actor.kind()))
        .forEach(actor -> things.add(actor.id()));
    Map<String, Set<Integer>> holders = new HashMap<>();
    for (Tie tie : network.ties()) {
      hold(tie.source(), tie.target(), things, number, holders);
      hold(tie.target(), tie.source(), things, number, holders);
    }
    return holders;
  }

  private static void hold(
      String thing,
      String person,
      Set<String> things,
      Map<String, Integer> number,
      Map<String, Set<Integer>> holders) {
    Integer holder = number.get(person);
    if (things.contains(thing) && holder != null) {
      holders.computeIfAbsent(thing, id -> new TreeSet<>()).add(holder);
    }
  }
}
