package org.passerelle.placement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place as it stands: who lives there stays there. Immutable.
 *
 * @param id by which the answer names it
 * @param free beds
 * @param sex {@code any}, {@code female} or {@code male}
 * @param ageFrom full years
 * @param ageUntil full years, included
 * @param languages spoken there
 * @param offers services, and what its people are trained in
 * @param access it is ready for
 * @param at where it stands, or null where nobody said so
 * @param area name in the table of travel times, or empty
 * @param confirmed whether its free beds were confirmed within a day
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
   * A place.
   *
   * @throws BadBatch if it has less than no beds
   */
  public Vacancy {
    if (free < 0) {
      throw new BadBatch(
          "Place %s has %d free beds.%nMaybe more live there than it has beds: then none is free."
              .formatted(id, free));
    }
    languages = Set.copyOf(languages);
    offers = Set.copyOf(offers);
    access = Set.copyOf(access);
  }
}
