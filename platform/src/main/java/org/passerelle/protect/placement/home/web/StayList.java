package org.passerelle.protect.placement.home.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.placement.stay.Stay;

/**
 * Whom a team has placed, the newest first.
 *
 * @param code that was looked for, or empty
 * @param place where, or null for everywhere
 * @param page from 1 on
 * @param more whether there is another page
 * @param names of places, by identifier
 */
public record StayList(
    List<Stay.Line> stays,
    String code,
    @Nullable UUID place,
    int page,
    boolean more,
    Map<UUID, String> names) {
  /** What the team calls a place. */
  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** The address of another page of the same list. */
  public String at(int other) {
    return "/protect/placement/stays?page=" + other + (place == null ? "" : "&place=" + place);
  }

  /** Colour of how a stay stands. */
  public static String colour(Stay.Line stay) {
    return switch (stay.state()) {
      case "there" -> "good";
      case "missing" -> "danger";
      case "expected", "away" -> "warn";
      default -> "";
    };
  }
}
