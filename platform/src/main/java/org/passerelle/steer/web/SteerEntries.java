package org.passerelle.steer.web;

import java.util.Arrays;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The subpages of the room; findings, the cycle and the letters enter themselves. */
@Component
class SteerEntries implements RoomEntries {
  private static final List<Role> READERS =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.ADMINISTRATOR && role != Role.AUDITOR)
          .toList();

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("steer", 30, "calendar.title", "/steer/calendar", READERS),
        new RoomEntry(
            "steer",
            80,
            "iati.nav",
            "/steer/iati",
            List.of(Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER)));
  }
}
