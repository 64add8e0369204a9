package org.passerelle.protect.casework.placement.place;

import org.jspecify.annotations.Nullable;

/**
 * Address of a place and directions, the most protected text of the system (rule 5). Encrypted
 * under the place's own key, which lies below the placing team's key and not below a case's.
 *
 * @param address postal address
 * @param telephone of the house, or empty
 * @param arrival how to arrive: which door, whom to ask for, or empty
 * @param area name of the town or quarter as in the table of travel times, or empty
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
  public static final Whereabouts NONE = new Whereabouts("", "", "", "", null, null);

  @Override
  public String toString() {
    // must not get into a message or a log by accident
    return "Whereabouts[…]";
  }
}
