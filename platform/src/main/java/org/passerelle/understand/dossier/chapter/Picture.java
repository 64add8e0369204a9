package org.passerelle.understand.dossier.chapter;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;
import org.passerelle.network.layout.ForceLayout;
import org.passerelle.network.layout.Layout;
import org.passerelle.network.measure.Groups;

/** The drawing of the network; positions have no meaning. */
public record Picture(List<Dot> dots, List<Line> lines) {
  /** An empty drawing. */
  public static final Picture EMPTY = new Picture(List.of(), List.of());

  private static final int MOST = 600;

  public Picture {
    dots = List.copyOf(dots);
    lines = List.copyOf(lines);
  }

  /** An actor, with coordinates from 0 to 1 along the longer side. */
  public record Dot(String code, double x, double y, int group, int degree) {}

  /** A tie between two dots, by their indexes. */
  public record Line(int from, int to) {}

  static Picture of(Graph graph, Groups groups, long seed, Progress progress) {
    if (graph.size() > MOST) {
      return EMPTY;
    }
    Layout layout = ForceLayout.of(graph, ForceLayout.usualRounds(graph), seed, progress);
    List<Dot> dots = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int v = 0; v < graph.size(); v++) {
      dots.add(
          new Dot(graph.id(v), layout.x()[v], layout.y()[v], groups.of()[v], graph.outDegree(v)));
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        if (v < graph.neighbour(at)) {
          lines.add(new Line(v, graph.neighbour(at)));
        }
      }
    }
    return new Picture(dots, lines);
  }
}
