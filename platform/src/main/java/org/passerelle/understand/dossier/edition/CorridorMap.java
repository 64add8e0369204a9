package org.passerelle.understand.dossier.edition;

import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.pages.RegionPoints;
import org.passerelle.paper.RegionShapes;
import org.passerelle.understand.dossier.chapter.Territory;

/**
 * Corridors between countries on the map of the region; countries beyond it stand at its edge, in
 * the direction in which they lie.
 */
final class CorridorMap {
  private static final Map<String, double[]> BEYOND =
      Map.ofEntries(
          Map.entry("FR", new double[] {16, 118}),
          Map.entry("BE", new double[] {16, 62}),
          Map.entry("NL", new double[] {16, 36}),
          Map.entry("GB", new double[] {16, 90}),
          Map.entry("CH", new double[] {16, 146}),
          Map.entry("ES", new double[] {16, 330}),
          Map.entry("DE", new double[] {110, 16}),
          Map.entry("AT", new double[] {190, 44}),
          Map.entry("SE", new double[] {250, 16}),
          Map.entry("SI", new double[] {148, 122}),
          Map.entry("HU", new double[] {320, 76}),
          Map.entry("IT", new double[] {78, 268}),
          Map.entry("UA", new double[] {640, 60}),
          Map.entry("TR", new double[] {640, 400}));

  private CorridorMap() {}

  static Block.Figure of(List<Territory.Route> routes, List<String> told, Pen pen) {
    Map<String, double[]> places = new LinkedHashMap<>();
    for (Territory.Route route : routes) {
      place(route.from(), places);
      place(route.to(), places);
    }
    String title = pen.text("dossier.fig.map");
    Svg svg = new Svg(760, 618, title, String.join("; ", told));
    StringOutput shapes = new StringOutput(70_000);
    RegionShapes.region().writeTo(shapes);
    svg.raw(shapes.toString());
    int most = routes.stream().mapToInt(Territory.Route::ties).max().orElse(1);
    for (Territory.Route route : routes) {
      double[] a = places.get(route.from());
      double[] b = places.get(route.to());
      if (a != null && b != null) {
        arc(svg, a, b, 1.5 + 7.0 * route.ties() / most);
      }
    }
    places.forEach(
        (code, at) -> {
          if (RegionPoints.COUNTRIES.containsKey(code)) {
            svg.circle(at[0], at[1], 6, "#9c1f28");
          } else {
            svg.ring(at[0], at[1], 5, "#9c1f28");
          }
          boolean edge = at[0] > 640;
          svg.label(
              pen.country(code),
              edge ? at[0] - 11 : at[0] + 11,
              at[1] + 5,
              15,
              edge ? "end" : "start");
        });
    return new Block.Figure(title, svg.done());
  }

  private static void place(String country, Map<String, double[]> places) {
    double[] point = RegionPoints.COUNTRIES.getOrDefault(country, BEYOND.get(country));
    if (point != null) {
      places.put(country, point);
    }
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
