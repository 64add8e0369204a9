package org.passerelle.protect.supervision.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Supervision and absences in the navigation of the room protect. */
@Component
class SupervisionEntries implements RoomEntries {
  static final List<Role> CASEWORK =
      List.of(
          Role.CASE_MANAGER,
          Role.SUPERVISOR,
          Role.PLACEMENT_OFFICER,
          Role.FOCAL_POINT,
          Role.FIRST_RESPONDER);

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect", 60, "supervision.nav", "/protect/supervision", List.of(Role.SUPERVISOR)),
        new RoomEntry("protect", 70, "absence.nav", "/protect/absences", CASEWORK),
        new RoomEntry("protect", 80, "emergency.nav", "/protect/emergency", CASEWORK));
  }
}
