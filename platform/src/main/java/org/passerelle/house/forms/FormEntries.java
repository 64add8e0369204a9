package org.passerelle.house.forms;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The administrator's forms in the navigation. */
@Component
class FormEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("house", 45, "formimport.nav", "/house/forms", List.of(Role.ADMINISTRATOR)));
  }
}
