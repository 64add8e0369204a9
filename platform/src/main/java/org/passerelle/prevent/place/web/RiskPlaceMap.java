package org.passerelle.prevent.place.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.pages.map.TownPoints;
import org.passerelle.prevent.place.RiskPlace;

/**
 * Places of the register on the map of the region, by the centre of their town. What is counted on
 * it are entries of the register, never persons; a shelter has no town and is never on it.
 *
 * @param signs towns
 * @param elsewhere number of places that are not on the map
 */
public record RiskPlaceMap(List<Sign> signs, int elsewhere) {
  public RiskPlaceMap {
    signs = List.copyOf(signs);
  }

  /**
   * A town.
   *
   * @param level the highest level of its places, or {@code none}
   */
  public record Sign(
      double x, double y, String name, String level, List<RiskPlacesPage.Line> lines) {
    public Sign {
      lines = List.copyOf(lines);
    }
  }

  static RiskPlaceMap of(List<RiskPlacesPage.Line> lines, Map<String, String> towns) {
    Map<String, List<RiskPlacesPage.Line>> byTown = new LinkedHashMap<>();
    int elsewhere = 0;
    for (RiskPlacesPage.Line line : lines) {
      String town = line.place().content().town();
      if (town == null
          || line.place().content().kind().equals(RiskPlace.SHELTER)
          || !TownPoints.all().containsKey(town)) {
        elsewhere++;
      } else {
        byTown.computeIfAbsent(town, key -> new ArrayList<>()).add(line);
      }
    }
    List<Sign> signs = new ArrayList<>();
    byTown.forEach(
        (town, there) -> {
          TownPoints.Point point = TownPoints.all().get(town);
          if (point != null) {
            double[] at = point.onMap();
            signs.add(
                new Sign(at[0], at[1], towns.getOrDefault(town, town), highest(there), there));
          }
        });
    return new RiskPlaceMap(signs, elsewhere);
  }

  private static String highest(List<RiskPlacesPage.Line> lines) {
    int highest =
        lines.stream()
            .mapToInt(line -> RiskPlace.LEVELS.indexOf(line.place().content().levelCode()))
            .max()
            .orElse(-1);
    return highest < 0 ? "none" : RiskPlace.LEVELS.get(highest);
  }
}
