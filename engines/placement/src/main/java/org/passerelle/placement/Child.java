package org.passerelle.placement;

import java.util.List;
import java.util.Set;

/**
 * Somebody who waits for a place. Immutable.
 *
 * @param id by which the answer names them
 * @param group brothers and sisters share it and stay together; empty for somebody alone
 * @param sex {@code female} or {@code male}; anything else fits only places that take everybody
 * @param ageFrom youngest possible age in full years
 * @param ageUntil oldest possible age; a place must take both
 * @param urgency 0 tonight, 1 within days, 2 can wait
 * @param languages any of which they understand
 * @param needs services and training that would be good for them
 * @param access without which they cannot live there
 * @param zones where they must not be
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
   * Somebody.
   *
   * @throws BadBatch if the ages or the urgency are none
   */
  public Child {
    if (ageFrom < 0 || ageFrom > ageUntil || urgency < 0 || urgency > CAN_WAIT) {
      throw new BadBatch(
          "Child %s is %d to %d years old with urgency %d.%nMaybe the ages were exchanged."
              .formatted(id, ageFrom, ageUntil, urgency));
    }
    languages = Set.copyOf(languages);
    needs = Set.copyOf(needs);
    access = Set.copyOf(access);
    zones = List.copyOf(zones);
  }
}
