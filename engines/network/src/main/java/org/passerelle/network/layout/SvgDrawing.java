package org.passerelle.network.layout;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.passerelle.network.Actor;
import org.passerelle.network.Graph;
import org.passerelle.network.exchange.Xml;

/**
 * A network as SVG: discs sized by number of ties and coloured by group, with labels for those with
 * the most ties and all names as tooltips. Names are escaped.
 */
public final class SvgDrawing {
  private static final double SIDE = 1_000;
  private static final double MARGIN = 40;
  private static final int MOST_NAMES = 60;

  /** Okabe and Ito's palette, distinguishable with colour vision deficiency. */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a7a00", "#555555");

  private final Graph graph;
  private final List<Actor> actors;
  private final int[] group;
  private final Layout layout;

  /**
   * Creates a drawing.
   *
   * @param actors in the order of the vertices
   * @param group group of each vertex; groups beyond the seventh are grey
   */
  public SvgDrawing(Graph graph, List<Actor> actors, int[] group, Layout layout) {
    this.graph = graph.undirected();
    this.actors = List.copyOf(actors);
    this.group = group.clone();
    this.layout = layout;
  }

  /** Writes the SVG. */
  public void write(String title, Appendable out) throws IOException {
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\""
                + " aria-label=\"%s\">%n<title>%s</title>%n",
            extent(layout.x()),
            extent(layout.y()),
            Xml.escaped(title),
            Xml.escaped(title)));
    out.append("<g stroke=\"#8c8c8c\" stroke-width=\"0.8\" stroke-opacity=\"0.55\">\n");
    for (int v = 0; v < graph.size(); v++) {
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        int w = graph.neighbour(at);
        if (v < w) {
          out.append(
              String.format(
                  Locale.ROOT,
                  "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                  x(v),
                  y(v),
                  x(w),
                  y(w)));
        }
      }
    }
    out.append("</g>\n<g stroke=\"#ffffff\" stroke-width=\"0.8\">\n");
    for (int v = 0; v < graph.size(); v++) {
      out.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"><title>%s</title></circle>\n",
              x(v),
              y(v),
              radius(v),
              COLOURS.get(Math.min(group[v], COLOURS.size() - 1)),
              Xml.escaped(actors.get(v).label())));
    }
    out.append("</g>\n");
    names(out);
    out.append("</svg>\n");
  }

  private void names(Appendable out) throws IOException {
    out.append("<g font-family=\"sans-serif\" font-size=\"12\" fill=\"#1a1a1a\">\n");
    Set<Integer> named = named();
    for (int v = 0; v < graph.size(); v++) {
      if (named.contains(v)) {
        boolean left = x(v) > SIDE * 0.8;
        out.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\"%s>%s</text>\n",
                x(v) + (left ? -radius(v) - 3 : radius(v) + 3),
                y(v) + 4,
                left ? " text-anchor=\"end\"" : "",
                Xml.escaped(shortened(actors.get(v).label()))));
      }
    }
    out.append("</g>\n");
  }

  private Set<Integer> named() {
    Set<Integer> named = new HashSet<>();
    IntStream.range(0, graph.size())
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(v -> -graph.outDegree(v)).thenComparing(v -> v))
        .limit(MOST_NAMES)
        .forEach(named::add);
    return named;
  }

  private static String shortened(String label) {
    int points = label.codePointCount(0, label.length());
    return points <= 40 ? label : label.substring(0, label.offsetByCodePoints(0, 39)) + "…";
  }

  /** Extent including margins; zero height is permitted. */
  private static double extent(double[] places) {
    return 2 * MARGIN + Arrays.stream(places).max().orElse(0) * (SIDE - 2 * MARGIN);
  }

  private double x(int v) {
    return MARGIN + layout.x()[v] * (SIDE - 2 * MARGIN);
  }

  private double y(int v) {
    return MARGIN + layout.y()[v] * (SIDE - 2 * MARGIN);
  }

  private double radius(int v) {
    double most = graph.size() > 1_000 ? 6 : 14;
    return Math.min(most, 2.5 + Math.sqrt(graph.outDegree(v)) * 1.4);
  }
}
