package org.passerelle.placement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place with vacancies; its residents stay. Immutable.
 *
 * @param id identifier in the proposal
 * @param free number of free beds
 * @param sex {@code any}, {@code female} or {@code male}
 * @param ageFrom minimum age in full years
 * @param ageUntil maximum age in full years, inclusive
 * @param languages languages spoken there
 * @param offers services, and training of its staff
 * @param access accessibility features
 * @param at its location, or null if unknown
 * @param area name in the table of travel times, or empty
 * @param confirmed whether its vacancies were confirmed within a day
 */
public record Vacancy(
    String id,
    int free,
    String sex,
    int ageFrom,
    int ageUntil,
    Set<String> languages,
    Set<String> offers,
    Set<String> access,
    @Nullable Point at,
    String area,
    boolean confirmed) {
  /**
   * Creates a place.
   *
   * @throws BadBatch if the number of free beds is negative
   */
  public Vacancy {
    if (free < 0) {
      throw new BadBatch(
          "Place %s has %d free beds.%nMaybe it has more residents than beds: then use 0."
              .formatted(id, free));
    }
    languages = Set.copyOf(languages);
    offers = Set.copyOf(offers);
    access = Set.copyOf(access);
  }
}
