package org.passerelle.understand.dossier.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.passerelle.network.Actor;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;
import org.passerelle.network.measure.Constraint;
import org.passerelle.network.measure.CorePeriphery;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.CutPoints;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Geodesics;

/**
 * Chapter 5: declared roles compared with structural positions, by several measures and never by a
 * single score. Where they disagree, a question is raised; neither corrects the other.
 */
public record Positions(List<Position> people) {
  /** Roles expected in the centre. */
  private static final List<String> CENTRAL = List.of("leader", "exploiter");

  /** Roles expected to connect others. */
  private static final List<String> CONNECTING = List.of("intermediary", "recruiter");

  /** Roles expected at the periphery. */
  private static final List<String> AT_THE_EDGE =
      List.of("guard", "transporter", "forger", "host", "customer");

  private static final double TENTH = 0.1;

  public Positions {
    people = List.copyOf(people);
  }

  /**
   * An actor's position.
   *
   * @param role declared role, or empty
   * @param betweenness from 0 to 1
   * @param constraint Burt's; NaN without ties
   * @param core largest k of a k-core that contains the actor
   * @param cut whether removing the actor would split a component
   * @param inCore whether the actor is in the best-fitting core
   * @param structural {@code broker}, {@code core}, {@code periphery} or {@code isolated}
   * @param question {@code unplaced-leader}, {@code unseen-broker}, {@code hidden-centre} or empty
   */
  public record Position(
      String code,
      String role,
      int degree,
      double betweenness,
      double constraint,
      int core,
      boolean cut,
      boolean inCore,
      String structural,
      String question) {}

  /** Actors about whom a question is raised. */
  public List<Position> questioned() {
    return people.stream().filter(p -> !p.question.isEmpty()).toList();
  }

  static Positions of(Measured measured, Progress progress) {
    if (!measured.enough()) {
      return new Positions(List.of());
    }
    Graph graph = measured.graph();
    int[] degree = Degrees.of(graph);
    double[] between = Geodesics.exact(graph, progress).betweenness();
    double[] constraint = Constraint.of(graph, progress);
    int[] cores = Cores.of(graph);
    boolean[] cut = CutPoints.of(graph).articulation();
    boolean[] inCore = CorePeriphery.of(graph).core();
    double high = highest(between);
    double low = -highest(Arrays.stream(constraint).map(c -> Double.isNaN(c) ? -9 : -c).toArray());
    List<Position> people = new ArrayList<>();
    for (int v = 0; v < degree.length; v++) {
      int signs =
          (between[v] > 0 && between[v] >= high ? 1 : 0)
              + (constraint[v] <= low ? 1 : 0)
              + (cut[v] ? 1 : 0);
      String structural = structural(degree[v], signs, inCore[v]);
      Actor actor = measured.people().get(v);
      String role = actor.value("role");
      people.add(
          new Position(
              actor.id(),
              role,
              degree[v],
              between[v],
              constraint[v],
              cores[v],
              cut[v],
              inCore[v],
              structural,
              question(role, structural)));
    }
    return new Positions(people);
  }

  /** The value reached by a tenth of the actors, at least two. */
  private static double highest(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = Math.max(2, (int) Math.ceil(values.length * TENTH));
    return sorted[Math.max(0, sorted.length - count)];
  }

  /** A broker must stand out by at least two of three measures. */
  private static String structural(int degree, int signs, boolean inCore) {
    if (degree == 0) {
      return "isolated";
    }
    if (signs >= 2) {
      return "broker";
    }
    return inCore ? "core" : "periphery";
  }

  private static String question(String role, String structural) {
    boolean central = structural.equals("broker") || structural.equals("core");
    if (CENTRAL.contains(role) && !central) {
      return "unplaced-leader";
    }
    if (CONNECTING.contains(role) && !structural.equals("broker")) {
      return "unseen-broker";
    }
    return AT_THE_EDGE.contains(role) && central ? "hidden-centre" : "";
  }

  /** Indexes of the actors in a position. */
  public int[] in(String structural) {
    return IntStream.range(0, people.size())
        .filter(i -> people.get(i).structural.equals(structural))
        .toArray();
  }
}
