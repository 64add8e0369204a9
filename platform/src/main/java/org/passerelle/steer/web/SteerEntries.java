package org.passerelle.steer.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The module's subpages; findings, the cycle and the letters declare their own. */
@Component
class SteerEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("steer", 10, "programme.title", "/steer/programme", StrategyReaders.ROLES),
        new RoomEntry("steer", 20, "programme.projects", "/steer/projects", StrategyReaders.ROLES),
        new RoomEntry("steer", 30, "calendar.title", "/steer/calendar", StrategyReaders.ROLES),
        new RoomEntry("steer", 40, "programme.funding", "/steer/funding", StrategyReaders.ROLES),
        new RoomEntry(
            "steer",
            80,
            "iati.nav",
            "/steer/iati",
            List.of(Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER)));
  }
}
