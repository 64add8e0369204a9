package org.passerelle.protect.casework.screening.web;

import java.util.List;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Navigation entries for screenings and forms. */
@Component
class ScreeningRoom implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("protect", 20, "screening.title", "/protect/screenings", Caseworkers.ROLES),
        new RoomEntry("protect", 90, "forms.title", "/protect/forms", Caseworkers.ROLES));
  }
}
