package org.passerelle.protect.casework.placement.stay.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.casework.placement.stay.HouseStays;

/**
 * View of the residents of an organisation's houses.
 *
 * @param names names of organisations whose teams placed them
 */
public record ResidentsPage(List<HouseStays.Resident> here, Map<UUID, String> names, Instant now) {
  /** The organisation whose team placed a resident. */
  public String placedBy(HouseStays.Resident one) {
    return names.getOrDefault(one.placedBy(), "…");
  }

  /** Badge colour of a resident's status. */
  public static String colour(HouseStays.Resident one, Instant now) {
    return switch (one.state()) {
      case "there" -> "good";
      case "missing" -> "danger";
      default -> one.late(now) ? "danger" : "warn";
    };
  }
}
