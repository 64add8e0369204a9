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
 * Chapter 5: what is declared of somebody beside where they stand, by several measures and never by
 * one score. Where the two do not fit, a question is asked; neither corrects the other.
 */
public record Positions(List<Position> people) {
  /** Roles in which somebody would be expected to stand in the middle. */
  private static final List<String> CENTRAL = List.of("leader", "exploiter");

  /** Roles in which somebody would be expected to connect others. */
  private static final List<String> CONNECTING = List.of("intermediary", "recruiter");

  /** Roles in which somebody would be expected at the edge. */
  private static final List<String> AT_THE_EDGE =
      List.of("guard", "transporter", "forger", "host", "customer");

  private static final double TENTH = 0.1;

  public Positions {
    people = List.copyOf(people);
  }

  /**
   * Somebody.
   *
   * @param role declared, or empty
   * @param betweenness from 0 to 1
   * @param constraint Burt's; NaN without a tie
   * @param core the largest k of a k-core they belong to
   * @param cut whether their loss would break a part in two
   * @param inCore whether they belong to the best-fitting core
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

  /** Those of whom a question is asked. */
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

  /** The value that a tenth, at least two, reach. */
  private static double highest(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = Math.max(2, (int) Math.ceil(values.length * TENTH));
    return sorted[Math.max(0, sorted.length - count)];
  }

  /** At least two of three measures must say that somebody stands between others. */
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

  /** Numbers of those who stand in a position. */
  public int[] in(String structural) {
    return IntStream.range(0, people.size())
        .filter(i -> people.get(i).structural.equals(structural))
        .toArray();
  }
}
