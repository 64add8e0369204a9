package org.passerelle.steer.cycle.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The yearly cycle in the navigation. */
@Component
class CycleEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "steer",
            50,
            "cycle.nav",
            "/steer/cycle",
            List.of(Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER)));
  }
}
