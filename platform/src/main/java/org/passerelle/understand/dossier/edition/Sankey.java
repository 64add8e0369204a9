package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.understand.dossier.chapter.Money;

/**
 * A Sankey diagram. Stations are layered by the longest path from a source (Sugiyama and others
 * 1981), after flows that would close a cycle were removed by depth-first search: they are in the
 * table, and the drawing states their number. Within a layer stations are ordered by the barycentre
 * of their inflows.
 */
final class Sankey {
  private static final int WIDTH = 760;
  private static final double BAR = 14;
  private static final double HEIGHT = 260;
  private static final double GAP = 18;
  private static final double LABELS = 130;
  private final List<Money.Flow> flows = new ArrayList<>();
  private final Map<String, Integer> layer = new LinkedHashMap<>();
  private final Map<String, double[]> place = new HashMap<>();
  private int aside;

  private Sankey(List<Money.Flow> all) {
    Set<String> done = new HashSet<>();
    for (Money.Flow flow : all) {
      if (flow.from().equals(flow.to()) || reaches(flow.to(), flow.from(), done)) {
        aside++;
      } else {
        flows.add(flow);
      }
      done.clear();
    }
    for (Money.Flow flow : flows) {
      layer.putIfAbsent(flow.from(), 0);
      layer.putIfAbsent(flow.to(), 0);
    }
    for (int round = 0; round < layer.size(); round++) {
      for (Money.Flow flow : flows) {
        layer.merge(flow.to(), layer.getOrDefault(flow.from(), 0) + 1, Math::max);
      }
    }
  }

  private boolean reaches(String from, String to, Set<String> seen) {
    if (from.equals(to)) {
      return true;
    }
    return seen.add(from)
        && flows.stream()
            .filter(f -> f.from().equals(from))
            .anyMatch(f -> reaches(f.to(), to, seen));
  }

  static Block.Figure of(Money.Currency currency, List<String> told, EditionFormat editionFormat) {
    Sankey sankey = new Sankey(currency.flows());
    String title = editionFormat.text("dossier.fig.money", currency.code());
    Svg svg = new Svg(WIDTH, (int) HEIGHT + 60, title, String.join("; ", told));
    sankey.draw(svg, editionFormat);
    if (sankey.aside > 0) {
      svg.text(
          editionFormat.text("dossier.fig.money.aside", sankey.aside),
          10,
          HEIGHT + 50,
          12,
          "start",
          Svg.SOFT);
    }
    return new Block.Figure(title, svg.done());
  }

  private double through(String station) {
    double in =
        flows.stream().filter(f -> f.to().equals(station)).mapToDouble(Money.Flow::sum).sum();
    double out =
        flows.stream().filter(f -> f.from().equals(station)).mapToDouble(Money.Flow::sum).sum();
    return Math.max(in, out);
  }

  private void draw(Svg svg, EditionFormat editionFormat) {
    int layers = layer.values().stream().mapToInt(l -> l).max().orElse(0) + 1;
    double scale = Double.MAX_VALUE;
    for (int l = 0; l < layers; l++) {
      List<String> stations = stations(l);
      double sum = stations.stream().mapToDouble(this::through).sum();
      scale = Math.min(scale, (HEIGHT - GAP * (stations.size() - 1)) / Math.max(sum, 1e-9));
    }
    for (int l = 0; l < layers; l++) {
      double y = 10;
      double x = 10 + (WIDTH - LABELS - BAR - 20) * l / Math.max(1, layers - 1.0);
      for (String station : ordered(stations(l), scale)) {
        double height = Math.max(1.5, through(station) * scale);
        place.put(station, new double[] {x, y, height, 0, 0});
        y += height + GAP;
      }
    }
    bands(svg, scale);
    for (Map.Entry<String, double[]> entry : place.entrySet()) {
      double[] at = entry.getValue();
      svg.rect(at[0], at[1], BAR, at[2], "#0d4a59");
      svg.label(
          editionFormat.role(entry.getKey()), at[0] + BAR + 6, at[1] + at[2] / 2 + 4, 13, "start");
    }
  }

  private void bands(Svg svg, double scale) {
    List<Money.Flow> order = new ArrayList<>(flows);
    order.sort(Comparator.comparingDouble(f -> at(f.to())[1]));
    for (Money.Flow flow : order) {
      double[] from = at(flow.from());
      double[] to = at(flow.to());
      double thick = Math.max(1, flow.sum() * scale);
      double x1 = from[0] + BAR;
      double y1 = from[1] + from[3];
      double x2 = to[0];
      double y2 = to[1] + to[4];
      from[3] += thick;
      to[4] += thick;
      double middle = (x1 + x2) / 2;
      svg.fill(
          String.format(
              Locale.ROOT,
              "M%1$.1f %2$.1fC%3$.1f %2$.1f %3$.1f %4$.1f %5$.1f %4$.1fL%5$.1f %6$.1fC%3$.1f %6$.1f %3$.1f %7$.1f %1$.1f %7$.1fZ",
              x1,
              y1,
              middle,
              y2,
              x2,
              y2 + thick,
              y1 + thick),
          "#0072b2",
          0.35);
    }
  }

  private double[] at(String station) {
    return place.getOrDefault(station, new double[5]);
  }

  private List<String> stations(int l) {
    return layer.entrySet().stream().filter(e -> e.getValue() == l).map(Map.Entry::getKey).toList();
  }

  /** Orders stations by the barycentre of their inflows, weighted by amount. */
  private List<String> ordered(List<String> stations, double scale) {
    List<String> order = new ArrayList<>(stations);
    order.sort(
        Comparator.<String>comparingDouble(
                station -> {
                  double weight = 0;
                  double sum = 0;
                  for (Money.Flow flow : flows) {
                    if (flow.to().equals(station) && place.containsKey(flow.from())) {
                      double[] from = at(flow.from());
                      weight += flow.sum();
                      sum += flow.sum() * (from[1] + from[2] / 2);
                    }
                  }
                  return weight == 0 ? 0 : sum / weight;
                })
            .thenComparing(station -> -through(station) * scale));
    return order;
  }
}
