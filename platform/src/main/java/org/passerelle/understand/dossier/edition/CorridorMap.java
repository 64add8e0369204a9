package org.passerelle.understand.dossier.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.pages.map.EuropePoints;
import org.passerelle.paper.MapShapes;
import org.passerelle.understand.dossier.chapter.Territory;

/**
 * Corridors between countries on the map of Europe, cropped to their extent; countries beyond it
 * are circles in the bottom margin.
 */
final class CorridorMap {
  /** Part of the grid that is always visible: from France to the Black Sea. */
  private static final int LEFT = 120;

  private static final int TOP = 20;
  private static final int RIGHT = 900;
  private static final int BOTTOM = 500;

  /** Minimum distance of a symbol from the edge. */
  private static final int ROOM = 24;

  private static final int ROW = 34;
  private static final int IN_A_ROW = 4;
  private static final String SIGN = "#9c1f28";

  private CorridorMap() {}

  /** Whether some country is in the margin. */
  static boolean margin(List<Territory.Route> routes) {
    return countries(routes).stream().anyMatch(c -> !EuropePoints.COUNTRIES.containsKey(c));
  }

  static Block.Figure of(
      List<Territory.Route> routes, List<String> told, EditionFormat editionFormat) {
    Map<String, double[]> on = new LinkedHashMap<>();
    Map<String, double[]> beyond = new LinkedHashMap<>();
    for (String country : countries(routes)) {
      double[] point = EuropePoints.COUNTRIES.get(country);
      (point == null ? beyond : on).put(country, point == null ? new double[2] : point);
    }
    int left =
        (int)
            Math.max(0, on.values().stream().mapToDouble(p -> p[0] - ROOM).reduce(LEFT, Math::min));
    int top = (int) on.values().stream().mapToDouble(p -> p[1] - ROOM).reduce(TOP, Math::min);
    int rows = (beyond.size() + IN_A_ROW - 1) / IN_A_ROW;
    int number = 0;
    for (double[] place : beyond.values()) {
      int row = number / IN_A_ROW;
      place[0] = left + ROOM + (double) (RIGHT - left) / IN_A_ROW * (number % IN_A_ROW);
      place[1] = BOTTOM + ROW * (row + 0.6);
      number++;
    }
    String title = editionFormat.text("dossier.fig.map");
    Svg svg =
        new Svg(left, top, RIGHT - left, BOTTOM - top + rows * ROW, title, String.join("; ", told));
    svg.raw(MapShapes.europe());
    if (rows > 0) {
      svg.rect(left, BOTTOM, RIGHT - left, rows * ROW + 20.0, "#ffffff");
    }
    Map<String, double[]> places = new LinkedHashMap<>(on);
    places.putAll(beyond);
    int most = routes.stream().mapToInt(Territory.Route::ties).max().orElse(1);
    for (Territory.Route route : routes) {
      double[] a = places.get(route.from());
      double[] b = places.get(route.to());
      if (a != null && b != null) {
        arc(svg, a, b, 1.5 + 7.0 * route.ties() / most);
      }
    }
    on.forEach(
        (code, at) -> label(svg.circle(at[0], at[1], 6, SIGN), editionFormat.country(code), at));
    beyond.forEach(
        (code, at) -> label(svg.ring(at[0], at[1], 5, SIGN), editionFormat.country(code), at));
    return new Block.Figure(title, svg.done());
  }

  private static Set<String> countries(List<Territory.Route> routes) {
    Set<String> countries = new TreeSet<>();
    routes.forEach(route -> countries.addAll(List.of(route.from(), route.to())));
    return countries;
  }

  /** Labels are to the right of their symbols; at the right edge, to the left. */
  private static void label(Svg svg, String name, double[] at) {
    boolean edge = at[0] > RIGHT - 130;
    svg.label(name, edge ? at[0] - 11 : at[0] + 11, at[1] + 5, 15, edge ? "end" : "start");
  }

  private static void arc(Svg svg, double[] a, double[] b, double width) {
    double middleX = (a[0] + b[0]) / 2 - (b[1] - a[1]) * 0.18;
    double middleY = (a[1] + b[1]) / 2 + (b[0] - a[0]) * 0.18;
    svg.stroke(
        String.format(
            Locale.ROOT,
            "M%.1f %.1fQ%.1f %.1f %.1f %.1f",
            a[0],
            a[1],
            middleX,
            middleY,
            b[0],
            b[1]),
        "#5b4b9a",
        width,
        0.65);
  }
}
