package org.passerelle.understand.network.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Period;
import org.passerelle.network.measure.Corridor;
import org.passerelle.pages.map.EuropePoints;

/**
 * Corridors between countries, for the map and its table.
 *
 * @param corridors the one with most ties first
 * @param actors number of actors by known country
 * @param nowhere number of actors without a country
 */
public record CorridorPage(List<Corridor> corridors, Map<String, Integer> actors, int nowhere) {
  private static final double BOW = 0.18;

  public CorridorPage {
    corridors = List.copyOf(corridors);
    actors = Map.copyOf(actors);
  }

  static CorridorPage of(CaseNetwork network) {
    Map<String, Integer> actors = new TreeMap<>();
    int nowhere = 0;
    for (Actor actor : network.actors()) {
      String country = country(actor);
      if (country.isEmpty()) {
        nowhere++;
      } else {
        actors.merge(country, 1, Integer::sum);
      }
    }
    List<Corridor> corridors = new ArrayList<>(Corridor.of(network, CorridorPage::country));
    corridors.sort(
        (a, b) ->
            a.ties() != b.ties()
                ? Integer.compare(b.ties(), a.ties())
                : (a.from() + a.to()).compareTo(b.from() + b.to()));
    return new CorridorPage(corridors, actors, nowhere);
  }

  private static String country(Actor actor) {
    String code = actor.value("country").strip().toUpperCase(Locale.ROOT);
    return code.matches("[A-Z]{2}") ? code : "";
  }

  /** Countries on the map, in the order of their codes. */
  public List<String> places() {
    return actors.keySet().stream().filter(EuropePoints.COUNTRIES::containsKey).sorted().toList();
  }

  /** Corridors whose ends are on the map. */
  public List<Corridor> drawn() {
    return corridors.stream()
        .filter(
            c ->
                EuropePoints.COUNTRIES.containsKey(c.from())
                    && EuropePoints.COUNTRIES.containsKey(c.to()))
        .toList();
  }

  /** The curve of a corridor, bowed so that the two directions are distinct. */
  public static String path(Corridor corridor) {
    double[] a = EuropePoints.COUNTRIES.getOrDefault(corridor.from(), new double[2]);
    double[] b = EuropePoints.COUNTRIES.getOrDefault(corridor.to(), new double[2]);
    double x = (a[0] + b[0]) / 2 + (b[1] - a[1]) * BOW;
    double y = (a[1] + b[1]) / 2 - (b[0] - a[0]) * BOW;
    return String.format(
        Locale.ROOT, "M%.1f %.1fQ%.1f %.1f %.1f %.1f", a[0], a[1], x, y, b[0], b[1]);
  }

  /** Its line width, from 1.5 to 9. */
  public String width(Corridor corridor) {
    int most = corridors.stream().mapToInt(Corridor::ties).max().orElse(1);
    return String.format(Locale.ROOT, "%.1f", 1.5 + 7.5 * corridor.ties() / most);
  }

  /** First and last year for which a corridor is known. */
  public static String years(Period period) {
    String from = period.from().isEmpty() ? "" : period.from().substring(0, 4);
    String to = period.to().isEmpty() ? "" : period.to().substring(0, 4);
    return from.equals(to) ? from : from + "–" + to;
  }
}
