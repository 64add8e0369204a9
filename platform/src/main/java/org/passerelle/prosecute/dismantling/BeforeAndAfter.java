package org.passerelle.prosecute.dismantling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;
import org.passerelle.network.measure.Components;
import org.passerelle.network.measure.KeyPlayers;

/**
 * What a network's measures say with everybody in it, without whoever was arrested, and without
 * whoever was convicted. Plain and immutable. There is no verdict: a network that falls apart on
 * paper may have been drawn incompletely. Victims, and whoever was compelled, are left out
 * beforehand and stand in no role.
 *
 * @param all the network as it is known
 * @param withoutArrested the same without those who were arrested, convicted ones included
 * @param withoutConvicted the same without those who were convicted
 * @param roles declared roles, by name, those without one last
 */
public record BeforeAndAfter(
    Figures all, Figures withoutArrested, Figures withoutConvicted, List<Role> roles) {
  public BeforeAndAfter {
    roles = List.copyOf(roles);
  }

  /**
   * Measures.
   *
   * @param parts parts that are not tied to each other
   * @param largest actors of the largest part
   * @param apart share of the pairs of actors between whom no path leads, 0 to 1 (fragmentation,
   *     Borgatti 2006); 1 if fewer than two are left
   */
  public record Figures(int actors, int ties, int parts, int largest, double apart) {
    static Figures of(CaseNetwork network) {
      Graph graph = network.graph(false, GraphBuilder.Parallel.SUM);
      Components parts = Components.of(graph);
      return new Figures(
          graph.size(),
          network.ties().size(),
          graph.size() == 0 ? 0 : parts.count(),
          graph.size() == 0 ? 0 : parts.largest(),
          graph.size() < 2 ? 1 : KeyPlayers.fragmentation(graph));
    }
  }

  /**
   * A declared role.
   *
   * @param role as a source says; empty for those without one
   * @param arrested of these, how many were arrested, convicted ones included
   */
  public record Role(String role, int actors, int arrested, int convicted) {
    /** Still there although others of the same role were arrested. */
    public int left() {
      return actors - arrested;
    }

    private Role with(boolean wasArrested, boolean wasConvicted) {
      return new Role(
          role, actors + 1, arrested + (wasArrested ? 1 : 0), convicted + (wasConvicted ? 1 : 0));
    }
  }

  /**
   * Computes it.
   *
   * @param network without victims and whoever was compelled
   * @param arrested identifiers of actors
   * @param convicted identifiers of actors
   */
  static BeforeAndAfter of(CaseNetwork network, Set<String> arrested, Set<String> convicted) {
    Set<String> gone = new HashSet<>(arrested);
    gone.addAll(convicted);
    Map<String, Role> roles = new TreeMap<>();
    for (Actor actor : network.actors()) {
      String role = actor.value("role").strip();
      roles.merge(
          role,
          new Role(role, 0, 0, 0).with(gone.contains(actor.id()), convicted.contains(actor.id())),
          (before, one) -> before.with(gone.contains(actor.id()), convicted.contains(actor.id())));
    }
    List<Role> sorted = new ArrayList<>(roles.values());
    sorted.sort((a, b) -> Boolean.compare(a.role.isEmpty(), b.role.isEmpty()));
    return new BeforeAndAfter(
        Figures.of(network),
        Figures.of(network.withActors(actor -> !gone.contains(actor.id()))),
        Figures.of(network.withActors(actor -> !convicted.contains(actor.id()))),
        sorted);
  }
}
