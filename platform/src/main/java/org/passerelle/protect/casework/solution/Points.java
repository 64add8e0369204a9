package org.passerelle.protect.casework.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Points to be confirmed before a durable solution is decided, after the guidance of UNHCR and
 * UNICEF on durable solutions for children: nobody returns to an unsafe place, to a family that was
 * not assessed, or against their will; nobody stays without documents, home and school.
 */
public final class Points {
  /** Points determined from the data of the case. */
  public static final Set<String> READ = Set.of("best_interests", "guardian", "asylum");

  private static final List<String> INTEGRATION =
      List.of("residence", "housing", "schooling_or_work", "health_care", "own_wish");
  private static final List<String> REPATRIATION =
      List.of(
          "return_risk",
          "family_traced",
          "family_assessed",
          "reception",
          "own_wish",
          "travel_papers",
          "escort");
  private static final List<String> THIRD_COUNTRY =
      List.of("acceptance", "country_safe", "own_wish", "transfer", "travel_papers", "escort");

  private Points() {}

  /**
   * Codes of the points in working order.
   *
   * @param kind code of {@code solution_kinds}
   * @param minor whether the person might be under 18
   */
  public static List<String> of(String kind, boolean minor) {
    List<String> all =
        new ArrayList<>(
            switch (kind) {
              case "integration" -> INTEGRATION;
              case "repatriation" -> REPATRIATION;
              case "third_country" -> THIRD_COUNTRY;
              default ->
                  throw new IllegalArgumentException(
                      "Unknown durable solution \"%s\".\nMaybe it is missing in Points."
                          .formatted(kind));
            });
    if (minor) {
      all.add(0, "best_interests");
      all.add(1, "guardian");
    } else {
      // an adult traveller needs no escort
      all.remove("escort");
    }
    if (kind.equals("repatriation")) {
      all.add("asylum");
    }
    return List.copyOf(all);
  }
}
