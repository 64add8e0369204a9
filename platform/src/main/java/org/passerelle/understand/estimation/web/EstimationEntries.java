package org.passerelle.understand.estimation.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Studies in the module's navigation. */
@Component
class EstimationEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "understand",
            50,
            "estimation.nav",
            "/understand/estimation",
            List.of(Role.ANALYST, Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER)));
  }
}
