package org.passerelle.steer.release.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Releases of figures in the navigation. */
@Component
class ReleaseEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "steer", 65, "release.nav", "/steer/releases", List.of(Role.PROGRAMME_MANAGER)),
        new RoomEntry("steer", 66, "return.nav", "/steer/returns", List.of(Role.PROGRAMME_MANAGER)),
        new RoomEntry("steer", 67, "counted.nav", "/steer/counted", CountedController.READERS));
  }
}
