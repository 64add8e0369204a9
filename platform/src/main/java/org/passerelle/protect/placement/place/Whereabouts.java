package org.passerelle.protect.placement.place;

import org.jspecify.annotations.Nullable;

/**
 * Where a place is and how one gets there: rule 5, the best kept text of the house. Sealed under
 * the place's own key, which lies below the placing team's and under no case's.
 *
 * @param address as one writes it on a letter
 * @param telephone of the house, or empty
 * @param arrival how one arrives: which door, whom to ask for, or empty
 * @param area name of the town or quarter, as the table of travel times has it, or empty
 * @param latitude degrees north, or null
 * @param longitude degrees east, or null
 */
public record Whereabouts(
    String address,
    String telephone,
    String arrival,
    String area,
    @Nullable Double latitude,
    @Nullable Double longitude) {
  /** Nothing is known yet. */
  public static final Whereabouts NONE = new Whereabouts("", "", "", "", null, null);

  @Override
  public String toString() {
    // it must not get into a message or a log by accident
    return "Whereabouts[…]";
  }
}
