package org.passerelle.protect.casework.placement.home.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.placement.stay.Stay;

/**
 * View of the persons placed by a team, newest first.
 *
 * @param code code that was searched for, or empty
 * @param place filter by place, or null for all
 * @param page page number, from 1
 * @param more whether there is another page
 * @param names names of places, by identifier
 */
public record StayList(
    List<Stay.Line> stays,
    String code,
    @Nullable UUID place,
    int page,
    boolean more,
    Map<UUID, String> names) {
  /** The placing team's name of a place. */
  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** URL of another page of the same list. */
  public String at(int other) {
    return "/protect/placement/stays?page=" + other + (place == null ? "" : "&place=" + place);
  }

  /** Badge colour of a stay's status. */
  public static String colour(Stay.Line stay) {
    return switch (stay.state()) {
      case "there" -> "good";
      case "missing" -> "danger";
      case "expected", "away" -> "warn";
      default -> "";
    };
  }
}
