package org.passerelle.prevent.place.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.place.RiskPlaces;

/**
 * A place at risk.
 *
 * @param where country, town and area
 * @param names names of colleagues
 * @param measures names of the measures that actions carry out, by their identifiers
 * @param keeps whether the reader changes the register
 * @param form what was typed
 */
public record RiskPlacePage(
    RiskPlaces.Opened opened,
    String where,
    Map<UUID, String> names,
    Map<String, String> measures,
    Choices choices,
    boolean keeps,
    LocalDate today,
    Filled form) {
  public RiskPlacePage {
    names = Map.copyOf(names);
    measures = Map.copyOf(measures);
  }

  /** What can be chosen. */
  public record Choices(
      List<Option> ages, List<Option> factors, List<Option> levels, List<Option> measures) {
    public Choices {
      ages = List.copyOf(ages);
      factors = List.copyOf(factors);
      levels = List.copyOf(levels);
      measures = List.copyOf(measures);
    }
  }

  /** The name of a colleague. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }
}
