package org.passerelle.protect.casework.placement.place;

import java.util.Set;
import java.util.UUID;

/**
 * Data of a place as entered.
 *
 * @param house organisation that runs it
 * @param placers further organisations whose teams may place there
 */
public record PlaceDraft(
    UUID house, Set<UUID> placers, int capacity, Place.Takes takes, Place.Words words) {
  public PlaceDraft {
    placers = Set.copyOf(placers);
  }
}
