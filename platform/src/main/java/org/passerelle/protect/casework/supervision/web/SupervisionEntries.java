package org.passerelle.protect.casework.supervision.web;

import java.util.List;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Navigation entries for supervision and absences. */
@Component
class SupervisionEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect", 60, "supervision.nav", "/protect/supervision", List.of(Role.SUPERVISOR)),
        new RoomEntry("protect", 70, "absence.nav", "/protect/absences", Caseworkers.ROLES),
        new RoomEntry("protect", 80, "emergency.nav", "/protect/emergency", Caseworkers.ROLES));
  }
}
