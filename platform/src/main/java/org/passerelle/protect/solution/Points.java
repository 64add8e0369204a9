package org.passerelle.protect.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What must be made sure of before a durable solution is decided. After the checks of UNHCR's and
 * UNICEF's guidance on durable solutions for children: nobody returns to where it is not safe, to a
 * family that nobody has seen, or against their will; nobody stays without papers, home and school.
 */
public final class Points {
  /** Answered by the house from what stands in the case. */
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
   * Codes of the points, in the order in which they are worked on.
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
                      "No durable solution \"%s\".\nMaybe it is missing in Points."
                          .formatted(kind));
            });
    if (minor) {
      all.add(0, "best_interests");
      all.add(1, "guardian");
    } else {
      // who travels as an adult needs nobody beside them
      all.remove("escort");
    }
    if (kind.equals("repatriation")) {
      all.add("asylum");
    }
    return List.copyOf(all);
  }
}
