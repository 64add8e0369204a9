package org.passerelle.placement;

import java.util.List;
import java.util.Set;

/**
 * A child waiting for a place. Immutable.
 *
 * @param id identifier in the proposal
 * @param group shared by siblings, who stay together; empty for a single child
 * @param sex {@code female} or {@code male}; anything else fits only places for both
 * @param ageFrom minimum possible age in full years
 * @param ageUntil maximum possible age; a place must accept both
 * @param urgency 0 tonight, 1 within days, 2 can wait
 * @param languages languages of which one suffices
 * @param needs desirable services and training
 * @param access accessibility requirements
 * @param zones areas to be avoided
 */
public record Child(
    String id,
    String group,
    String sex,
    int ageFrom,
    int ageUntil,
    int urgency,
    Set<String> languages,
    Set<String> needs,
    Set<String> access,
    List<Zone> zones) {
  private static final int CAN_WAIT = 2;

  /**
   * Creates a child.
   *
   * @throws BadBatch if the ages or the urgency are invalid
   */
  public Child {
    if (ageFrom < 0 || ageFrom > ageUntil || urgency < 0 || urgency > CAN_WAIT) {
      throw new BadBatch(
          "Child %s is %d to %d years old with urgency %d.%nMaybe the ages were swapped."
              .formatted(id, ageFrom, ageUntil, urgency));
    }
    languages = Set.copyOf(languages);
    needs = Set.copyOf(needs);
    access = Set.copyOf(access);
    zones = List.copyOf(zones);
  }
}
