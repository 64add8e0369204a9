package org.passerelle.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everybody who waits, and what is free. Immutable.
 *
 * @param apart who must not live with whom; either may live somewhere already
 * @param residents who lives where; nobody of them is moved but whoever is among the children, too:
 *     they leave that house, so that it is not offered to them and draws nobody, and until then
 *     they live there
 */
public record Batch(
    List<Child> children,
    List<Vacancy> places,
    List<Apart> apart,
    List<Resident> residents,
    Travel travel) {
  /**
   * Two who must not live in one house: a conflict, or brothers and sisters of whom one is a danger
   * to the other.
   */
  public record Apart(String one, String other) {}

  /**
   * Somebody who lives in a place already.
   *
   * @param group as of {@link Child#group}
   */
  public record Resident(String child, String place, String group) {}

  /**
   * A batch.
   *
   * @throws BadBatch if two share an identifier
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
            "Child %s is in the batch twice.%nMaybe two requests are of one child."
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
