package org.passerelle.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All children waiting for a place, and the vacancies. Immutable.
 *
 * @param apart pairs who must not live together; either may already be a resident
 * @param residents current residents; they are not moved, except those who are also among the
 *     children: they leave their house, so it is neither offered to them nor attracts their group,
 *     but they live there until then
 */
public record Batch(
    List<Child> children,
    List<Vacancy> places,
    List<Apart> apart,
    List<Resident> residents,
    Travel travel) {
  /**
   * Two children who must not live in one house: because of a conflict, or siblings of whom one is
   * a danger to the other.
   */
  public record Apart(String one, String other) {}

  /**
   * A current resident of a place.
   *
   * @param group see {@link Child#group}
   */
  public record Resident(String child, String place, String group) {}

  /**
   * Creates a batch.
   *
   * @throws BadBatch if an identifier is repeated
   */
  public Batch {
    children = List.copyOf(children);
    places = List.copyOf(places);
    apart = List.copyOf(apart);
    residents = List.copyOf(residents);
    Set<String> ids = new HashSet<>();
    for (Child child : children) {
      if (!ids.add(child.id())) {
        throw new BadBatch(
            "Child %s is in the batch twice.%nMaybe two requests are for the same child."
                .formatted(child.id()));
      }
    }
    Set<String> houses = new HashSet<>();
    for (Vacancy place : places) {
      if (!houses.add(place.id())) {
        throw new BadBatch(
            "Place %s is in the batch twice.%nMaybe it was read by two teams."
                .formatted(place.id()));
      }
    }
  }
}
